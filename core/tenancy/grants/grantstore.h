// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/identity/account.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/siterecord.h"

#include <map>
#include <optional>

namespace tenantry {

/// Which holders of permissions on a site to list; an empty text does not filter.
struct HolderQuery
{
    QString search;
    Window window;
};

/// Whom a permission on a site is granted: an account or a group.
struct GranteeId
{
    std::optional<std::int64_t> account;
    std::optional<std::int64_t> group;
};

/// An account with its active place in the site's organization, if it has one.
struct HoldingAccount
{
    identity::Account account;
    std::optional<QString> role; ///< "owner", "member"
};

struct HoldingGroup
{
    std::int64_t id = 0;
    QString name;
};

/// Who holds what on a site, in the platform database: SQL without rules. Every function works inside a read or write
/// of it.
class GrantStore
{
public:
    /// The accounts that may do something on the site, by user name: owners, those who were granted a permission
    /// themselves or through a group, and those to whom a group gives one on every site. Superusers who are nothing
    /// else are left out.
    static Result<Page<HoldingAccount>> accounts(sql::Session &platform, const SiteRecord &site,
                                                 const HolderQuery &query);
    /// The groups that were granted a permission on the site, by name.
    static Result<Page<HoldingGroup>> groups(sql::Session &platform, const SiteRecord &site, const HolderQuery &query);
    /// What was granted on the site, sorted.
    static Result<QStringList> granted(sql::Session &platform, std::int64_t siteId, const GranteeId &grantee);

    /// Where the history is of what was granted on a site, and taken. What the functions below do goes into it.
    static audit::history::Record historyOf(const QString &siteUuid);
    /// Answers what of it was not granted yet. `reason`: why, where nobody was asked for just that.
    static Result<QStringList> grant(sql::Transaction &platform, const SiteRecord &site, const GranteeId &grantee,
                                     const QStringList &codenames, Micros now, const QString &reason = {});
    /// Answers what of it was granted.
    static Result<QStringList> revoke(sql::Transaction &platform, const SiteRecord &site, const GranteeId &grantee,
                                      const QStringList &codenames);
    /// On all sites of the organization.
    static Result<void> revokeIn(sql::Transaction &platform, std::int64_t organizationId, const GranteeId &grantee,
                                 const QString &reason);
    /// On every site.
    static Result<void> revokeAll(sql::Transaction &platform, const GranteeId &grantee, const QString &reason);
};

} // namespace tenantry
