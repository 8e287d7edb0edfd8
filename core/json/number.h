// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenantry::json {

/// A JSON number in plain notation, as PostgreSQL's `numeric` prints it: no exponent, no negative zero, trailing zeros
/// kept (`1.50e1` is `15.0`). Nothing when it needs more digits than numeric has: 131,072 before the point, 16,383
/// behind it. `text` must be a number by RFC 8259.
std::optional<std::string> plainNumber(std::string_view text);

} // namespace tenantry::json
