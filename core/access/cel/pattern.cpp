// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/pattern.h"

#include <re2/re2.h>

namespace tenantry::access::cel {

std::shared_ptr<const re2::RE2> compiledPattern(std::string_view pattern)
{
    if (pattern.size() > longestPattern)
        return nullptr;
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(1 << 20);
    auto compiled = std::make_shared<const RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    return compiled->ok() ? compiled : nullptr;
}

} // namespace tenantry::access::cel
