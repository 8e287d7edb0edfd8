// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/writelock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::client {

WriteLock::WriteLock(QString site, QObject *parent)
    : QObject(parent)
    , m_site(std::move(site))
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &WriteLock::lock);
}

void WriteLock::setEnvironment(const QString &environment)
{
    if (environment == m_environment)
        return;
    m_environment = environment;
    const bool wasProtected = std::exchange(m_protected, environment == "production"_L1 || environment.isEmpty());
    if (wasProtected == m_protected)
        announce();
    else
        lock();
}

WriteLock::State WriteLock::state() const
{
    if (!m_protected)
        return State::Open;
    return m_until.hasExpired() ? State::Locked : State::Unlocked;
}

std::chrono::milliseconds WriteLock::remaining() const
{
    return state() == State::Unlocked ? std::chrono::milliseconds(m_until.remainingTime())
                                      : std::chrono::milliseconds(0);
}

void WriteLock::unlock(std::chrono::milliseconds time)
{
    if (!m_protected)
        return;
    m_until = QDeadlineTimer(time);
    // A millisecond later, so that the deadline has passed for certain.
    m_expiry.start(time + std::chrono::milliseconds(1));
    announce();
}

void WriteLock::lock()
{
    m_until = QDeadlineTimer(0);
    m_expiry.stop();
    announce();
}

std::optional<Error> WriteLock::refusal(const Request &request) const
{
    if (request.method == Method::Get || state() != State::Locked)
        return std::nullopt;
    return Error::make(
        ErrorCode::Forbidden,
        QCoreApplication::translate("client", "%1 is a production site and locked: nothing was sent.").arg(m_site),
        QCoreApplication::translate("client", "Unlock it (Ctrl+Shift+L) and try again."));
}

void WriteLock::onChanged(QObject *guard, std::function<void()> told)
{
    m_told.emplace_back(guard, std::move(told));
}

void WriteLock::announce()
{
    std::erase_if(m_told, [](const auto &told) { return told.first.isNull(); });
    const auto telling = m_told; // a listener may bring others
    for (const auto &[guard, told] : telling) {
        if (guard)
            told();
    }
}

} // namespace tenantry::client
