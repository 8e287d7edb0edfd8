// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/policies/policychecks.h"
#include "core/access/policies/policyevaluator.h"
#include "core/access/policies/policyservice.h"

namespace tenantry::access {

/// The services of policies, made once. Thread-safe.
struct Policies
{
    /// Both outlive it.
    Policies(const data::CatalogueStore &catalogues, const Clock &clock)
        : snapshots(clock)
        , evaluator(snapshots, clock)
        , ofApps(catalogues, clock)
        , checks(snapshots, clock)
    {
    }
    Policies(const Policies &) = delete;
    Policies &operator=(const Policies &) = delete;

    PolicySnapshots snapshots;
    const PolicyEvaluator evaluator;
    const PolicyService ofApps;
    const PolicyChecks checks;
};

} // namespace tenantry::access
