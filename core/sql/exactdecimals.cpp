// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/exactdecimals.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

namespace tenantry::sql {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr int significantDigits = 15;

Integer powerOfTen(int exponent)
{
    return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

/// `digits` / 10^`scale`; the scale is not negative.
struct Decimal
{
    Integer digits = 0;
    int scale = 0;
};

Decimal parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    Decimal decimal;
    std::string digits;
    digits.reserve(text.size());
    bool behindPoint = false;
    for (const char c : text) {
        if (c == '.') {
            behindPoint = true;
            continue;
        }
        if (c < '0' || c > '9')
            return {};
        digits += c;
        decimal.scale += behindPoint ? 1 : 0;
    }
    // A leading zero would mean octal digits.
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (!digits.empty())
        decimal.digits.assign(digits);
    if (negative)
        decimal.digits = -decimal.digits;
    return decimal;
}

std::string print(const Decimal &decimal)
{
    if (decimal.digits == 0)
        return "0";
    std::string text = Integer(abs(decimal.digits)).str();
    const auto scale = static_cast<std::size_t>(decimal.scale);
    if (scale > 0) {
        if (text.size() <= scale)
            text.insert(0, scale + 1 - text.size(), '0');
        text.insert(text.size() - scale, 1, '.');
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    return decimal.digits < 0 ? "-" + text : text;
}

void bringToScale(Decimal &decimal, int scale)
{
    if (scale <= decimal.scale)
        return;
    decimal.digits *= powerOfTen(scale - decimal.scale);
    decimal.scale = scale;
}

Decimal add(Decimal left, Decimal right)
{
    const int scale = std::max(left.scale, right.scale);
    bringToScale(left, scale);
    bringToScale(right, scale);
    return {left.digits + right.digits, scale};
}

Decimal multiply(const Decimal &left, const Decimal &right)
{
    return {left.digits * right.digits, left.scale + right.scale};
}

/// Rounded to a whole, a half away from zero. The divisor is positive.
Integer divideRounded(const Integer &dividend, const Integer &divisor)
{
    const Integer magnitude = (2 * abs(dividend) + divisor) / (2 * divisor);
    return dividend < 0 ? Integer(-magnitude) : magnitude;
}

Decimal significant(const Decimal &decimal)
{
    const int length = static_cast<int>(Integer(abs(decimal.digits)).str().size());
    if (length <= significantDigits)
        return decimal;
    const Integer unit = powerOfTen(length - significantDigits);
    return {divideRounded(decimal.digits, unit) * unit, decimal.scale};
}

/// The first group of four digits that is not zero, as PostgreSQL's numeric keeps them, and where it stands: 0 for the
/// group before the point.
struct FirstGroup
{
    int digits = 0;
    int weight = 0;
};

FirstGroup firstGroup(const Decimal &decimal)
{
    constexpr int groupSize = 4;
    if (decimal.digits == 0)
        return {};
    const std::string digits = Integer(abs(decimal.digits)).str();
    const int exponent = static_cast<int>(digits.size()) - decimal.scale - 1; // of the first digit
    const int weight = exponent >= 0 ? exponent / groupSize : -((-exponent - 1) / groupSize) - 1;
    const int length = exponent - weight * groupSize + 1;
    std::string group = digits.substr(0, static_cast<std::size_t>(length));
    group.append(static_cast<std::size_t>(length) - group.size(), '0');
    return {std::stoi(group), weight};
}

/// How many places PostgreSQL gives a quotient before we round it: select_div_scale() in its numeric.c. Rounding twice
/// is only the same when the first time is.
int quotientScale(const Decimal &dividend, const Decimal &divisor)
{
    constexpr int leastDigits = 16;
    constexpr int groupSize = 4;
    constexpr int mostPlaces = 1000;
    const FirstGroup left = firstGroup(dividend);
    const FirstGroup right = firstGroup(divisor);
    const int weight = left.weight - right.weight - (left.digits <= right.digits ? 1 : 0);
    return std::min(std::max({leastDigits - weight * groupSize, dividend.scale, divisor.scale, 0}), mostPlaces);
}

/// Without trailing zeros behind the point, which quotientScale() counts.
Decimal trimmed(const Decimal &decimal)
{
    return parse(print(decimal));
}

std::optional<Decimal> divide(const Decimal &left, const Decimal &right)
{
    if (right.digits == 0)
        return std::nullopt;
    const Decimal dividend = trimmed(left);
    const Decimal divisor = trimmed(right);
    const int scale = quotientScale(dividend, divisor);
    Integer numerator = dividend.digits;
    Integer denominator = divisor.digits;
    if (const int shift = scale + divisor.scale - dividend.scale; shift >= 0)
        numerator *= powerOfTen(shift);
    else
        denominator *= powerOfTen(-shift);
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    return significant({divideRounded(numerator, denominator), scale});
}

Decimal squareRoot(const Decimal &decimal)
{
    constexpr int morePlaces = 60; // so many that rounding to 15 digits sees the true root
    const int places = decimal.scale + morePlaces;
    const Integer root = sqrt(Integer(decimal.digits * powerOfTen(2 * places - decimal.scale)));
    return significant({root, places});
}

std::optional<std::string> printed(const std::optional<Decimal> &decimal)
{
    return decimal ? std::optional(print(*decimal)) : std::nullopt;
}

} // namespace

std::string addDecimals(std::string_view left, std::string_view right)
{
    return print(add(parse(left), parse(right)));
}

std::string subtractDecimals(std::string_view left, std::string_view right)
{
    Decimal negated = parse(right);
    negated.digits = -negated.digits;
    return print(add(parse(left), std::move(negated)));
}

std::string multiplyDecimals(std::string_view left, std::string_view right)
{
    return print(multiply(parse(left), parse(right)));
}

std::optional<std::string> divideDecimals(std::string_view left, std::string_view right)
{
    return printed(divide(parse(left), parse(right)));
}

std::string absoluteDecimal(std::string_view decimal)
{
    Decimal value = parse(decimal);
    value.digits = abs(value.digits);
    return print(value);
}

std::string roundDecimal(std::string_view decimal, int places)
{
    Decimal value = parse(decimal);
    if (places >= value.scale)
        return print(value);
    const Integer unit = powerOfTen(value.scale - places);
    value.digits = divideRounded(value.digits, unit) * unit;
    return print(value);
}

struct DecimalSums::State
{
    Keep keep = Keep::Sum;
    std::int64_t count = 0;
    Decimal sum;
    Decimal squares;

    void add(const Decimal &value)
    {
        ++count;
        accumulate(sum, value);
        if (keep == Keep::SumAndSquares)
            accumulate(squares, multiply(value, value));
    }

    static void accumulate(Decimal &total, const Decimal &value)
    {
        bringToScale(total, value.scale);
        if (value.scale == total.scale)
            total.digits += value.digits;
        else
            total.digits += value.digits * powerOfTen(total.scale - value.scale);
    }

    std::optional<Decimal> variance() const
    {
        if (count < 2)
            return std::nullopt;
        const Decimal n{count, 0};
        Decimal squaredSum = multiply(sum, sum);
        squaredSum.digits = -squaredSum.digits;
        return divide(tenantry::sql::add(multiply(n, squares), std::move(squaredSum)),
                      {Integer(count) * (count - 1), 0});
    }
};

DecimalSums::DecimalSums(Keep keep)
    : m_state(std::make_unique<State>())
{
    m_state->keep = keep;
}

DecimalSums::~DecimalSums() = default;
DecimalSums::DecimalSums(DecimalSums &&other) noexcept = default;
DecimalSums &DecimalSums::operator=(DecimalSums &&other) noexcept = default;

void DecimalSums::add(std::string_view decimal)
{
    m_state->add(parse(decimal));
}

void DecimalSums::add(std::int64_t integer)
{
    m_state->add({integer, 0});
}

std::optional<std::string> DecimalSums::sum() const
{
    return m_state->count == 0 ? std::nullopt : std::optional(print(m_state->sum));
}

std::optional<std::string> DecimalSums::mean() const
{
    return m_state->count == 0 ? std::nullopt : printed(divide(m_state->sum, {m_state->count, 0}));
}

std::optional<std::string> DecimalSums::variance() const
{
    return printed(m_state->variance());
}

std::optional<std::string> DecimalSums::deviation() const
{
    const std::optional<Decimal> variance = m_state->variance();
    return variance ? std::optional(print(squareRoot(trimmed(*variance)))) : std::nullopt;
}

} // namespace tenantry::sql
