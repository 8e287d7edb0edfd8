// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sql/session.h"

#include <QString>

#include <optional>
#include <vector>

namespace tenantry {

/// Notes, in the transaction of a change of who may do what, that the mirror of an account in a site may have to
/// follow; Mirrors does the work after the commit. Every function is idempotent, works inside a write of the platform
/// database, and errs on the side of noting too much.
namespace mirrorjobs {

Result<void> add(sql::Transaction &platform, std::int64_t accountId, std::int64_t siteId);
Result<void> addForOrganization(sql::Transaction &platform, std::int64_t accountId, std::int64_t organizationId);
/// On every site on which the account may do something now.
Result<void> addForSitesOf(sql::Transaction &platform, std::int64_t accountId);
/// Every site there is: for accounts that become superusers or cease to be.
Result<void> addForEverySite(sql::Transaction &platform, std::int64_t accountId);
/// For everybody who owns the organization that the site belongs to, or to whom a group gives something on every site.
Result<void> addForSite(sql::Transaction &platform, std::int64_t siteId);
/// For each member of the group.
Result<void> addForGroupOn(sql::Transaction &platform, std::int64_t groupId, std::int64_t siteId);
/// For each member of the group, or this one, on every site on which the group gives something now. Before and after a
/// change of what it gives.
Result<void> addForGroup(sql::Transaction &platform, std::int64_t groupId,
                         std::optional<std::int64_t> accountId = std::nullopt);

/// A mirror that is to follow its account.
struct Job
{
    std::int64_t id = 0;
    std::int64_t generation = 0; ///< grows when it is noted once more
    std::int64_t accountId = 0;
    QString siteUuid;
    int tries = 0;
};

Result<std::vector<Job>> due(sql::Session &platform, Micros now, int limit);
/// Removes the job; false when it was noted once more since it was read, so that it has to be done again.
Result<bool> finish(sql::Transaction &platform, const Job &job);
Result<void> postpone(sql::Transaction &platform, const Job &job, Micros dueAt);

} // namespace mirrorjobs

} // namespace tenantry
