// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/evaluator.h"
#include "core/access/policies/policysnapshots.h"

namespace tenantry::access {

/// Decides by the policies of the app. Superusers and administrators of the site pass them all; who is not signed in to
/// the site may do nothing. Thread-safe.
class PolicyEvaluator : public Evaluator
{
public:
    /// `snapshots` outlives it.
    PolicyEvaluator(PolicySnapshots &snapshots, const Clock &clock)
        : m_snapshots(snapshots)
        , m_clock(clock)
    {
    }

    Decision decide(const Site &site, const SitePrincipal &principal, Action action,
                    const ResourceKind &resource) const override;

private:
    PolicySnapshots &m_snapshots;
    const Clock &m_clock;
};

/// "read", as policies call it.
QString nameOf(Action action);

/// The reason why no policy is asked: superusers and administrators may everything.
std::optional<Reason> passesPolicies(const SitePrincipal &principal);

} // namespace tenantry::access
