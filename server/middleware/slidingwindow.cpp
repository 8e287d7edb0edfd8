// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/slidingwindow.h"

namespace tenantry::server {

SlidingWindow::SlidingWindow(Limit limit)
    : m_limit(limit)
{
}

SlidingWindow::Verdict SlidingWindow::admit(const QByteArray &key, Micros now)
{
    const Micros span = now / m_limit.span;
    const double passed = double(now % m_limit.span) / double(m_limit.span);
    const std::lock_guard lock(m_mutex);
    forgetOld(span);

    Count &count = m_counts[key];
    if (count.span != span) {
        count.before = count.span == span - 1 ? count.current : 0;
        count.current = 0;
        count.span = span;
    }
    const double used = count.current + count.before * (1 - passed);
    Verdict verdict;
    verdict.limit = m_limit.events;
    verdict.reset = (span + 1) * m_limit.span;
    verdict.admitted = used + 1 <= m_limit.events;
    if (verdict.admitted)
        ++count.current;
    verdict.remaining = std::max(0, int(m_limit.events - used - (verdict.admitted ? 1 : 0)));
    return verdict;
}

void SlidingWindow::forgetOld(Micros span)
{
    if (m_cleaned == span)
        return;
    m_cleaned = span;
    m_counts.removeIf([span](const auto &entry) { return entry.value().span < span - 1; });
}

} // namespace tenantry::server
