// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tenantry::sql {

// Arithmetic over decimals that are text: digits with an optional sign and point, no exponent. Sums, differences and
// products are exact, what divides has 15 significant digits. Results are canonical (no trailing zeros), and the same
// as PostgreSQL's numeric gives for the formulas in core/data/aggregate. Pure. What is no decimal counts as zero.

std::string addDecimals(std::string_view left, std::string_view right);
std::string subtractDecimals(std::string_view left, std::string_view right);
std::string multiplyDecimals(std::string_view left, std::string_view right);
/// Nothing when `right` is zero.
std::optional<std::string> divideDecimals(std::string_view left, std::string_view right);
std::string absoluteDecimal(std::string_view decimal);
/// To so many places behind the point, before it when negative; a half goes away from zero.
std::string roundDecimal(std::string_view decimal, int places);

/// What aggregates over decimals need of the values they have seen.
class DecimalSums
{
public:
    enum class Keep {
        Sum,
        SumAndSquares, ///< variance() and deviation() too
    };

    explicit DecimalSums(Keep keep);
    ~DecimalSums();
    DecimalSums(DecimalSums &&other) noexcept;
    DecimalSums &operator=(DecimalSums &&other) noexcept;

    void add(std::string_view decimal);
    void add(std::int64_t integer);

    /// Nothing when no value was added, for the last two when only one was.
    std::optional<std::string> sum() const;
    std::optional<std::string> mean() const;
    std::optional<std::string> variance() const;  ///< of a sample
    std::optional<std::string> deviation() const; ///< of a sample

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tenantry::sql
