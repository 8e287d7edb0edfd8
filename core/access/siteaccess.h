// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sql/session.h"

#include <QString>

namespace tenantry::access {

// The permissions and groups inside one site. Every function works inside a closure given to that site's write.

/// The groups every site begins with.
inline const QString siteAdmins = QStringLiteral("Site Admins");
inline const QString siteMembers = QStringLiteral("Site Members");

/// Makes what is missing of the permissions and groups a site begins with.
Result<void> seedSiteAccess(sql::Transaction &site, Micros now);

/// Idempotent. The group exists.
Result<void> addToGroup(sql::Transaction &site, const QString &group, const QString &userId);

} // namespace tenantry::access
