// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/identity/siteuser.h"
#include "core/sql/session.h"

namespace tenantry::identity {

/// What a mirror may do inside the site, from its permissions on the platform.
struct MirrorFlags
{
    bool staff = false;
    bool superuser = false;
    bool active = true; ///< false once the account's last permission on the site is gone
};

/// Staff and superuser of the site is who holds `admin_site` there or is a superuser of the platform.
MirrorFlags mirrorFlags(const Account &account, const QStringList &sitePermissions);

/// The users of one site. Every function works inside a closure given to a site's read or write, so the session says
/// which site. Deleted users are found too. User names are case-sensitive, e-mail addresses are not. Without state.
class SiteUsers
{
public:
    static Result<std::optional<SiteUser>> byId(sql::Session &session, const QString &id);
    static Result<std::optional<SiteUser>> byUsername(sql::Session &session, const QString &username);
    static Result<std::optional<SiteUser>> byEmail(sql::Session &session, const QString &email);
    /// What is typed into a sign-in form: an e-mail address (a mirror's comes second), or else a user name.
    static Result<std::optional<SiteUser>> byLogin(sql::Session &session, const QString &login);
    static Result<std::optional<SiteUser>> byAccount(sql::Session &session, const QString &accountUuid);

    /// The user name, or with a counter behind it where somebody in the site has it already.
    static Result<QString> freeUsername(sql::Session &session, const QString &wanted);

    /// A new one that is no mirror, with its history; whether name and address are free, the caller has seen to.
    static Result<void> insert(sql::Transaction &transaction, const SiteUser &user);
    /// Takes the user away with all that is theirs; their history stays, and ends with the reason.
    static Result<void> remove(sql::Transaction &transaction, const SiteUser &user, const QString &reason);

    /// Makes or refreshes the account's mirror: name, e-mail and active flag follow the account. Idempotent. A user
    /// name that a user of the site has already gets a counter; an e-mail address may be shared with one.
    static Result<SiteUser> mirror(sql::Transaction &transaction, const Account &account, MirrorFlags flags,
                                   Micros now);

    /// After every change of a user but that of when they last signed in: what they are now goes into their history.
    static Result<void> noteChange(sql::Transaction &transaction, const SiteUser &user, audit::history::Change change,
                                   const QString &reason = {});
    /// Where the history of a user is.
    static audit::history::Record historyOf(const QString &userId);
};

} // namespace tenantry::identity
