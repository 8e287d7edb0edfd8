// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

#include <hiredis/hiredis.h>

/// One command to Redis and its answer, through hiredis. Within this room only: nobody else sees hiredis.
namespace tenantry::cache::redis {

struct ReplyCloser
{
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, ReplyCloser>;

/// Sends a command, word by word, and waits for its answer as long as the connection does; nothing when there is none,
/// and the connection is of no more use then. Not thread-safe.
Reply send(redisContext &connection, const std::vector<QByteArray> &words);

} // namespace tenantry::cache::redis
