// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/number.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace tenantry::json {

namespace {

constexpr std::int64_t maxIntegerDigits = 131'072;
constexpr std::int64_t maxFractionDigits = 16'383;

struct Parts
{
    bool negative = false;
    std::string digits;     ///< of integer and fraction, without the point
    std::int64_t scale = 0; ///< how many of them stand behind the point; negative: zeros are missing
};

std::optional<Parts> split(std::string_view text)
{
    Parts parts;
    parts.negative = text.starts_with('-');
    text.remove_prefix(parts.negative ? 1 : 0);

    std::int64_t exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        const std::string_view sign = text.substr(e + 1);
        const char *first = sign.data() + (sign.starts_with('+') ? 1 : 0);
        if (std::from_chars(first, sign.data() + sign.size(), exponent).ec != std::errc{})
            return std::nullopt;
        text = text.substr(0, e);
    }
    std::int64_t fraction = 0;
    if (const auto point = text.find('.'); point != std::string_view::npos) {
        fraction = static_cast<std::int64_t>(text.size() - point - 1);
        parts.digits = std::string(text.substr(0, point)).append(text.substr(point + 1));
    } else {
        parts.digits = text;
    }
    // Far outside the limits anyway; keeps the subtraction from overflowing.
    constexpr std::int64_t bound = 1'000'000'000;
    parts.scale = fraction - std::clamp(exponent, -bound, bound);
    return parts;
}

} // namespace

std::optional<std::string> plainNumber(std::string_view text)
{
    std::optional<Parts> parts = split(text);
    if (!parts)
        return std::nullopt;
    std::string &digits = parts->digits;
    digits.erase(0, digits.find_first_not_of('0'));
    const bool zero = digits.empty();
    const std::int64_t scale = std::max<std::int64_t>(parts->scale, 0);
    const auto integerDigits = static_cast<std::int64_t>(digits.size()) - parts->scale;
    if (scale > maxFractionDigits || (!zero && integerDigits > maxIntegerDigits))
        return std::nullopt;

    if (!zero && parts->scale < 0)
        digits.append(static_cast<std::size_t>(-parts->scale), '0');
    // At least one digit before the point.
    if (const auto wanted = static_cast<std::size_t>(scale + 1); digits.size() < wanted)
        digits.insert(0, wanted - digits.size(), '0');
    if (scale > 0)
        digits.insert(digits.size() - static_cast<std::size_t>(scale), 1, '.');
    return parts->negative && !zero ? '-' + digits : digits;
}

} // namespace tenantry::json
