// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/decimal.h"

#include <algorithm>
#include <charconv>

namespace tenantry::data {

namespace {

std::string_view takeDigits(std::string_view &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    const std::string_view digits = text.substr(0, std::size_t(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

struct Parts
{
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    int exponent = 0;
};

std::optional<Parts> split(std::string_view text)
{
    Parts parts;
    if (text.starts_with('-')) {
        parts.negative = true;
        text.remove_prefix(1);
    }
    parts.whole = takeDigits(text);
    if (parts.whole.empty())
        return std::nullopt;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.fraction = takeDigits(text);
        if (parts.fraction.empty())
            return std::nullopt;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+'))
            text.remove_prefix(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts.exponent);
        if (error != std::errc() || end == text.data())
            return std::nullopt;
        text.remove_prefix(std::size_t(end - text.data()));
    }
    if (!text.empty())
        return std::nullopt;
    return parts;
}

} // namespace

std::optional<std::string> canonicalDecimal(std::string_view text)
{
    const std::optional<Parts> parts = split(text);
    if (!parts)
        return std::nullopt;

    std::string digits(parts->whole);
    digits += parts->fraction;
    const std::size_t leading = digits.find_first_not_of('0');
    if (leading == std::string::npos)
        return "0";
    const std::size_t trailing = digits.size() - 1 - digits.find_last_not_of('0');

    // Where the point stands, counted from the first digit that is not zero.
    const std::int64_t point =
        std::int64_t(parts->whole.size()) - std::int64_t(leading) + std::int64_t(parts->exponent);
    digits = digits.substr(leading, digits.size() - leading - trailing);
    const auto length = std::int64_t(digits.size());
    if (point > maxDecimalDigits || length - point > maxDecimalDigits)
        return std::nullopt;

    std::string result = parts->negative ? "-" : "";
    if (point <= 0)
        result += "0." + std::string(std::size_t(-point), '0') + digits;
    else if (point >= length)
        result += digits + std::string(std::size_t(point - length), '0');
    else
        result += digits.substr(0, std::size_t(point)) + '.' + digits.substr(std::size_t(point));
    return result;
}

std::string_view trimmedDecimal(std::string_view plain)
{
    if (plain.find('.') == std::string_view::npos)
        return plain;
    plain = plain.substr(0, plain.find_last_not_of('0') + 1);
    if (plain.ends_with('.'))
        plain.remove_suffix(1);
    return plain;
}

} // namespace tenantry::data
