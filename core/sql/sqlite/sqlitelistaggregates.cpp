// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitelistaggregates.h"

#include "core/sql/sqlite/sqlitefunction.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tenantry::sql {

namespace {

struct Items
{
    std::vector<std::pair<std::int64_t, std::string>> texts; ///< with their positions

    void add(std::string_view text, sqlite3_value *position)
    {
        texts.emplace_back(sqlite3_value_int64(position), text);
    }

    std::string joined(std::string_view separator)
    {
        std::sort(texts.begin(), texts.end());
        std::string all;
        for (std::string_view before; const auto &[position, text] : texts)
            all.append(std::exchange(before, separator)).append(text);
        return all;
    }
};

void addText(Items &items, sqlite3_value **arguments)
{
    if (!isNull(arguments[0]))
        items.add(textOf(arguments[0]), arguments[1]);
}

void addJson(Items &items, sqlite3_value **arguments)
{
    items.add(isNull(arguments[0]) ? std::string_view("null") : textOf(arguments[0]), arguments[1]);
}

void finishTexts(sqlite3_context *context, Items &items)
{
    if (!items.texts.empty())
        answerText(context, items.joined(", "));
}

void finishJson(sqlite3_context *context, Items &items)
{
    answerText(context, "[" + items.joined(",") + "]");
}

constexpr SqliteAggregate<Items> stringAggregate{"tenantry_string_agg", 2, addText, finishTexts};
constexpr SqliteAggregate<Items> jsonAggregate{"tenantry_json_agg", 2, addJson, finishJson};

} // namespace

bool registerSqliteListAggregates(sqlite3 *handle)
{
    return registerAggregate(handle, stringAggregate) && registerAggregate(handle, jsonAggregate);
}

} // namespace tenantry::sql
