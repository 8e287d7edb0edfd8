// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"

namespace tenantry::apps {

/// Who may create, change and delete apps and define their tables: superusers of the site, and who holds `manage_site`
/// or `admin_site`.
bool isAppManager(const SitePrincipal &principal);
/// ErrorCode::Forbidden for anybody else.
Result<void> requireAppManager(const SitePrincipal &principal);

} // namespace tenantry::apps
