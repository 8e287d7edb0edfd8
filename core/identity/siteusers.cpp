// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteusers.h"

#include "core/base/fold.h"
#include "core/base/ids.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

using audit::history::Change;

namespace {

constexpr qsizetype longestUsername = 150;

Result<std::optional<SiteUser>> findWhere(sql::Session &session, std::string_view condition, const sql::Value &value)
{
    std::string text = "SELECT ";
    text.append(SiteUser::columns).append(" FROM {users} u WHERE ").append(condition);
    return session.first(text, {value}, [](const sql::Cursor &row) { return SiteUser::from(row); });
}

Result<void> insertMirror(sql::Transaction &transaction, const Account &account, MirrorFlags flags, Micros now)
{
    const QString username = TRY(SiteUsers::freeUsername(transaction, account.username));
    TRY(transaction.execute("INSERT INTO {users} (id, username, email, email_folded, first_name, last_name, is_active, "
                            "is_staff, is_superuser, is_deleted, is_cloud_user, account_uuid, attributes, date_joined, "
                            "updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, FALSE, TRUE, $10, '{}', $11, $11)",
                            {newUuid(), username, account.email, folded(account.email), account.firstName,
                             account.lastName, account.maySignIn() && flags.active, flags.staff, flags.superuser,
                             account.uuid, now}));
    return {};
}

bool agrees(const SiteUser &user, const Account &account, MirrorFlags flags)
{
    return user.email == account.email && user.firstName == account.firstName && user.lastName == account.lastName &&
           user.active == (account.maySignIn() && flags.active) && user.staff == flags.staff &&
           user.superuser == flags.superuser && !user.deleted;
}

} // namespace

MirrorFlags mirrorFlags(const Account &account, const QStringList &sitePermissions)
{
    const bool administers = account.superuser || sitePermissions.contains(u"admin_site"_s);
    return {.staff = administers, .superuser = administers, .active = !sitePermissions.isEmpty()};
}

Result<std::optional<SiteUser>> SiteUsers::byId(sql::Session &session, const QString &id)
{
    return findWhere(session, "u.id = $1", id);
}

Result<std::optional<SiteUser>> SiteUsers::byUsername(sql::Session &session, const QString &username)
{
    return findWhere(session, "u.username = $1", username);
}

Result<std::optional<SiteUser>> SiteUsers::byEmail(sql::Session &session, const QString &email)
{
    return findWhere(session, "u.email_folded = $1 ORDER BY (u.account_uuid IS NOT NULL), u.id LIMIT 1", folded(email));
}

Result<std::optional<SiteUser>> SiteUsers::byLogin(sql::Session &session, const QString &login)
{
    if (login.contains(u'@')) {
        if (auto user = TRY(byEmail(session, login)))
            return user;
    }
    return byUsername(session, login);
}

Result<std::optional<SiteUser>> SiteUsers::byAccount(sql::Session &session, const QString &accountUuid)
{
    return findWhere(session, "u.account_uuid = $1", accountUuid);
}

Result<QString> SiteUsers::freeUsername(sql::Session &session, const QString &wanted)
{
    QString candidate = wanted;
    for (int counter = 1; TRY(byUsername(session, candidate)); ++counter) {
        const QString suffix = u"-"_s + QString::number(counter);
        candidate = wanted.left(longestUsername - suffix.size()) + suffix;
    }
    return candidate;
}

Result<void> SiteUsers::insert(sql::Transaction &transaction, const SiteUser &user)
{
    TRY(transaction.execute(
        "INSERT INTO {users} (id, username, email, email_folded, password_hash, first_name, last_name, is_active, "
        "is_staff, is_superuser, is_deleted, is_cloud_user, attributes, date_joined, updated_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, FALSE, FALSE, FALSE, $10, $11, $11)",
        {user.id, user.username, user.email, folded(user.email), user.passwordHash, user.firstName, user.lastName,
         user.active, user.staff, user.attributes, user.dateJoined}));
    return noteChange(transaction, user, Change::Created);
}

Result<void> SiteUsers::remove(sql::Transaction &transaction, const SiteUser &user, const QString &reason)
{
    TRY(transaction.execute("DELETE FROM {users} WHERE id = $1", {user.id}));
    return noteChange(transaction, user, Change::Deleted, reason);
}

Result<SiteUser> SiteUsers::mirror(sql::Transaction &transaction, const Account &account, MirrorFlags flags, Micros now)
{
    const auto present = TRY(byAccount(transaction, account.uuid));
    if (present && agrees(*present, account, flags))
        return *present;
    if (!present) {
        TRY(insertMirror(transaction, account, flags, now));
    } else {
        TRY(transaction.execute("UPDATE {users} SET email = $2, email_folded = $3, first_name = $4, last_name = $5, "
                                "is_active = $6, is_staff = $7, is_superuser = $8, is_deleted = FALSE, updated_at = $9 "
                                "WHERE account_uuid = $1",
                                {account.uuid, account.email, folded(account.email), account.firstName,
                                 account.lastName, account.maySignIn() && flags.active, flags.staff, flags.superuser,
                                 now}));
    }
    const SiteUser mirror = *TRY(byAccount(transaction, account.uuid));
    TRY(noteChange(transaction, mirror, present ? Change::Changed : Change::Created,
                   u"The user follows an account of the platform"_s));
    return mirror;
}

Result<void> SiteUsers::noteChange(sql::Transaction &transaction, const SiteUser &user, Change change,
                                   const QString &reason)
{
    return audit::history::add(transaction, {historyOf(user.id), change, toJson(user), reason});
}

audit::history::Record SiteUsers::historyOf(const QString &userId)
{
    return {u"user"_s, userId};
}

} // namespace tenantry::identity
