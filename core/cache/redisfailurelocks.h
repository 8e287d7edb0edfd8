// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/localfailurelocks.h"
#include "core/cache/redis.h"

namespace tenantry::cache {

/// Locks in a Redis, by its clock, so that they hold on all servers of a deployment; in this process while Redis is
/// away.
class RedisFailureLocks : public FailureLocks
{
public:
    /// Both outlive the locks.
    RedisFailureLocks(Redis &redis, const Clock &clock);

    Micros lockedFor(const QByteArray &key) override;
    void failed(const QByteArray &key) override;
    void succeeded(const QByteArray &key) override;

private:
    Redis &m_redis;
    LocalFailureLocks m_local;
};

} // namespace tenantry::cache
