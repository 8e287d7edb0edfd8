// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/sql/database.h"
#include "core/tenancy/sitestore.h"

namespace tenantry {

class Site;
class SiteDirectory;

/// What people do with sites that exist, and the rules for it; making and deleting them is Provisioner's work. `key` is
/// a slug or UUID. Thread-safe.
class SiteService
{
public:
    SiteService(sql::Database &platform, SiteDirectory &directory, const Clock &clock);

    /// With `organization` all of its sites, for whoever may view it, the settings of those the account may not view
    /// left out; without it the sites that the account may view.
    Result<Page<SiteView>> list(const PlatformPrincipal &who, const QString &organization,
                                const SiteQuery &query) const;
    Result<SiteView> find(const PlatformPrincipal &who, const QString &key) const;
    /// What was done to it, for whoever may change it; of a deleted one, by its UUID, for superusers.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &key,
                                                const audit::history::Query &query) const;
    /// Without asking who wants to know; for what is public of a site.
    Result<std::optional<SiteRecord>> describe(const QString &key) const;
    Later<SiteView> update(const PlatformPrincipal &who, const QString &key, const SiteChange &change) const;
    /// Puts these members into the site's settings, beside those it has. Asks nobody's right: whoever calls has seen to
    /// it, inside the site.
    Later<SiteRecord> mergeSettings(const Site &site, const json::Object &members) const;

private:
    sql::Database &m_platform;
    SiteDirectory &m_directory;
    const Clock &m_clock;
};

/// The rules for the fields of a site, on creation and on change.
Result<void> checkSiteFields(const SiteChange &fields);

} // namespace tenantry
