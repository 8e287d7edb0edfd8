// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"

#include "core/cache/redisfailurelocks.h"
#include "core/cache/redisratecounter.h"
#include "core/config/config.h"

namespace tenantry::cache {

Result<std::unique_ptr<Cache>> Cache::open(const Config &config, const Clock &clock, const Log &log)
{
    std::unique_ptr<Cache> cache(new Cache);
    if (config.cacheUrl.isEmpty()) {
        cache->m_rates = std::make_unique<LocalRateCounter>(clock);
        cache->m_failures = std::make_unique<LocalFailureLocks>(clock);
        return cache;
    }
    RedisUrl url = TRY(RedisUrl::parse(config.cacheUrl));
    cache->m_redis = std::make_unique<Redis>(std::move(url), config.secretKey, log);
    cache->m_rates = std::make_unique<RedisRateCounter>(*cache->m_redis, clock);
    cache->m_failures = std::make_unique<RedisFailureLocks>(*cache->m_redis, clock);
    return cache;
}

Cache::~Cache() = default;

bool Cache::answers() const
{
    return !m_redis || m_redis->answers();
}

} // namespace tenantry::cache
