// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/rolebook.h"
#include "core/base/result.h"

namespace tenantry::access {

/// A role that is to be made in an app.
struct AppRoleDraft
{
    QString name;
    QString description;
    std::optional<QString> parentSlug; ///< of the same app; also of a role that is made with it
};

/// A draft that may become a role, once its parent is there.
struct PlannedAppRole
{
    std::size_t draft = 0;            ///< its place among the drafts
    AppRole role;                     ///< without an id and times; with its parent where that is there already
    std::optional<QString> newParent; ///< slug of a parent that is planned too, and before it
};

/// What it takes to make these roles in an app, parents before their children. The error names every problem by the
/// fields of the API, below "roles.N." where there are several drafts (`places` has their paths). Whether the slugs are
/// free beyond this book is the caller's to look at.
Result<std::vector<PlannedAppRole>> planAppRoles(const RoleBook &book, std::int64_t appId, const QString &appSlug,
                                                 const std::vector<AppRoleDraft> &drafts, const QStringList &places);

/// The parent that a role of an app is moved below: null for none. An error about `parent_slug` when the app has no
/// such role, or when it is the role itself or below it.
Result<const AppRole *> newParent(const RoleBook &book, const AppRole &role, const std::optional<QString> &parentSlug);

} // namespace tenantry::access
