// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/rolebook.h"
#include "core/sql/session.h"

#include <QStringList>

namespace tenantry::access {

/// A role of an app on its way to another site, where only names mean the same.
struct PortableRole
{
    QString name;
    QString description;
    std::optional<QString> parent; ///< its name
};

/// What it takes for an app to have roles that come from elsewhere. Roles that it has beside them stay as they are.
struct PortableRolePlan
{
    std::vector<std::size_t> created; ///< places among the roles
    std::vector<std::size_t> updated;
    std::vector<std::size_t> unchanged;
};

/// The roles of an app, by name.
std::vector<PortableRole> portableRoles(const RoleBook &book, std::int64_t appId);

/// Without writing. `appId`: none when the app is to be made. Every problem is named by the role's path in `places`
/// ("roles/clerk.json.") and the member, "name" or "parent".
Result<PortableRolePlan> planPortableRoles(const RoleBook &book, std::optional<std::int64_t> appId,
                                           const QString &appSlug, const std::vector<PortableRole> &roles,
                                           const QStringList &places);
/// Does what planPortableRoles() says, in a write that has called rolestore::lock().
Result<void> takePortableRoles(sql::Transaction &transaction, std::int64_t appId, const QString &appSlug,
                               const std::vector<PortableRole> &roles, const QStringList &places, Micros now);

} // namespace tenantry::access
