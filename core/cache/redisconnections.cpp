// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisconnections.h"

#include "core/cache/redisreply.h"

namespace tenantry::cache {

namespace {

constexpr timeval patience{0, 250'000};
constexpr std::size_t maxIdle = 64;

bool isDone(redisContext &context, const std::vector<QByteArray> &words)
{
    const redis::Reply reply = redis::send(context, words);
    return reply && reply->type != REDIS_REPLY_ERROR;
}

} // namespace

void RedisConnections::Closer::operator()(redisContext *context) const
{
    redisFree(context);
}

RedisConnections::RedisConnections(RedisUrl url)
    : m_url(std::move(url))
{
}

RedisConnections::~RedisConnections() = default;

RedisConnections::Connection RedisConnections::idle()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty())
        return {};
    Connection connection = std::move(m_idle.back());
    m_idle.pop_back();
    return connection;
}

RedisConnections::Connection RedisConnections::connect() const
{
    Connection connection(redisConnectWithTimeout(m_url.host.constData(), m_url.port, patience));
    if (!connection || connection->err || redisSetTimeout(connection.get(), patience) != REDIS_OK)
        return {};
    if (!m_url.password.isEmpty()) {
        std::vector<QByteArray> words{"AUTH"};
        if (!m_url.user.isEmpty())
            words.push_back(m_url.user);
        words.push_back(m_url.password);
        if (!isDone(*connection, words))
            return {};
    }
    if (m_url.database != 0 && !isDone(*connection, {"SELECT", QByteArray::number(m_url.database)}))
        return {};
    return connection;
}

void RedisConnections::giveBack(Connection connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < maxIdle)
        m_idle.push_back(std::move(connection));
}

void RedisConnections::clear()
{
    const std::lock_guard lock(m_mutex);
    m_idle.clear();
}

} // namespace tenantry::cache
