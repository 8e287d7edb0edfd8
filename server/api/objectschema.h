// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace tenantry::server {

/// The JSON Schema of an object with these members, each given as its name and its type ("string", "integer",
/// "boolean", "object", "array"; with a trailing '?' it may be null), all of them always present.
json::Value objectSchema(std::initializer_list<std::pair<std::string_view, std::string_view>> members);

} // namespace tenantry::server
