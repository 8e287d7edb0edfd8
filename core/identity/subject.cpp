// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/subject.h"

#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

bool Subject::maySignIn() const
{
    if (isMirror())
        return account->maySignIn() && !sitePermissions.isEmpty();
    return onSite ? user->maySignIn() : account->maySignIn();
}

std::int64_t Subject::epoch() const
{
    // Both only ever grow, so that the sum is the same only when neither has changed.
    return (user ? user->tokenEpoch : 0) + (account ? account->tokenEpoch : 0);
}

const QString &Subject::passwordHash() const
{
    return account ? account->passwordHash : user->passwordHash;
}

QString Subject::id() const
{
    if (onSite)
        return user ? user->id : QString();
    return account->uuid;
}

const QString &Subject::username() const
{
    return user ? user->username : account->username;
}

const QString &Subject::email() const
{
    return account ? account->email : user->email;
}

QString Subject::fullName() const
{
    return account ? account->fullName() : user->fullName();
}

TokenHolder Subject::tokenHolder() const
{
    return {id(), username(), email(), epoch()};
}

std::optional<SitePrincipal> Subject::sitePrincipal(const QString &siteUuid) const
{
    if (!onSite || !user)
        return {};
    SitePrincipal principal;
    principal.siteUuid = siteUuid;
    principal.id = user->id;
    principal.username = user->username;
    principal.email = email();
    principal.superuser = isMirror() ? mirrorFlags(*account, sitePermissions).superuser : user->superuser;
    principal.staff = user->staff;
    principal.cloudUser = user->cloudUser;
    principal.accountUuid = user->accountUuid;
    principal.sitePermissions = sitePermissions;
    return principal;
}

std::optional<PlatformPrincipal> Subject::platformPrincipal() const
{
    return account ? std::optional(account->principal()) : std::nullopt;
}

} // namespace tenantry::identity
