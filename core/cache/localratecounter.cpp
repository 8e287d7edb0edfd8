// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localratecounter.h"

namespace tenantry::cache {

namespace {

constexpr Micros cleaningPause = 60'000'000;
constexpr qsizetype mostKeys = 200'000;

} // namespace

LocalRateCounter::LocalRateCounter(const Clock &clock)
    : m_clock(clock)
{
}

RateVerdict LocalRateCounter::admit(const QByteArray &key, RateLimit limit)
{
    const Micros now = m_clock.now();
    const Micros span = now / limit.span;
    const double passed = double(now % limit.span) / double(limit.span);
    const std::lock_guard lock(m_mutex);
    forgetOld(now);

    Count &count = m_counts[key];
    if (count.span != span) {
        count.before = count.span == span - 1 ? count.current : 0;
        count.current = 0;
        count.span = span;
        count.over = (span + 2) * limit.span;
    }
    const double used = count.current + count.before * (1 - passed);
    RateVerdict verdict;
    verdict.limit = limit.events;
    verdict.reset = (span + 1) * limit.span;
    verdict.retryAfter = verdict.reset - now;
    verdict.admitted = used + 1 <= limit.events;
    if (verdict.admitted)
        ++count.current;
    verdict.remaining = std::max(0, int(limit.events - used - (verdict.admitted ? 1 : 0)));
    return verdict;
}

void LocalRateCounter::forgetOld(Micros now)
{
    if (now - m_cleaned < cleaningPause)
        return;
    m_cleaned = now;
    m_counts.removeIf([now](const auto &entry) { return entry.value().over <= now; });
    if (m_counts.size() > mostKeys) // a flood from everywhere; memory stays bounded, and counting begins anew
        m_counts.clear();
}

} // namespace tenantry::cache
