// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/versionedcache.h"
#include "core/sql/database.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace tenantry::identity {

/// The effective permissions of a platform account on a site, implied ones included, sorted; empty when it has none.
/// access::EffectivePermissions::onSite, unless a test says otherwise.
using SitePermissionSource =
    std::function<Result<QStringList>(sql::Session &platform, const PlatformPrincipal &who, const QString &siteUuid)>;

/// An account, and what it may do on one site.
struct AccountOnSite
{
    Account account;
    QStringList sitePermissions; ///< none when no site was asked about
};

/// Platform accounts as requests need them, kept as VersionedCache says. Thread-safe.
class AccountCache
{
public:
    AccountCache(sql::Database &platform, SitePermissionSource permissions);

    /// Null when there is no such account. Without a site (an empty UUID) permissions are not looked at.
    Result<std::shared_ptr<const AccountOnSite>> find(const QString &accountUuid, const QString &siteUuid);

private:
    Result<std::shared_ptr<const AccountOnSite>> load(const QString &accountUuid, const QString &siteUuid) const;

    sql::Database &m_platform;
    SitePermissionSource m_permissions;
    VersionedCache<AccountOnSite> m_cache;
};

} // namespace tenantry::identity
