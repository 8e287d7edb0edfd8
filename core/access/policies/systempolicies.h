// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policystore.h"
#include "core/data/catalogue.h"

namespace tenantry::access {

// The policies of the system: each data table has one, which lets everybody signed in do everything, until a policy
// takes its place. They follow from the tables and are nowhere stored, but for those that were disabled.

/// Nothing when the id is none of a table that is there. `app` may be null.
std::optional<StoredPolicy> systemPolicy(std::int64_t appId, const data::Catalogue::App *app, const QString &id);

/// Adds those of the tables that no stored policy is about, and puts all in order.
void addSystemPolicies(std::vector<StoredPolicy> &policies, std::int64_t appId, const data::Catalogue::App *app);

} // namespace tenantry::access
