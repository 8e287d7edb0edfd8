// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policystore.h"
#include "core/data/catalogue.h"

namespace tenantry::access {

/// A policy that somebody sent: first looked at by itself, then among the others of its app. A value.
class PolicyDraft
{
public:
    /// Validation names everything that is wrong with it by itself.
    static Result<PolicyDraft> read(const json::Value &body);

    /// As it is to be stored. Validation when it does not go with the app: a user or derived roles that are not there,
    /// conditions that cannot be asked of the rows of a table.
    /// `together`: others that are stored with it, in place of those of the same id.
    Result<StoredPolicy> accepted(sql::Session &session, std::int64_t appId, const data::Catalogue::App *app,
                                  const std::vector<std::shared_ptr<const Policy>> &together = {}) const;

    const Policy &policy() const { return m_policy; }

private:
    PolicyDraft(json::Value body, Policy policy)
        : m_body(std::move(body))
        , m_policy(std::move(policy))
    {
    }

    Result<void> nameTheUser(sql::Session &session, Policy &policy, json::Value &body) const;

    json::Value m_body;
    Policy m_policy;
};

} // namespace tenantry::access
