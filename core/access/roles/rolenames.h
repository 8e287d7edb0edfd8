// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace tenantry::access {

/// Characters of the name of a role, at most.
inline constexpr int maxRoleNameLength = 100;

/// Why nothing may be called so, or nothing: a name has 1 to 100 characters without spaces around them, and is none of
/// those that policies use for everybody ("user", "anonymous", "*").
std::optional<QString> roleNameProblem(const QString &name);

/// The slug of an app's role: "{app}-{name as slug}".
QString appRoleSlug(const QString &appSlug, const QString &name);
QString siteRoleSlug(const QString &name);

} // namespace tenantry::access
