// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/access/sitegroups.h"
#include "core/audit/history.h"
#include "core/base/later.h"
#include "core/identity/siteuserlist.h"
#include "core/secrets/caller.h"
#include "core/tenancy/site.h"

#include <optional>

namespace tenantry::identity {

class PasswordHasher;

/// What a caller may set of a user of a site; what is absent stays as it is, or takes its default. An empty password is
/// none: nobody can sign in with it.
struct SiteUserChange
{
    std::optional<QString> username;
    std::optional<QString> email;
    std::optional<QString> password; ///< plain, at most 1,024 bytes
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<bool> active;
    std::optional<bool> staff;
    std::optional<bool> deleted;            ///< false brings a deleted user back
    std::optional<json::Object> attributes; ///< go over those that are there (AttributeSchema::merged)
    std::optional<QStringList> roleSlugs;   ///< of a new user; later RoleAssignment gives them
    QByteArray keptSession;                 ///< token of a session of the user's that a new password does not end

    /// Anything but names, e-mail address and password, which are one's own.
    bool isForManagersAlone() const { return username || active || staff || deleted || attributes; }
    /// What a mirror has of its account, which is changed there.
    bool isOfAccount() const
    {
        return username || email || password || firstName || lastName || active || staff || deleted;
    }
};

/// A user with what belongs to them.
struct SiteUserDetail
{
    SiteUser user;
    std::vector<access::SiteGroup> groups;
    std::vector<access::HeldRole> roles; ///< in effect
    QStringList missingAttributes;       ///< required ones without a value

    static Result<SiteUserDetail> of(sql::Session &session, SiteUser user, Micros now);
};

/// Whether a policy lets somebody read users who does not manage them.
enum class ByPolicy { No, Yes };

/// The users of a site, made, changed and taken out of use by those who manage them. Mirrors of platform accounts
/// follow these and are changed there, but for their attributes. Nobody changes who holds more than they do
/// (access::Rank). Thread-safe.
class SiteUserService
{
public:
    SiteUserService(PasswordHasher &hasher, const Clock &clock);

    /// For who manages users, or whom a policy lets `read` the kind `user:*`: whoever asks has found that out.
    Result<Page<SiteUserSummary>> list(const Site &site, const SitePrincipal &who, const SiteUserQuery &query,
                                       ByPolicy read = ByPolicy::No) const;
    // `key`: user name or id, or "me", which nobody may be called.

    /// Oneself, or anybody for whom list() is.
    Result<SiteUserDetail> find(const Site &site, const SitePrincipal &who, const QString &key,
                                ByPolicy read = ByPolicy::No) const;

    /// What was done to a user, for those who manage users; to whom roles were given and taken from.
    Result<Page<audit::history::Entry>> history(const Site &site, const SitePrincipal &who, const QString &key,
                                                const audit::history::Query &query) const;
    Result<Page<audit::history::Entry>> roleHistory(const Site &site, const SitePrincipal &who, const QString &key,
                                                    const audit::history::Query &query) const;

    /// Validation errors name the fields of the API; a name or address that is taken is one too.
    Later<SiteUserDetail> create(const Site &site, const SitePrincipal &who, SiteUserChange user) const;
    /// A new password, deactivation and deletion end what was signed in before.
    Later<SiteUserDetail> update(const Site &site, const SitePrincipal &who, const QString &key,
                                 SiteUserChange change) const;
    /// Keeps the row, for audit; name and address stay taken. Takes the user's roles.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &key) const;

    /// Takes the second factors of another user, who has lost them, and writes that down. NotFound without any.
    Later<void> removeAuthenticators(const Site &site, const secrets::Caller &caller, const QString &key) const;

private:
    Later<SiteUserDetail> change(const Site &site, const SitePrincipal &who, const QString &id,
                                 const SiteUserChange &change, const QString &hash) const;

    PasswordHasher &m_hasher;
    const Clock &m_clock;
};

} // namespace tenantry::identity
