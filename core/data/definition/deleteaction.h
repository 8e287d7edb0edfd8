// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

namespace tenantry::data {

/// "NO ACTION", "SET NULL" ...: in definitions as in SQL.
std::string_view actionName(OnDelete action);
/// The reverse; nothing when no action has this name.
std::optional<OnDelete> actionNamed(std::string_view name);

} // namespace tenantry::data
