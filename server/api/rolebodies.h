// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/approleservice.h"
#include "core/access/roles/siteroleservice.h"
#include "core/json/value.h"

namespace tenantry::server {

// What bodies say of roles, and roles as answers show them. The bodies were checked against their declarations.

/// Members that are no texts are an error about the field; nothing when it was not sent.
Result<std::optional<QStringList>> textListField(const json::Value &body, std::string_view name);

Result<access::AppRoleDraft> appRoleDraft(const json::Value &body);
/// 1 to 100 objects in `roles`; problems are named below "roles.N.".
Result<std::vector<access::AppRoleDraft>> appRoleDrafts(const json::Value &body);
Result<access::AppRoleChange> appRoleChange(const json::Value &body);
Result<access::SiteRoleDraft> siteRoleDraft(const json::Value &body);
Result<access::SiteRoleChange> siteRoleChange(const json::Value &body);

enum class Hierarchy { Shown, Left };
json::Object appRoleJson(const access::AppRoleView &view, Hierarchy hierarchy = Hierarchy::Shown);
json::Object siteRoleJson(const access::SiteRoleView &view);

} // namespace tenantry::server
