// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cache/redisconnections.h"

#include <QElapsedTimer>

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

namespace tenantry {
class Log;
}

namespace tenantry::cache {

/// A Redis that servers of one deployment share. What cannot be had from it in time is not waited for: after a failure
/// it is left alone for a second, so that requests stay quick while it is away; the log says when it goes and when it
/// is back. Thread-safe.
class Redis
{
public:
    /// `deployment`: a secret of the servers that share it. Keys are made of it, so that deployments on one Redis do
    /// not meet, and neither addresses nor names of people stand there. `log` outlives the object.
    Redis(RedisUrl url, QByteArray deployment, const Log &log);

    using Numbers = std::vector<std::int64_t>;
    /// What a Lua script answers, a number or several; nothing when Redis is away. `name` is made into a key.
    std::optional<Numbers> run(const char *script, const QByteArray &name, const std::vector<Micros> &arguments);

    /// Whether it answers now.
    bool answers();

private:
    QByteArray keyOf(const QByteArray &name) const;
    std::optional<Numbers> ask(const std::vector<QByteArray> &words);
    bool mayAsk();
    void isBack();
    void isGone(const QString &reason);

    RedisConnections m_connections;
    const QByteArray m_deployment;
    const Log &m_log;
    QElapsedTimer m_sinceStart;
    std::atomic<qint64> m_leftAloneUntil{0}; ///< milliseconds since the start
    std::atomic<bool> m_away{false};
};

} // namespace tenantry::cache
