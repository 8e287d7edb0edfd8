// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountcache.h"

#include "core/identity/accounts.h"

namespace tenantry::identity {

AccountCache::AccountCache(sql::Database &platform, SitePermissionSource permissions)
    : m_platform(platform)
    , m_permissions(std::move(permissions))
{
}

Result<std::shared_ptr<const AccountOnSite>> AccountCache::find(const QString &accountUuid, const QString &siteUuid)
{
    return m_cache.find(accountUuid + siteUuid, m_platform.ownWrites(), [&] { return load(accountUuid, siteUuid); });
}

Result<std::shared_ptr<const AccountOnSite>> AccountCache::load(const QString &accountUuid,
                                                                const QString &siteUuid) const
{
    return m_platform.read([&](sql::Session &session) -> Result<std::shared_ptr<const AccountOnSite>> {
        auto account = TRY(Accounts::byUuid(session, accountUuid));
        if (!account)
            return std::shared_ptr<const AccountOnSite>();
        AccountOnSite found{*std::move(account), {}};
        if (!siteUuid.isEmpty())
            found.sitePermissions = TRY(m_permissions(session, found.account.principal(), siteUuid));
        return std::make_shared<const AccountOnSite>(std::move(found));
    });
}

} // namespace tenantry::identity
