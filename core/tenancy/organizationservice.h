// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/organizationstore.h"

namespace tenantry {

class SiteDirectory;

/// What people do with organizations, and the rules for it. `key` is a slug or UUID. Thread-safe.
class OrganizationService
{
public:
    OrganizationService(sql::Database &platform, SiteDirectory &directory, const Clock &clock);

    Result<Page<OrganizationView>> list(const PlatformPrincipal &who, const OrganizationQuery &query) const;
    Result<OrganizationView> find(const PlatformPrincipal &who, const QString &key) const;
    /// What was done to it, for whoever may change it; of a deleted one, by its UUID, for superusers.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &key,
                                                const audit::history::Query &query) const;
    /// The creator becomes its owner.
    Later<OrganizationView> create(const PlatformPrincipal &who, const OrganizationChange &fields) const;
    Later<OrganizationView> update(const PlatformPrincipal &who, const QString &key,
                                   const OrganizationChange &change) const;
    /// Refused while it has sites.
    Later<void> remove(const PlatformPrincipal &who, const QString &key) const;

private:
    sql::Database &m_platform;
    SiteDirectory &m_directory;
    const Clock &m_clock;
};

} // namespace tenantry
