// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

namespace tenantry::json {

/// Levels of nesting that a document may have which is kept: answers wrap it in a few more, and whoever reads them
/// stops at ReadLimits::depth.
constexpr int keptDepth = 56;

/// Whether lists and objects in `value`, itself included, are nested in more levels.
bool isDeeperThan(const Value &value, int levels);

} // namespace tenantry::json
