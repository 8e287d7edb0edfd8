// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/approleservice.h"
#include "core/access/roles/roleassignment.h"
#include "core/access/roles/siteroleservice.h"

namespace tenantry::access {

/// The services of roles, made once. Thread-safe.
struct Roles
{
    explicit Roles(const Clock &clock)
        : ofApps(clock)
        , ofSites(clock)
        , assignment(clock)
    {
    }

    const AppRoleService ofApps;
    const SiteRoleService ofSites;
    const RoleAssignment assignment;
};

} // namespace tenantry::access
