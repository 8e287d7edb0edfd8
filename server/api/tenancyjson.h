// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/tenancy/memberservice.h"
#include "core/tenancy/organization.h"
#include "core/tenancy/siterecord.h"

namespace tenantry::server {

// Organizations, sites, domains and members, as the API shows them.

json::Value toJson(const OrganizationView &view);
/// Without `site_settings` for whoever may not view the site.
json::Value toJson(const SiteView &view);
json::Value toJson(const Domain &domain);
json::Value toJson(const MemberView &view);

/// An account as lists of members show it.
json::Value accountSummary(const identity::Account &account);

/// A list of texts.
json::Value textsJson(const QStringList &texts);

} // namespace tenantry::server
