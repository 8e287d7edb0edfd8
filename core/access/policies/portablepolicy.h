// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policystore.h"

#include <QStringList>

namespace tenantry::access {

/// A policy of an app on its way to another site, as it is posted. Those of the system are made there, and exceptions
/// for single users stay at home: elsewhere their names may mean others.
struct PortablePolicy
{
    QString id;
    json::Value body;
};

/// Those of an app, by name; a policy of the system that is disabled is one of them, since it would be there again.
Result<std::vector<PortablePolicy>> portablePolicies(sql::Session &session, std::int64_t appId);

/// What it takes for an app to have policies that come from elsewhere. Policies that it has beside them stay.
struct PortablePolicyPlan
{
    std::vector<StoredPolicy> created;
    std::vector<StoredPolicy> updated;
    QStringList unchanged;
    QStringList warnings; ///< of roles that the app does not have
};

/// Without writing. `appId`: none when the app is to be made; `roles`: the names of those that it will have. Validation
/// names everything that is wrong below the policy's path in `places` ("policies/orders.json."); Conflict when there is
/// a policy of the same id and another kind.
Result<PortablePolicyPlan> planPortablePolicies(sql::Session &session, std::optional<std::int64_t> appId,
                                                const std::vector<json::Value> &bodies, const QStringList &places,
                                                const QStringList &roles);
/// Does what the plan says. `by` is the id of a user of the site.
Result<void> takePortablePolicies(sql::Transaction &transaction, const PortablePolicyPlan &plan, std::int64_t appId,
                                  const QString &by, Micros now);

} // namespace tenantry::access
