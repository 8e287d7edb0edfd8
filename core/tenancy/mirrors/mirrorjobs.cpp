// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/mirrors/mirrorjobs.h"

#include "core/access/effectivepermissions.h"

namespace tenantry::mirrorjobs {

namespace {

/// `pairs`: SQL of (account_id, site_id).
Result<void> note(sql::Transaction &platform, const std::string &pairs, const sql::Values &values)
{
    TRY(platform.execute("INSERT INTO {mirror_jobs} AS job (account_id, site_id, generation, tries, due_at) "
                         "SELECT DISTINCT pair.account_id, pair.site_id, 1, 0, 0 FROM (" +
                             pairs +
                             ") pair WHERE TRUE ON CONFLICT (account_id, site_id) "
                             "DO UPDATE SET generation = job.generation + 1, tries = 0, due_at = 0",
                         values));
    return {};
}

constexpr std::string_view givenByGroup = R"(
    SELECT m.account_id AS account_id, p.site_id AS site_id
    FROM {group_members} m JOIN {site_permissions} p ON p.group_id = m.group_id
    WHERE m.group_id = $1 @only
    UNION
    SELECT m.account_id, s.id
    FROM {group_members} m
    JOIN {group_permissions} p ON p.group_id = m.group_id AND (p.model = 'site' OR p.codename = 'manage_sites')
    CROSS JOIN {sites} s
    WHERE m.group_id = $1 @only)";

std::string pairsOfGroup(bool oneMember)
{
    std::string sql(givenByGroup);
    constexpr std::string_view placeholder = "@only";
    for (std::size_t at = sql.find(placeholder); at != std::string::npos; at = sql.find(placeholder, at))
        sql.replace(at, placeholder.size(), oneMember ? "AND m.account_id = $2" : "");
    return sql;
}

} // namespace

Result<void> add(sql::Transaction &platform, std::int64_t accountId, std::int64_t siteId)
{
    return note(platform,
                "SELECT a.id AS account_id, s.id AS site_id FROM {accounts} a CROSS JOIN {sites} s "
                "WHERE a.id = $1 AND s.id = $2",
                {accountId, siteId});
}

Result<void> addForOrganization(sql::Transaction &platform, std::int64_t accountId, std::int64_t organizationId)
{
    return note(platform,
                "SELECT a.id AS account_id, s.id AS site_id FROM {accounts} a CROSS JOIN {sites} s "
                "WHERE a.id = $1 AND s.organization_id = $2",
                {accountId, organizationId});
}

Result<void> addForSitesOf(sql::Transaction &platform, std::int64_t accountId)
{
    return note(platform,
                "SELECT a.id AS account_id, s.id AS site_id FROM {accounts} a CROSS JOIN {sites} s "
                "WHERE a.id = $1 AND s.id IN (" +
                    access::EffectivePermissions::visibleSites("$1") + ")",
                {accountId});
}

Result<void> addForEverySite(sql::Transaction &platform, std::int64_t accountId)
{
    return note(platform,
                "SELECT a.id AS account_id, s.id AS site_id FROM {accounts} a CROSS JOIN {sites} s WHERE a.id = $1",
                {accountId});
}

Result<void> addForSite(sql::Transaction &platform, std::int64_t siteId)
{
    return note(platform,
                "SELECT m.account_id AS account_id, s.id AS site_id FROM {sites} s "
                "JOIN {members} m ON m.organization_id = s.organization_id AND m.is_active AND m.role = 'owner' "
                "WHERE s.id = $1 "
                "UNION SELECT g.account_id, s.id FROM {group_permissions} p "
                "JOIN {group_members} g ON g.group_id = p.group_id CROSS JOIN {sites} s "
                "WHERE s.id = $1 AND (p.model = 'site' OR p.codename = 'manage_sites')",
                {siteId});
}

Result<void> addForGroupOn(sql::Transaction &platform, std::int64_t groupId, std::int64_t siteId)
{
    return note(platform,
                "SELECT m.account_id AS account_id, s.id AS site_id FROM {group_members} m CROSS JOIN {sites} s "
                "WHERE m.group_id = $1 AND s.id = $2",
                {groupId, siteId});
}

Result<void> addForGroup(sql::Transaction &platform, std::int64_t groupId, std::optional<std::int64_t> accountId)
{
    if (accountId)
        return note(platform, pairsOfGroup(true), {groupId, *accountId});
    return note(platform, pairsOfGroup(false), {groupId});
}

Result<std::vector<Job>> due(sql::Session &platform, Micros now, int limit)
{
    return platform.all(
        "SELECT j.id, j.generation, j.account_id, s.uuid, j.tries FROM {mirror_jobs} j "
        "JOIN {sites} s ON s.id = j.site_id AND s.state = 'ready' "
        "WHERE j.due_at <= $1 ORDER BY j.due_at, j.id LIMIT $2",
        {now, limit}, [](const sql::Cursor &row) {
            return Job{row.integer(0), row.integer(1), row.integer(2), row.string(3), int(row.integer(4))};
        });
}

Result<bool> finish(sql::Transaction &platform, const Job &job)
{
    return TRY(platform.execute("DELETE FROM {mirror_jobs} WHERE id = $1 AND generation = $2",
                                {job.id, job.generation})) == 1;
}

Result<void> postpone(sql::Transaction &platform, const Job &job, Micros dueAt)
{
    TRY(platform.execute("UPDATE {mirror_jobs} SET tries = tries + 1, due_at = $3 WHERE id = $1 AND generation = $2",
                         {job.id, job.generation, dueAt}));
    return {};
}

} // namespace tenantry::mirrorjobs
