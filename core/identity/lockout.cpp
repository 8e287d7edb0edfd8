// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/lockout.h"

#include "core/base/fold.h"
#include "core/cache/countedaddress.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype maxLoginLength = 320;

} // namespace

Lockout::Lockout(Mode mode, cache::FailureLocks &locks)
    : m_mode(mode)
    , m_locks(locks)
{
}

QString Lockout::pair(const QString &realm, const QString &login, const QByteArray &address)
{
    return realm + u' ' + QString::fromLatin1(cache::countedAddress(address)) + u' ' +
           folded(login.left(maxLoginLength));
}

Result<void> Lockout::check(const QString &pair) const
{
    const Micros left = m_mode == Mode::Off ? 0 : m_locks.lockedFor(pair.toUtf8());
    if (left == 0)
        return {};
    const Micros seconds = (left + 999'999) / 1'000'000;
    Error error =
        Error::make(ErrorCode::RateLimited, u"Too many failed tries; wait %1 seconds and try again."_s.arg(seconds));
    error.data = R"({"retry_after":)" + QByteArray::number(qlonglong(seconds)) + '}';
    return failure(std::move(error));
}

bool Lockout::failed(const QString &pair)
{
    if (m_mode == Mode::Off)
        return false;
    m_locks.failed(pair.toUtf8());
    return !check(pair);
}

void Lockout::succeeded(const QString &pair)
{
    if (m_mode == Mode::Enforced)
        m_locks.succeeded(pair.toUtf8());
}

} // namespace tenantry::identity
