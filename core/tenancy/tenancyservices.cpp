// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/tenancyservices.h"

namespace tenantry {

TenancyServices::TenancyServices(const Config &config, const Clock &clock, sql::Engine &engine, sql::Database &platform)
    : m_directory(config, engine, platform)
    , m_mirrors(platform, m_directory, clock)
    , m_organizations(platform, m_directory, clock)
    , m_members(platform, m_mirrors, clock)
    , m_sites(platform, m_directory, clock)
    , m_domains(platform, m_directory, clock)
    , m_groups(platform, m_mirrors, clock)
    , m_grants(platform, m_mirrors, clock)
    , m_provisioner(config, engine, platform, m_directory, m_mirrors, clock)
{
}

Result<void> TenancyServices::start()
{
    TRY(m_provisioner.cleanUp());
    TRY(m_directory.refresh());
    m_mirrors.start();
    return {};
}

} // namespace tenantry
