// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <string_view>

namespace tenantry::json {

struct ReadLimits
{
    int depth = 64; ///< levels of nesting; a deeper text would overflow somebody's stack
};

/// Reads one JSON text (RFC 8259). Refused with ErrorCode::BadRequest saying where: malformed text, invalid UTF-8,
/// nesting beyond the limit, and, with ErrorCode::Validation naming the path, duplicate keys, U+0000 and unpaired
/// surrogates. Numbers keep their text.
Result<Value> read(std::string_view text, const ReadLimits &limits = {});

} // namespace tenantry::json
