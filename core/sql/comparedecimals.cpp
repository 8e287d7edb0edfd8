// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/comparedecimals.h"

#include <algorithm>
#include <optional>

namespace tenantry::sql {

namespace {

struct Decimal
{
    bool negative = false;
    std::string_view whole;    ///< without leading zeros
    std::string_view fraction; ///< without trailing zeros
};

bool isAllDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Decimal> parse(std::string_view text)
{
    Decimal decimal;
    decimal.negative = text.starts_with('-');
    if (decimal.negative)
        text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    decimal.whole = text.substr(0, point);
    decimal.fraction = point < text.size() ? text.substr(point + 1) : std::string_view();
    if (decimal.whole.empty() || !isAllDigits(decimal.whole) || !isAllDigits(decimal.fraction))
        return std::nullopt;
    decimal.whole.remove_prefix(std::min(decimal.whole.find_first_not_of('0'), decimal.whole.size()));
    decimal.fraction = decimal.fraction.substr(0, decimal.fraction.find_last_not_of('0') + 1);
    if (decimal.whole.empty() && decimal.fraction.empty())
        decimal.negative = false;
    return decimal;
}

int compareMagnitudes(const Decimal &left, const Decimal &right)
{
    if (left.whole.size() != right.whole.size())
        return left.whole.size() < right.whole.size() ? -1 : 1;
    if (const int whole = left.whole.compare(right.whole); whole != 0)
        return whole;
    return left.fraction.compare(right.fraction);
}

} // namespace

int compareDecimals(std::string_view left, std::string_view right)
{
    const std::optional<Decimal> a = parse(left);
    const std::optional<Decimal> b = parse(right);
    if (!a && !b)
        return left.compare(right);
    if (!a || !b)
        return a ? -1 : 1;
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    return a->negative ? compareMagnitudes(*b, *a) : compareMagnitudes(*a, *b);
}

} // namespace tenantry::sql
