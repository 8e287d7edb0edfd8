// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/hostindex.h"

namespace tenantry {

namespace {

HostIndex::Info siteInfo(const sql::Cursor &row)
{
    SiteInfo info;
    info.uuid = row.string(0);
    info.slug = row.string(1);
    info.name = row.string(2);
    info.schemaName = row.string(3);
    info.organizationUuid = row.string(4);
    info.organizationSlug = row.string(5);
    info.active = row.boolean(6);
    info.organizationActive = row.boolean(7);
    info.schemaVersion = row.integer(8);
    return std::make_shared<const SiteInfo>(std::move(info));
}

} // namespace

Result<std::int64_t> HostIndex::storedVersion(sql::Session &platform)
{
    const auto version = TRY(platform.first("SELECT version FROM {directory_version} WHERE id = 1", {},
                                            [](const sql::Cursor &row) { return row.integer(0); }));
    return version.value_or(0);
}

Result<std::shared_ptr<const HostIndex>> HostIndex::load(sql::Session &platform)
{
    auto index = std::make_shared<HostIndex>();
    // The version first: what changes after this is loaded once more, never missed.
    index->m_version = TRY(storedVersion(platform));
    const auto sites = TRY(platform.all("SELECT s.uuid, s.slug, s.name, s.schema_name, o.uuid, o.slug, s.is_active, "
                                        "o.is_active, s.schema_version "
                                        "FROM {sites} s JOIN {organizations} o ON o.id = s.organization_id "
                                        "WHERE s.state = 'ready'",
                                        {}, siteInfo));
    for (const Info &info : sites) {
        index->m_bySlug.insert(info->slug, info);
        index->m_byUuid.insert(info->uuid, info);
    }
    const auto domains = TRY(
        platform.all("SELECT d.domain, s.uuid FROM {domains} d JOIN {sites} s ON s.id = d.site_id "
                     "WHERE s.state = 'ready'",
                     {}, [](const sql::Cursor &row) { return std::pair(row.string(0).toLatin1(), row.string(1)); }));
    for (const auto &[domain, siteUuid] : domains) {
        if (const Info info = index->m_byUuid.value(siteUuid))
            index->m_byHost.insert(domain, info);
    }
    return std::shared_ptr<const HostIndex>(std::move(index));
}

Result<void> lockDirectory(sql::Transaction &platform)
{
    TRY(platform.execute("UPDATE {directory_version} SET version = version WHERE id = 1"));
    return {};
}

Result<void> raiseDirectoryVersion(sql::Transaction &platform)
{
    TRY(platform.execute("UPDATE {directory_version} SET version = version + 1 WHERE id = 1"));
    return {};
}

} // namespace tenantry
