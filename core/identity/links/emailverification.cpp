// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/emailverification.h"

#include "core/access/roles/rolemembers.h"
#include "core/base/fold.h"
#include "core/identity/links/mailedlinks.h"
#include "core/identity/siteusers.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::identity::emailverification {

namespace {

constexpr auto pending = "{\"pending\":\"verify_email\"}";
constexpr Micros margin = Micros{24 * 60 * 60} * 1'000'000;
constexpr int mostAtOnce = 50; ///< since who signs up waits for it

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

Result<void> removeAbandoned(sql::Transaction &transaction, Micros now)
{
    // Who signed up has the same time in both; who was made by others and then gave themselves another address has not.
    const auto ids = TRY(transaction.all(
        "SELECT u.id FROM {unverified_emails} e JOIN {users} u ON u.id = e.user_id AND u.date_joined = e.created_at "
        "WHERE e.created_at <= $1 AND u.updated_at = u.date_joined AND u.last_login IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM {mailed_links} l WHERE l.user_id = u.id AND l.expires_at > $2) "
        "AND NOT EXISTS (SELECT 1 FROM {api_keys} k WHERE k.user_id = u.id) LIMIT $3",
        {now - mailedlinks::lifetime(mailedlinks::Purpose::VerifyEmail) - margin, now, mostAtOnce},
        [](const sql::Cursor &row) { return row.string(0); }));
    const QStringList found(ids.begin(), ids.end());
    QSet<QString> kept;
    for (const access::RoleMembership &membership : TRY(access::rolemembers::ofUsers(transaction, found, now)))
        kept.insert(membership.userId);
    for (const QString &id : found) {
        const auto user = TRY(SiteUsers::byId(transaction, id));
        if (user && !kept.contains(id))
            TRY(SiteUsers::remove(transaction, *user, u"Signed up, and never showed that the address is theirs"_s));
    }
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
