// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace tenantry::access {

/// A role of one app. Roles of an app form trees: who holds a role holds all below it.
struct AppRole
{
    std::int64_t id = 0;
    std::int64_t appId = 0;
    QString name; ///< unique in the app; what policies call it
    QString slug; ///< unique among the app roles and site roles of the site
    QString description;
    std::optional<std::int64_t> parentId;
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

/// A bundle of app roles, of any apps of the site.
struct SiteRole
{
    std::int64_t id = 0;
    QString name;
    QString slug;
    QString description;
    std::vector<std::int64_t> appRoleIds;
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

enum class RoleType { AppRole, SiteRole };

/// That a user was given a role.
struct RoleMembership
{
    QString userId;
    RoleType type = RoleType::AppRole;
    std::int64_t roleId = 0;
    std::optional<Micros> expiresAt; ///< the first moment at which it counts no more
};

/// Why somebody holds a role; the first that is true.
enum class RoleSource {
    Direct,   ///< they were given it
    SiteRole, ///< it is part of a site role that they were given
    Inherited ///< they hold a role above it
};

/// A role that a user holds in effect.
struct HeldRole
{
    RoleType type = RoleType::AppRole;
    QString name;
    QString slug;
    QString appSlug; ///< empty for site roles
    RoleSource source = RoleSource::Direct;
    QString through;                 ///< slug of the role that gives this one, unless it is held directly
    std::optional<Micros> expiresAt; ///< of the membership, when it is held directly
};

/// "app_role", "site_role".
QString roleTypeName(RoleType type);
/// "direct", "site_role", "inherited".
QString roleSourceName(RoleSource source);

} // namespace tenantry::access
