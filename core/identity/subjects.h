// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accountcache.h"
#include "core/identity/realm.h"
#include "core/identity/subject.h"
#include "core/identity/versionedcache.h"

#include <memory>

namespace tenantry::identity {

/// Finds people in a realm. Thread-safe.
class Subjects
{
public:
    Subjects(sql::Database &platform, SitePermissionSource permissions);

    /// The bearer of a token or session; nothing when there is no such person any more.
    Result<std::optional<Subject>> byId(const Realm &realm, const QString &id) const;
    /// Who means `login`, an e-mail address or a user name. On a site also a platform account that has a permission
    /// there but no mirror yet.
    Result<std::optional<Subject>> byLogin(const Realm &realm, const QString &login) const;
    /// A platform account as `site` knows it, mirrored or not yet.
    Result<Subject> byAccount(const Site &site, const Account &account) const;
    /// The same; nothing when there is no such account any more.
    Result<std::optional<Subject>> byAccount(const Site &site, const QString &accountUuid) const;

    /// Inside a write of the realm: the subject as it is in this transaction, its mirror made or refreshed.
    /// Unauthorized when it changed since it was found so that what it was given no longer holds.
    static Result<Subject> confirm(sql::Transaction &transaction, Subject subject, Micros now);
    /// The same, and notes the sign-in.
    static Result<Subject> confirmSignIn(sql::Transaction &transaction, Subject subject, Micros now);

private:
    VersionedCache<Subject>::Found userOf(const Site &site, const QString &id) const;
    Result<std::optional<Subject>> withAccount(const QString &siteUuid, Subject subject,
                                               const QString &accountUuid) const;
    Result<std::optional<Subject>> accountByLogin(const QString &login) const;

    sql::Database &m_platform;
    SitePermissionSource m_permissions;
    const std::unique_ptr<AccountCache> m_accounts;
    const std::unique_ptr<VersionedCache<Subject>> m_users; ///< of sites
};

} // namespace tenantry::identity
