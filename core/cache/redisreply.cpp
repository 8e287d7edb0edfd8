// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisreply.h"

namespace tenantry::cache::redis {

Reply send(redisContext &connection, const std::vector<QByteArray> &words)
{
    std::vector<const char *> texts;
    std::vector<std::size_t> lengths;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        lengths.push_back(std::size_t(word.size()));
    }
    void *reply = redisCommandArgv(&connection, int(words.size()), texts.data(), lengths.data());
    return Reply(static_cast<redisReply *>(reply));
}

} // namespace tenantry::cache::redis
