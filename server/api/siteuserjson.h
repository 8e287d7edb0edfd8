// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/siteuserservice.h"
#include "core/json/value.h"

namespace tenantry::server {

/// A user as lists show it.
json::Object siteUserRow(const identity::SiteUserSummary &summary);
/// The whole object, with groups and permissions.
json::Value siteUserDetail(const identity::SiteUserDetail &detail);
/// A role as users show it.
json::Object heldRoleJson(const access::HeldRole &role);

} // namespace tenantry::server
