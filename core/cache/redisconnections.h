// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/redisurl.h"

#include <memory>
#include <mutex>
#include <vector>

struct redisContext;

namespace tenantry::cache {

/// Connections to one Redis, made as they are needed and kept for the next user. Thread-safe.
class RedisConnections
{
public:
    struct Closer
    {
        void operator()(redisContext *context) const;
    };
    using Connection = std::unique_ptr<redisContext, Closer>; ///< one user at a time

    explicit RedisConnections(RedisUrl url);
    ~RedisConnections();

    /// One that was given back; nothing when there is none. Its other end may be gone.
    Connection idle();
    /// A new one, signed in and on its database; nothing when Redis does not answer within a quarter of a second.
    Connection connect() const;
    /// Keeps a connection that works for the next user.
    void giveBack(Connection connection);
    /// Drops those nobody uses.
    void clear();

private:
    const RedisUrl m_url;
    std::mutex m_mutex;
    std::vector<Connection> m_idle;
};

} // namespace tenantry::cache
