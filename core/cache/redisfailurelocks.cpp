// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisfailurelocks.h"

namespace tenantry::cache {

namespace {

constexpr const char *lockedForScript = R"(
local time = redis.call('TIME')
return math.max(0, (tonumber(redis.call('HGET', KEYS[1], 'until') or '0')) - (time[1] * 1000000 + time[2]))
)";

/// LocalFailureLocks::failed() in one round trip.
constexpr const char *failedScript = R"(
local window, lock, allowed = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local recent = {string.format('%.0f', now)}
for at in string.gmatch(redis.call('HGET', KEYS[1], 'failures') or '', '%d+') do
    if tonumber(at) > now - window then
        recent[#recent + 1] = at
    end
end
if #recent >= allowed then
    redis.call('HSET', KEYS[1], 'until', string.format('%.0f', now + lock), 'failures', '')
else
    redis.call('HSET', KEYS[1], 'failures', table.concat(recent, ' '))
end
redis.call('PEXPIRE', KEYS[1], math.ceil((window + lock) / 1000))
return 0
)";

constexpr const char *succeededScript = "return redis.call('DEL', KEYS[1])";

QByteArray nameOf(const QByteArray &key)
{
    return "failures " + key;
}

} // namespace

RedisFailureLocks::RedisFailureLocks(Redis &redis, const Clock &clock)
    : m_redis(redis)
    , m_local(clock)
{
}

Micros RedisFailureLocks::lockedFor(const QByteArray &key)
{
    const std::optional<Redis::Numbers> answer = m_redis.run(lockedForScript, nameOf(key), {});
    return std::max(m_local.lockedFor(key), answer && !answer->empty() ? answer->front() : 0);
}

void RedisFailureLocks::failed(const QByteArray &key)
{
    if (!m_redis.run(failedScript, nameOf(key), {window, lockTime, Micros(failuresAllowed)}))
        m_local.failed(key);
}

void RedisFailureLocks::succeeded(const QByteArray &key)
{
    m_redis.run(succeededScript, nameOf(key), {});
    m_local.succeeded(key);
}

} // namespace tenantry::cache
