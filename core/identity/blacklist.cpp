// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/blacklist.h"

namespace tenantry::identity::blacklist {

Result<bool> add(sql::Transaction &transaction, const QString &tokenId, std::int64_t expiresAtSeconds, Micros now)
{
    TRY(transaction.execute("DELETE FROM {token_blacklist} WHERE expires_at <= $1", {now}));
    const std::int64_t added = TRY(transaction.execute(
        "INSERT INTO {token_blacklist} (jti, expires_at) VALUES ($1, $2) ON CONFLICT (jti) DO NOTHING",
        {tokenId, expiresAtSeconds * 1'000'000}));
    return added == 1;
}

Result<bool> contains(sql::Session &session, const QString &tokenId)
{
    const auto found = TRY(session.first("SELECT 1 FROM {token_blacklist} WHERE jti = $1", {tokenId},
                                         [](const sql::Cursor &) { return true; }));
    return found.has_value();
}

} // namespace tenantry::identity::blacklist
