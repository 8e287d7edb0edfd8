// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tenantry::access::cel {

/// The longest expression, in bytes.
inline constexpr std::size_t longestExpression = 8'192;

/// The smallest parts of an expression.
struct Token
{
    enum class Kind {
        End,
        Name,
        Integer, ///< `text` holds its digits, in hexadecimal with 0x
        Real,
        Text, ///< `text` holds what it means, without quotes and escapes
        Sign, ///< "(", "&&", ...
    };

    Kind kind = Kind::End;
    std::string text;
    std::size_t position = 0; ///< of its first byte

    bool is(Kind of, std::string_view what) const { return kind == of && text == what; }
};

/// Validation, with where in the expression it is.
Error problemAt(std::size_t position, const QString &message);

/// The tokens of an expression, the last one is the End. Validation names what is malformed or outside of the subset of
/// CEL: bytes and unsigned integers.
Result<std::vector<Token>> tokensOf(std::string_view expression);

} // namespace tenantry::access::cel
