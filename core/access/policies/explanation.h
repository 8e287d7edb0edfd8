// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"
#include "core/access/policies/policychecks.h"
#include "core/access/roles/role.h"

namespace tenantry::access {

/// Why the verdict is what it is: the trace in words that the API answers, with what each condition saw of the subject.
Explanation explanationOf(const Verdict &verdict, const Trace &trace, const cel::Subject &subject,
                          const std::vector<HeldRole> &roles);

/// Of somebody whom no policy is asked about.
Explanation explanationOf(const Reason &reason, const std::vector<HeldRole> &roles);

} // namespace tenantry::access
