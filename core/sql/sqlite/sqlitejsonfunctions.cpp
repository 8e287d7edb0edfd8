// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitejsonfunctions.h"

#include "core/json/writer.h"
#include "core/sql/jsondocuments.h"
#include "core/sql/sqlite/sqlitejsonargument.h"

#include <array>

namespace tenantry::sql {

namespace {

using Relation = bool (*)(const json::Value &, const json::Value &);

template<Relation holds>
void relation(sqlite3_context *context, int, sqlite3_value **arguments)
{
    answerRelation(context, arguments, holds);
}

bool containsAny(const json::Value &document, const json::Value &list)
{
    return std::any_of(list.array().begin(), list.array().end(),
                       [&](const json::Value &element) { return contains(document, json::Array{element}); });
}

bool hasAny(const json::Value &document, const json::Value &keys)
{
    return std::any_of(keys.array().begin(), keys.array().end(),
                       [&](const json::Value &key) { return hasKey(document, key.string()); });
}

bool hasAll(const json::Value &document, const json::Value &keys)
{
    return std::all_of(keys.array().begin(), keys.array().end(),
                       [&](const json::Value &key) { return hasKey(document, key.string()); });
}

using Form = std::optional<std::string> (*)(const json::Value &);

std::optional<std::string> whole(const json::Value &document)
{
    return json::canonical(document);
}

/// Answers what a path leads to in some form.
template<Form form>
void at(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (isNull(arguments[0]) || isNull(arguments[1]))
        return;
    const json::Value document = jsonOf(arguments[0]);
    const JsonConstant path(context, arguments, 1);
    const json::Value *found = follow(document, *path);
    if (!found)
        return;
    if (const std::optional<std::string> text = form(*found))
        answerText(context, *text);
}

constexpr std::array functions{
    SqliteFunction{"tenantry_json_contains", 2, relation<contains>},
    SqliteFunction{"tenantry_json_contains_any", 2, relation<containsAny>},
    SqliteFunction{"tenantry_json_has_any", 2, relation<hasAny>},
    SqliteFunction{"tenantry_json_has_all", 2, relation<hasAll>},
    SqliteFunction{"tenantry_json_at", 2, at<whole>},
    SqliteFunction{"tenantry_json_text", 2, at<documentText>},
    SqliteFunction{"tenantry_json_number", 2, at<documentNumber>},
    SqliteFunction{"tenantry_list_contains", 2, relation<listContains>},
    SqliteFunction{"tenantry_list_overlap", 2, relation<listsOverlap>},
};

} // namespace

bool registerSqliteJsonFunctions(sqlite3 *handle)
{
    return registerAll(handle, functions);
}

} // namespace tenantry::sql
