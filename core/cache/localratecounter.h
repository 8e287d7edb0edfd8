// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ratecounter.h"

#include <QHash>

#include <mutex>

namespace tenantry::cache {

/// Counts in this process alone. Forgets keys whose window has passed. Bounded.
class LocalRateCounter : public RateCounter
{
public:
    /// `clock` outlives the counter.
    explicit LocalRateCounter(const Clock &clock);

    RateVerdict admit(const QByteArray &key, RateLimit limit) override;

private:
    struct Count
    {
        Micros span = 0; ///< number of the span since 1970
        int current = 0;
        int before = 0;
        Micros over = 0; ///< when neither span counts any longer
    };

    void forgetOld(Micros now);

    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, Count> m_counts;
    Micros m_cleaned = 0;
};

} // namespace tenantry::cache
