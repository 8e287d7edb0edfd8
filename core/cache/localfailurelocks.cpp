// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localfailurelocks.h"

namespace tenantry::cache {

namespace {

constexpr std::size_t maxRecords = 20'000;

} // namespace

LocalFailureLocks::LocalFailureLocks(const Clock &clock)
    : m_clock(clock)
{
}

Micros LocalFailureLocks::lockedFor(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto record = m_records.find(key);
    return record == m_records.end() ? 0 : std::max<Micros>(0, record->second.lockedUntil - m_clock.now());
}

void LocalFailureLocks::failed(const QByteArray &key)
{
    const Micros now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (m_records.size() >= maxRecords)
        forgetOld(now);
    Record &record = m_records[key];
    while (!record.failures.empty() && record.failures.front() <= now - window)
        record.failures.pop_front();
    record.failures.push_back(now);
    if (record.failures.size() >= failuresAllowed) {
        record.lockedUntil = now + lockTime;
        record.failures.clear();
    }
}

void LocalFailureLocks::succeeded(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    m_records.erase(key);
}

void LocalFailureLocks::forgetOld(Micros now)
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

} // namespace tenantry::cache
