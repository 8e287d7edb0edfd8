// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/localratecounter.h"
#include "core/cache/redis.h"

namespace tenantry::cache {

/// Counts in a Redis, by its clock, so that all servers of a deployment share a limit; in this process while Redis is
/// away.
class RedisRateCounter : public RateCounter
{
public:
    /// Both outlive the counter.
    RedisRateCounter(Redis &redis, const Clock &clock);

    RateVerdict admit(const QByteArray &key, RateLimit limit) override;

private:
    Redis &m_redis;
    LocalRateCounter m_local;
};

} // namespace tenantry::cache
