// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/sql/database.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace tenantry::identity {

/// The effective permissions of a platform account on a site, implied ones included, sorted; empty when it has none
/// (access-control.md section 2.3). access::EffectivePermissions::onSite, unless a test says otherwise.
using SitePermissionSource =
    std::function<Result<QStringList>(sql::Session &platform, const PlatformPrincipal &who, const QString &siteUuid)>;

/// An account, and what it may do on one site.
struct AccountOnSite
{
    Account account;
    QStringList sitePermissions; ///< none when no site was asked about
};

/// Platform accounts as requests need them, read from the platform database at most once a second, and anew after every
/// change to that database this server makes: what a request changed holds for the next one. Changes of other servers
/// are seen within the second. Bounded. Thread-safe.
class AccountCache
{
public:
    AccountCache(sql::Database &platform, SitePermissionSource permissions);

    /// Null when there is no such account. Without a site (an empty UUID) permissions are not looked at.
    Result<std::shared_ptr<const AccountOnSite>> find(const QString &accountUuid, const QString &siteUuid);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Entry
    {
        std::shared_ptr<const AccountOnSite> account;
        std::uint64_t version = 0; ///< of the platform database when it was read
        Time readAt;
    };

    std::optional<std::shared_ptr<const AccountOnSite>> known(const QString &key, std::uint64_t version);
    Result<std::shared_ptr<const AccountOnSite>> load(const QString &accountUuid, const QString &siteUuid) const;

    sql::Database &m_platform;
    SitePermissionSource m_permissions;
    std::mutex m_mutex;
    std::unordered_map<QString, Entry> m_entries;
};

} // namespace tenantry::identity
