// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/decision.h"
#include "core/base/error.h"
#include "core/json/value.h"

namespace tenantry::access {

/// Forbidden, because of this decision: the caller gets a reference that says nothing, under which the decision stands
/// in the security log. Unavailable when it is that policies could not be read.
Error refused(const Decision &decision, QString message, QString detail = {});

/// A new one.
QString newReference();

/// The decision as the log shows it: what was looked at, the last of which decided.
json::Value decisionJson(const Decision &decision, const QString &reference);

} // namespace tenantry::access
