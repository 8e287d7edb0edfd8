// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/lockout.h"

#include "core/base/fold.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr std::size_t failuresAllowed = 5;
constexpr Micros window = Micros{300} * 1'000'000;
constexpr Micros lockTime = Micros{300} * 1'000'000;
constexpr std::size_t maxRecords = 20'000;
constexpr qsizetype maxLoginLength = 320;

} // namespace

Lockout::Lockout(Mode mode, const Clock &clock)
    : m_mode(mode)
    , m_clock(clock)
{
}

QString Lockout::pair(const QString &realm, const QString &login, const QByteArray &address)
{
    return realm + u' ' + QString::fromLatin1(address) + u' ' + folded(login.left(maxLoginLength));
}

Result<void> Lockout::check(const QString &pair) const
{
    const std::lock_guard lock(m_mutex);
    const auto record = m_records.find(pair);
    const Micros now = m_clock.now();
    if (m_mode == Mode::Off || record == m_records.end() || record->second.lockedUntil <= now)
        return {};
    const Micros seconds = (record->second.lockedUntil - now + 999'999) / 1'000'000;
    Error error =
        Error::make(ErrorCode::RateLimited, u"Too many failed tries; wait %1 seconds and try again."_s.arg(seconds));
    error.data = R"({"retry_after":)" + QByteArray::number(qlonglong(seconds)) + '}';
    return failure(std::move(error));
}

void Lockout::failed(const QString &pair)
{
    if (m_mode == Mode::Off)
        return;
    const Micros now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_records.size() >= maxRecords)
        forgetOld(now);
    Record &record = m_records[pair];
    while (!record.failures.empty() && record.failures.front() <= now - window)
        record.failures.pop_front();
    record.failures.push_back(now);
    if (record.failures.size() >= failuresAllowed) {
        record.lockedUntil = now + lockTime;
        record.failures.clear();
    }
}

void Lockout::succeeded(const QString &pair)
{
    const std::lock_guard lock(m_mutex);
    m_records.erase(pair);
}

void Lockout::forgetOld(Micros now)
{
    std::erase_if(m_records, [now](const auto &entry) {
        const Record &record = entry.second;
        return record.lockedUntil <= now && (record.failures.empty() || record.failures.back() <= now - window);
    });
    // Everything left is recent: a flood of made-up names. Starting afresh keeps memory bounded; the limit per address
    // on sign-in routes holds the flood up.
    if (m_records.size() >= maxRecords)
        m_records.clear();
}

} // namespace tenantry::identity
