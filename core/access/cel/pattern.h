// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace tenantry::access::cel {

/// The longest pattern, in bytes.
inline constexpr std::size_t longestPattern = 1'000;

/// Null when the pattern is malformed, too long or too large. Of linear time, whatever the text.
std::shared_ptr<const re2::RE2> compiledPattern(std::string_view pattern);

} // namespace tenantry::access::cel
