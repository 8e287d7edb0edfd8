// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenantry::data {

/// Exact decimals as text. The canonical form is the shortest one without an exponent: no leading '+' or zeros, no
/// trailing zeros, "0" for every zero. It is what SQLite keeps and what both engines answer.

/// Most digits on either side of the point; PostgreSQL's numeric takes more, nobody's amounts do.
inline constexpr int maxDecimalDigits = 1000;

/// `text` (sign, digits, fraction, exponent) in canonical form; nothing when it is not a number or is too long.
std::optional<std::string> canonicalDecimal(std::string_view text);

/// `plain`, a decimal without exponent, without its trailing zeros.
std::string_view trimmedDecimal(std::string_view plain);

} // namespace tenantry::data
