// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/totpstore.h"

namespace tenantry::identity::totpstore {

namespace {

std::optional<Micros> time(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<Micros>(row.integer(column));
}

} // namespace

Result<std::optional<TotpAuthenticator>> find(sql::Session &session, const QString &userId)
{
    return session.first("SELECT sealed_secret, created_at, activated_at, last_used_at, last_step "
                         "FROM {totp_authenticators} WHERE user_id = $1",
                         {userId}, [](const sql::Cursor &row) {
                             return TotpAuthenticator{row.string(0).toLatin1(), row.integer(1), time(row, 2),
                                                      time(row, 3), row.integer(4)};
                         });
}

Result<void> begin(sql::Transaction &transaction, const QString &userId, const QByteArray &sealedSecret, Micros now)
{
    TRY(removeInactive(transaction, userId));
    TRY(transaction.execute("INSERT INTO {totp_authenticators} (user_id, sealed_secret, created_at) "
                            "VALUES ($1, $2, $3)",
                            {userId, QString::fromLatin1(sealedSecret), now}));
    return {};
}

Result<void> activate(sql::Transaction &transaction, const QString &userId, std::int64_t step, Micros now)
{
    TRY(transaction.execute("UPDATE {totp_authenticators} SET activated_at = $2, last_step = $3 WHERE user_id = $1",
                            {userId, now, step}));
    return {};
}

Result<bool> spend(sql::Transaction &transaction, const QString &userId, std::int64_t step, Micros now)
{
    const auto changed = TRY(transaction.execute("UPDATE {totp_authenticators} SET last_step = $2, last_used_at = $3 "
                                                 "WHERE user_id = $1 AND last_step < $2",
                                                 {userId, step, now}));
    return changed == 1;
}

Result<void> removeInactive(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {totp_authenticators} WHERE user_id = $1 AND activated_at IS NULL", {userId}));
    return {};
}

Result<void> remove(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {totp_authenticators} WHERE user_id = $1", {userId}));
    return {};
}

} // namespace tenantry::identity::totpstore
