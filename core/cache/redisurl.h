// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tenantry::cache {

/// Where a Redis is: redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE], as the `redis-cli -u` of Redis reads it.
struct RedisUrl
{
    QByteArray host;
    int port = 6379;
    QByteArray user; ///< empty: Redis' own default user
    QByteArray password;
    int database = 0;

    /// NotConfigured, saying what is wrong with the URL; its password is not repeated.
    static Result<RedisUrl> parse(const QString &text);
};

} // namespace tenantry::cache
