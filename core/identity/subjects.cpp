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

} // namespace

Subjects::Subjects(sql::Database &platform, SitePermissionSource permissions)
    : m_platform(platform)
    , m_permissions(std::move(permissions))
{
}

Result<std::optional<Subject>> Subjects::byId(const Realm &realm, const QString &id) const
{
    if (!realm.site())
        return onPlatform(TRY(realm.read([&](sql::Session &session) { return Accounts::byUuid(session, id); })));
    Subject subject;
    subject.onSite = true;
    TRY(realm.read([&](sql::Session &session) -> Result<void> {
        subject.user = TRY(SiteUsers::byId(session, id));
        if (subject.user && subject.user->accountUuid.isEmpty())
            subject.sitePermissions = TRY(access::SiteGroups::permissionsOfUser(session, id));
        return {};
    }));
    return subject.user ? withAccount(realm, std::move(subject)) : Result<std::optional<Subject>>(std::nullopt);
}

Result<std::optional<Subject>> Subjects::byLogin(const Realm &realm, const QString &login) const
{
    if (!realm.site())
        return onPlatform(TRY(realm.read([&](sql::Session &session) { return Accounts::byLogin(session, login); })));
    Subject known;
    known.onSite = true;
    known.user = TRY(realm.read([&](sql::Session &session) { return SiteUsers::byLogin(session, login); }));
    if (known.user)
        return withAccount(realm, std::move(known));
    const auto account = TRY(m_platform.read([&](sql::Session &session) { return Accounts::byLogin(session, login); }));
    if (!account)
        return std::optional<Subject>();
    Subject subject = TRY(byAccount(*realm.site(), *account));
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

Result<std::optional<Subject>> Subjects::withAccount(const Realm &realm, Subject subject) const
{
    if (subject.user->accountUuid.isEmpty())
        return std::optional<Subject>(std::move(subject));
    TRY(m_platform.read([&](sql::Session &session) -> Result<void> {
        subject.account = TRY(Accounts::byUuid(session, subject.user->accountUuid));
        if (subject.account)
            subject.sitePermissions = TRY(m_permissions(session, subject.account->principal(), realm.name()));
        return {};
    }));
    return subject.account ? std::optional<Subject>(std::move(subject)) : std::nullopt;
}

Result<std::optional<Subject>> Subjects::onPlatform(std::optional<Account> account) const
{
    if (!account)
        return std::optional<Subject>();
    Subject subject;
    subject.account = std::move(account);
    return std::optional<Subject>(std::move(subject));
}

} // namespace tenantry::identity
