// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/domainservice.h"
#include "core/tenancy/grants/sitegrants.h"
#include "core/tenancy/groups/groupservice.h"
#include "core/tenancy/memberservice.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/organizationservice.h"
#include "core/tenancy/provisioner.h"
#include "core/tenancy/sitedirectory.h"
#include "core/tenancy/siteservice.h"

namespace tenantry {

/// The services of this room, built together. Outlives every request; the engine and the platform database outlive it.
/// Thread-safe.
class TenancyServices
{
public:
    TenancyServices(const Config &config, const Clock &clock, sql::Engine &engine, sql::Database &platform);

    /// Removes what a crash left half made and learns which sites there are. Needed once, before the first request.
    Result<void> start();

    SiteDirectory &directory() { return m_directory; }
    const OrganizationService &organizations() const { return m_organizations; }
    const MemberService &members() const { return m_members; }
    const SiteService &sites() const { return m_sites; }
    const DomainService &domains() const { return m_domains; }
    const GroupService &groups() const { return m_groups; }
    const SiteGrants &grants() const { return m_grants; }
    Mirrors &mirrors() { return m_mirrors; }
    Provisioner &provisioner() { return m_provisioner; }

private:
    SiteDirectory m_directory;
    Mirrors m_mirrors;
    OrganizationService m_organizations;
    MemberService m_members;
    SiteService m_sites;
    DomainService m_domains;
    GroupService m_groups;
    SiteGrants m_grants;
    Provisioner m_provisioner; ///< last, so that its threads end before what they use
};

} // namespace tenantry
