// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqliterangefunctions.h"

#include "core/sql/ranges.h"
#include "core/sql/sqlite/sqlitejsonargument.h"

#include <array>

namespace tenantry::sql {

namespace {

using Relation = bool (*)(const Ranges &, const Ranges &);

template<Relation holds>
void relation(sqlite3_context *context, int, sqlite3_value **arguments)
{
    answerRelation(context, arguments, [](const json::Value &left, const json::Value &right) {
        return holds(rangesFromJson(left), rangesFromJson(right));
    });
}

constexpr std::array functions{
    SqliteFunction{"tenantry_range_contains", 2, relation<contains>},
    SqliteFunction{"tenantry_range_overlap", 2, relation<overlap>},
    SqliteFunction{"tenantry_range_adjacent", 2, relation<adjacent>},
    SqliteFunction{"tenantry_range_left", 2, relation<isLeftOf>},
};

} // namespace

bool registerSqliteRangeFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions);
}

} // namespace tenantry::sql
