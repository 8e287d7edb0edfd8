// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/subjects.h"

#include "core/access/sitegroups.h"
#include "core/identity/accounts.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

Result<std::optional<Subject>> current(sql::Transaction &transaction, const Subject &subject, Micros now)
{
    Subject fresh = subject;
    if (subject.isMirror()) {
        const MirrorFlags flags = mirrorFlags(*subject.account, subject.sitePermissions);
        fresh.user = TRY(SiteUsers::mirror(transaction, *subject.account, flags, now));
    } else if (subject.onSite) {
        fresh.user = TRY(SiteUsers::byId(transaction, subject.user->id));
    } else {
        fresh.account = TRY(Accounts::byUuid(transaction, subject.account->uuid));
    }
    if (!fresh.user && !fresh.account)
        return std::optional<Subject>();
    return std::optional<Subject>(std::move(fresh));
}

/// A site's user with what its groups give, in one query: requests ask for it.
Result<std::optional<Subject>> userWithPermissions(sql::Session &session, const QString &id)
{
    std::string text = "SELECT ";
    text.append(SiteUser::columns)
        .append(", ")
        .append(access::SiteGroups::permissionsColumn(session.dialect(), "u.id"));
    text.append(" FROM {users} u WHERE u.id = $1");
    return session.first(text, {id}, [](const sql::Cursor &row) {
        Subject subject;
        subject.onSite = true;
        subject.user = SiteUser::from(row);
        subject.sitePermissions = access::SiteGroups::permissionsFrom(row.string(SiteUser::columnCount));
        return subject;
    });
}

} // namespace

Subjects::Subjects(sql::Database &platform, SitePermissionSource permissions)
    : m_platform(platform)
    , m_permissions(permissions)
    , m_accounts(std::make_unique<AccountCache>(platform, std::move(permissions)))
    , m_users(std::make_unique<VersionedCache<Subject>>())
{
}

Result<std::optional<Subject>> Subjects::byId(const Realm &realm, const QString &id) const
{
    if (!realm.site())
        return withAccount(QString(), Subject{}, id);
    const auto subject = TRY(userOf(*realm.site(), id));
    if (!subject)
        return std::optional<Subject>();
    if (subject->user->accountUuid.isEmpty())
        return std::optional<Subject>(*subject);
    return withAccount(realm.name(), *subject, subject->user->accountUuid);
}

VersionedCache<Subject>::Found Subjects::userOf(const Site &site, const QString &id) const
{
    return m_users->find(site.uuid() + id, site.ownWrites(), [&]() -> VersionedCache<Subject>::Found {
        auto subject = TRY(site.read([&](sql::Session &session) { return userWithPermissions(session, id); }));
        return subject ? std::make_shared<const Subject>(*std::move(subject)) : nullptr;
    });
}

Result<std::optional<Subject>> Subjects::byLogin(const Realm &realm, const QString &login) const
{
    if (!realm.site())
        return accountByLogin(login);
    const auto user = TRY(realm.read([&](sql::Session &session) { return SiteUsers::byLogin(session, login); }));
    if (user)
        return byId(realm, user->id);
    const auto account = TRY(accountByLogin(login));
    if (!account)
        return std::optional<Subject>();
    Subject subject = TRY(byAccount(*realm.site(), *account->account));
    if (subject.sitePermissions.isEmpty())
        return std::optional<Subject>();
    return std::optional<Subject>(std::move(subject));
}

Result<Subject> Subjects::byAccount(const Site &site, const Account &account) const
{
    Subject subject;
    subject.onSite = true;
    subject.account = account;
    subject.user = TRY(site.read([&](sql::Session &session) { return SiteUsers::byAccount(session, account.uuid); }));
    subject.sitePermissions = TRY(m_platform.read(
        [&](sql::Session &session) { return m_permissions(session, account.principal(), site.uuid()); }));
    return subject;
}

Result<std::optional<Subject>> Subjects::byAccount(const Site &site, const QString &accountUuid) const
{
    const auto account =
        TRY(m_platform.read([&](sql::Session &session) { return Accounts::byUuid(session, accountUuid); }));
    if (!account)
        return std::optional<Subject>();
    Subject subject = TRY(byAccount(site, *account));
    return std::optional<Subject>(std::move(subject));
}

Result<Subject> Subjects::confirm(sql::Transaction &transaction, Subject subject, Micros now)
{
    auto fresh = TRY(current(transaction, subject, now));
    if (!fresh || !fresh->maySignIn() || fresh->epoch() != subject.epoch())
        return failure(ErrorCode::Unauthorized, u"The account was changed meanwhile; sign in again."_s);
    return *std::move(fresh);
}

Result<Subject> Subjects::confirmSignIn(sql::Transaction &transaction, Subject subject, Micros now)
{
    Subject fresh = TRY(confirm(transaction, std::move(subject), now));
    if (fresh.onSite) {
        TRY(transaction.execute("UPDATE {users} SET last_login = $2 WHERE id = $1", {fresh.user->id, now}));
        fresh.user->lastLogin = now;
    } else {
        TRY(transaction.execute("UPDATE {accounts} SET last_login = $2 WHERE uuid = $1", {fresh.account->uuid, now}));
        fresh.account->lastLogin = now;
    }
    return fresh;
}

Result<std::optional<Subject>> Subjects::withAccount(const QString &siteUuid, Subject subject,
                                                     const QString &accountUuid) const
{
    const auto found = TRY(m_accounts->find(accountUuid, siteUuid));
    if (!found)
        return std::optional<Subject>();
    subject.account = found->account;
    subject.sitePermissions = found->sitePermissions;
    return std::optional<Subject>(std::move(subject));
}

Result<std::optional<Subject>> Subjects::accountByLogin(const QString &login) const
{
    Subject subject;
    subject.account = TRY(m_platform.read([&](sql::Session &session) { return Accounts::byLogin(session, login); }));
    return subject.account ? std::optional<Subject>(std::move(subject)) : std::nullopt;
}

} // namespace tenantry::identity
