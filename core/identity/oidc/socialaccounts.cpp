// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/socialaccounts.h"

namespace tenantry::identity::socialaccounts {

namespace {

SocialAccount from(const sql::Cursor &row)
{
    return {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)};
}

} // namespace

Result<std::optional<SocialAccount>> find(sql::Session &session, const QString &issuer, const QString &subject)
{
    return session.first("SELECT issuer, subject, provider, user_id, email FROM {social_accounts} "
                         "WHERE issuer = $1 AND subject = $2",
                         {issuer, subject}, from);
}

Result<std::vector<SocialAccount>> ofUser(sql::Session &session, const QString &userId)
{
    return session.all("SELECT issuer, subject, provider, user_id, email FROM {social_accounts} WHERE user_id = $1 "
                       "ORDER BY provider, subject",
                       {userId}, from);
}

Result<void> add(sql::Transaction &transaction, const ExternalIdentity &who, const QString &provider,
                 const QString &userId, Micros now)
{
    TRY(transaction.execute("INSERT INTO {social_accounts} (issuer, subject, provider, user_id, email, created_at) "
                            "VALUES ($1, $2, $3, $4, $5, $6)",
                            {who.issuer, who.subject, provider, userId, who.email, now}));
    return {};
}

Result<bool> remove(sql::Transaction &transaction, const QString &userId, const QString &provider,
                    const QString &subject)
{
    const auto changed =
        TRY(transaction.execute("DELETE FROM {social_accounts} WHERE user_id = $1 AND provider = $2 AND subject = $3",
                                {userId, provider, subject}));
    return changed > 0;
}

} // namespace tenantry::identity::socialaccounts
