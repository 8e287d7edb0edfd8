// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/emailverification.h"

#include "core/base/fold.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity::emailverification {

namespace {

constexpr auto pending = "{\"pending\":\"verify_email\"}";

} // namespace

Result<bool> isPending(sql::Session &session, const SiteUser &user)
{
    const auto found = TRY(session.first("SELECT 1 FROM {unverified_emails} WHERE user_id = $1 AND email_folded = $2",
                                         {user.id, folded(user.email)}, [](const sql::Cursor &) { return true; }));
    return found.has_value();
}

Result<void> require(sql::Transaction &transaction, const SiteUser &user, Micros now)
{
    TRY(transaction.execute("INSERT INTO {unverified_emails} (user_id, email_folded, created_at) VALUES ($1, $2, $3)",
                            {user.id, folded(user.email), now}));
    return {};
}

Result<void> settle(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {unverified_emails} WHERE user_id = $1", {userId}));
    return {};
}

Error notVerified()
{
    Error error = Error::make(ErrorCode::Unauthorized,
                              u"Confirm your e-mail address first, by the link that was mailed to you."_s,
                              u"E-mail address is not verified"_s);
    error.data = pending;
    return error;
}

bool isNotVerified(const Error &error)
{
    return error.code == ErrorCode::Unauthorized && error.data == pending;
}

} // namespace tenantry::identity::emailverification
