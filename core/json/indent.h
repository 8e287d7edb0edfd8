// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

namespace tenantry::json {

/// The document over several lines, indented by two spaces a level, with members in their order and numbers in their
/// digits. Writing ends soon after `longest` bytes, so that the beginning of a large document costs little.
std::string indented(const Value &value, std::size_t longest = std::string::npos);

} // namespace tenantry::json
