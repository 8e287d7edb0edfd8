// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenantry::data {

// A pattern is that of SQL's LIKE with the escape \: % is any text, _ any one character, \ takes the next as it is.

/// The longest that both engines take, in bytes.
inline constexpr std::size_t longestPattern = 10'000;

/// A pattern that only `text` itself matches.
std::string literalPattern(std::string_view text);

/// Whether every escape has something to escape.
bool isPattern(std::string_view text);

/// The same for SQLite's GLOB, which unlike its LIKE tells large letters from small ones.
std::string globOf(std::string_view pattern);

} // namespace tenantry::data
