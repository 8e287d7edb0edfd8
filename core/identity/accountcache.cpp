// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountcache.h"

#include "core/identity/accounts.h"

namespace tenantry::identity {

namespace {

constexpr std::chrono::seconds maxAge{1};
constexpr std::size_t maxEntries = 10'000;

} // namespace

AccountCache::AccountCache(sql::Database &platform, SitePermissionSource permissions)
    : m_platform(platform)
    , m_permissions(std::move(permissions))
{
}

Result<std::shared_ptr<const AccountOnSite>> AccountCache::find(const QString &accountUuid, const QString &siteUuid)
{
    const QString key = accountUuid + siteUuid;
    // Before the read: what is committed while it runs makes the entry stale at once.
    const std::uint64_t version = m_platform.commits();
    const Time now = std::chrono::steady_clock::now();
    if (const auto account = known(key, version))
        return *account;
    auto account = TRY(load(accountUuid, siteUuid));
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= maxEntries)
        m_entries.clear();
    m_entries[key] = {account, version, now};
    return account;
}

std::optional<std::shared_ptr<const AccountOnSite>> AccountCache::known(const QString &key, std::uint64_t version)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.version != version ||
        std::chrono::steady_clock::now() - found->second.readAt >= maxAge)
        return {};
    return found->second.account;
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
