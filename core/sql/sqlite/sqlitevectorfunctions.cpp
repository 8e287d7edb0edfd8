// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitevectorfunctions.h"

#include "core/sql/sqlite/sqlitefunction.h"

#include <QtEndian>

#include <array>
#include <cmath>

namespace tenantry::sql {

namespace {

/// Two vectors in place.
struct Pair
{
    const char *left;
    const char *right;
    std::size_t size;

    double leftAt(std::size_t i) const { return qFromLittleEndian<float>(left + i * sizeof(float)); }
    double rightAt(std::size_t i) const { return qFromLittleEndian<float>(right + i * sizeof(float)); }
};

template<class Term>
double sum(const Pair &pair, Term term)
{
    double total = 0;
    for (std::size_t i = 0; i < pair.size; ++i)
        total += term(pair.leftAt(i), pair.rightAt(i));
    return total;
}

double innerProduct(const Pair &pair)
{
    return sum(pair, [](double a, double b) { return a * b; });
}

double euclidean(const Pair &pair)
{
    return std::sqrt(sum(pair, [](double a, double b) { return (a - b) * (a - b); }));
}

double cosine(const Pair &pair)
{
    const double lengths = std::sqrt(sum(pair, [](double a, double) { return a * a; })) *
                           std::sqrt(sum(pair, [](double, double b) { return b * b; }));
    return 1 - innerProduct(pair) / lengths;
}

double negatedProduct(const Pair &pair)
{
    return -innerProduct(pair);
}

template<double (*measure)(const Pair &)>
void distance(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]) || isNull(arguments[1]))
        return;
    const auto *left = static_cast<const char *>(sqlite3_value_blob(arguments[0]));
    const auto *right = static_cast<const char *>(sqlite3_value_blob(arguments[1]));
    const int bytes = sqlite3_value_bytes(arguments[0]);
    if (!left || !right || bytes != sqlite3_value_bytes(arguments[1]))
        return;
    const double result = measure({left, right, std::size_t(bytes) / sizeof(float)});
    if (std::isfinite(result))
        sqlite3_result_double(context, result);
}

constexpr std::array functions{
    SqliteFunction{"tenantry_vector_l2", 2, distance<euclidean>},
    SqliteFunction{"tenantry_vector_cosine", 2, distance<cosine>},
    SqliteFunction{"tenantry_vector_ip", 2, distance<negatedProduct>},
};

} // namespace

bool registerSqliteVectorFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions);
}

} // namespace tenantry::sql
