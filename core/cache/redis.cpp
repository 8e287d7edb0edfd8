// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redis.h"

#include "core/cache/redisreply.h"
#include "core/log/log.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace tenantry::cache {

namespace {

constexpr qint64 pauseAfterFailure = 1'000; ///< milliseconds

Redis::Numbers numbersOf(const redisReply &reply)
{
    Redis::Numbers numbers;
    if (reply.type == REDIS_REPLY_INTEGER)
        numbers.push_back(reply.integer);
    for (std::size_t i = 0; reply.type == REDIS_REPLY_ARRAY && i < reply.elements; ++i)
        numbers.push_back(reply.element[i]->integer);
    return numbers;
}

} // namespace

Redis::Redis(RedisUrl url, QByteArray deployment, const Log &log)
    : m_connections(std::move(url))
    , m_deployment(std::move(deployment))
    , m_log(log)
{
    m_sinceStart.start();
}

std::optional<Redis::Numbers> Redis::run(const char *script, const QByteArray &name,
                                         const std::vector<Micros> &arguments)
{
    std::vector<QByteArray> words{"EVAL", script, "1", keyOf(name)};
    for (const Micros argument : arguments)
        words.push_back(QByteArray::number(argument));
    return ask(words);
}

bool Redis::answers()
{
    return ask({"PING"}).has_value();
}

QByteArray Redis::keyOf(const QByteArray &name) const
{
    return "tenantry:" + QMessageAuthenticationCode::hash(name, m_deployment, QCryptographicHash::Sha256).toHex();
}

std::optional<Redis::Numbers> Redis::ask(const std::vector<QByteArray> &words)
{
    if (!mayAsk())
        return {};
    redis::Reply reply;
    RedisConnections::Connection connection = m_connections.idle();
    if (connection)
        reply = redis::send(*connection, words);
    if (!reply) {
        // A kept connection dies with the Redis it led to; a new one says whether there is one again.
        m_connections.clear();
        connection = m_connections.connect();
        if (connection)
            reply = redis::send(*connection, words);
    }
    if (!reply || reply->type == REDIS_REPLY_ERROR) {
        isGone(reply ? QString::fromUtf8(reply->str, qsizetype(reply->len)) : u"no answer"_s);
        return {};
    }
    m_connections.giveBack(std::move(connection));
    isBack();
    return numbersOf(*reply);
}

/// While it is away, one request a second tries; the others do not wait for it.
bool Redis::mayAsk()
{
    const qint64 now = m_sinceStart.elapsed();
    qint64 until = m_leftAloneUntil;
    if (now < until)
        return false;
    return !m_away || m_leftAloneUntil.compare_exchange_strong(until, now + pauseAfterFailure);
}

void Redis::isBack()
{
    m_leftAloneUntil = 0;
    if (m_away.exchange(false))
        m_log.write(Logger::App, LogLevel::Info, u"The cache answers again; limits are shared."_s, {},
                    {{"event_type", "cache_back"}});
}

void Redis::isGone(const QString &reason)
{
    m_leftAloneUntil = m_sinceStart.elapsed() + pauseAfterFailure;
    if (!m_away.exchange(true))
        m_log.write(Logger::App, LogLevel::Error,
                    u"The cache does not answer; until it does, each server counts limits for itself."_s, {},
                    {{"event_type", "cache_away"}, {"reason", reason}});
}

} // namespace tenantry::cache
