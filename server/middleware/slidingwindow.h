// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace tenantry::server {

/// Counts events per key over a window that moves with the clock: the count of the current span plus the share of the
/// span before that the window still covers. Two numbers a key, never wrong by more than the unevenness of the last
/// span. Thread-safe.
class SlidingWindow
{
public:
    struct Limit
    {
        int events = 0;
        Micros span = 0;
    };

    struct Verdict
    {
        bool admitted = false;
        int limit = 0;
        int remaining = 0;
        Micros reset = 0; ///< when the span ends, since 1970
    };

    explicit SlidingWindow(Limit limit);

    /// Counts an event of `key`, unless that would exceed the limit.
    Verdict admit(const QByteArray &key, Micros now);

private:
    struct Count
    {
        Micros span = 0; ///< number of the span since 1970
        int current = 0;
        int before = 0;
    };

    void forgetOld(Micros span);

    const Limit m_limit;
    std::mutex m_mutex;
    QHash<QByteArray, Count> m_counts;
    Micros m_cleaned = 0;
};

} // namespace tenantry::server
