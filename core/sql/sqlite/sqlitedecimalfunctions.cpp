// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitedecimalfunctions.h"

#include "core/sql/exactdecimals.h"
#include "core/sql/sqlite/sqlitefunction.h"

#include <array>
#include <optional>
#include <string>

namespace tenantry::sql {

namespace {

void answer(sqlite3_context *context, const std::optional<std::string> &decimal)
{
    if (decimal)
        answerText(context, *decimal);
}

template<auto operation>
void twoDecimals(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]) || isNull(arguments[1]))
        return;
    // Copies, since SQLite may hand out both as the same value.
    const std::string left(textOf(arguments[0]));
    answer(context, operation(left, textOf(arguments[1])));
}

void absolute(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (!isNull(arguments[0]))
        answerText(context, absoluteDecimal(textOf(arguments[0])));
}

void roundTo(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (!isNull(arguments[0]) && !isNull(arguments[1]))
        answerText(context, roundDecimal(textOf(arguments[0]), sqlite3_value_int(arguments[1])));
}

constexpr std::array functions{
    SqliteFunction{"tenantry_add", 2, twoDecimals<addDecimals>},
    SqliteFunction{"tenantry_subtract", 2, twoDecimals<subtractDecimals>},
    SqliteFunction{"tenantry_multiply", 2, twoDecimals<multiplyDecimals>},
    SqliteFunction{"tenantry_divide", 2, twoDecimals<divideDecimals>},
    SqliteFunction{"tenantry_abs", 1, absolute},
    SqliteFunction{"tenantry_round", 2, roundTo},
};

struct Sums
{
    DecimalSums sums{DecimalSums::Keep::Sum};
};

struct SquareSums
{
    DecimalSums sums{DecimalSums::Keep::SumAndSquares};
};

template<class State>
void addValue(State &state, sqlite3_value **arguments)
{
    switch (sqlite3_value_type(arguments[0])) {
    case SQLITE_NULL:
        return;
    case SQLITE_INTEGER:
        return state.sums.add(std::int64_t(sqlite3_value_int64(arguments[0])));
    default:
        return state.sums.add(textOf(arguments[0]));
    }
}

template<class State, auto result>
void finishWith(sqlite3_context *context, State &state)
{
    answer(context, (state.sums.*result)());
}

constexpr SqliteAggregate<Sums> sum{"tenantry_sum", 1, addValue<Sums>, finishWith<Sums, &DecimalSums::sum>};
constexpr SqliteAggregate<Sums> mean{"tenantry_avg", 1, addValue<Sums>, finishWith<Sums, &DecimalSums::mean>};
constexpr SqliteAggregate<SquareSums> variance{"tenantry_variance", 1, addValue<SquareSums>,
                                               finishWith<SquareSums, &DecimalSums::variance>};
constexpr SqliteAggregate<SquareSums> deviation{"tenantry_stddev", 1, addValue<SquareSums>,
                                                finishWith<SquareSums, &DecimalSums::deviation>};

} // namespace

bool registerSqliteDecimalFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions) && registerAggregate(handle, sum) && registerAggregate(handle, mean) &&
           registerAggregate(handle, variance) && registerAggregate(handle, deviation);
}

} // namespace tenantry::sql
