// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisratecounter.h"

namespace tenantry::cache {

namespace {

/// LocalRateCounter::admit() in one round trip. Answers: admitted, remaining, reset, time until then.
constexpr const char *admitScript = R"(
local limit, span = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local number = math.floor(now / span)
local held = redis.call('HMGET', KEYS[1], 'span', 'current', 'before')
local current, before = 0, 0
if tonumber(held[1]) == number then
    current, before = tonumber(held[2]), tonumber(held[3])
elseif tonumber(held[1]) == number - 1 then
    before = tonumber(held[2])
end
local used = current + before * (1 - (now % span) / span)
local admitted = 0
if used + 1 <= limit then
    admitted = 1
    redis.call('HSET', KEYS[1], 'span', number, 'current', current + 1, 'before', before)
    redis.call('PEXPIRE', KEYS[1], math.ceil(2 * span / 1000))
end
local reset = (number + 1) * span
return {admitted, math.max(0, math.floor(limit - used - admitted)), reset, reset - now}
)";

} // namespace

RedisRateCounter::RedisRateCounter(Redis &redis, const Clock &clock)
    : m_redis(redis)
    , m_local(clock)
{
}

RateVerdict RedisRateCounter::admit(const QByteArray &key, RateLimit limit)
{
    const std::optional<Redis::Numbers> answer = m_redis.run(admitScript, "rate " + key, {limit.events, limit.span});
    if (!answer || answer->size() != 4)
        return m_local.admit(key, limit);
    RateVerdict verdict;
    verdict.admitted = (*answer)[0] == 1;
    verdict.limit = limit.events;
    verdict.remaining = int((*answer)[1]);
    verdict.reset = (*answer)[2];
    verdict.retryAfter = (*answer)[3];
    return verdict;
}

} // namespace tenantry::cache
