// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/systemtables.h"

#include "core/json/writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data::systemtables {

namespace {

/// The view of the site's users (site_0006_system_tables.sql).
constexpr std::string_view usersView = "_auth_user";
constexpr std::string_view users = "_users";

struct Field
{
    const char *name;
    const char *type;
    const char *format;
    ColumnType column;
};

constexpr Field userFields[] = {
    {"id", "string", "uuid", ColumnType::Uuid},    {"username", "string", "", ColumnType::Text},
    {"email", "string", "", ColumnType::Text},     {"first_name", "string", "", ColumnType::Text},
    {"last_name", "string", "", ColumnType::Text}, {"full_name", "string", "", ColumnType::Text},
};

Table makeUsers()
{
    Table table;
    table.name = "auth_user";
    table.physicalName = usersView;
    table.title = u"Users"_s;
    table.description = u"The users of this site; referred to, and managed elsewhere."_s;
    json::Array fields;
    for (const Field &field : userFields) {
        Column column;
        column.name = field.name;
        column.jsonKey = json::quoted(column.name).toStdString() + ':';
        column.type = field.column;
        column.format = field.format;
        column.nullable = false;
        table.columns.push_back(std::move(column));
        json::Object written;
        written.set("name", field.name);
        written.set("type", field.type);
        if (*field.format)
            written.set("format", field.format);
        fields.emplace_back(std::move(written));
    }
    table.primaryKey = {0};
    json::Object definition;
    definition.set("fields", std::move(fields));
    definition.set("primaryKey", "id");
    definition.set("x-system-table", true);
    table.definition = json::Value(std::move(definition));
    return table;
}

const Table &authUser()
{
    static const Table table = makeUsers();
    return table;
}

} // namespace

const Table *find(std::string_view name)
{
    return name == authUser().name ? &authUser() : nullptr;
}

const std::vector<const Table *> &all()
{
    static const std::vector<const Table *> tables{&authUser()};
    return tables;
}

KeyPlace keyPlace(const ForeignKey &key, sql::Dialect dialect)
{
    if (key.targetPhysicalName != usersView)
        return {key.targetPhysicalName, key.targetColumns};
    // Ids of users are kept as text; PostgreSQL compares uuid columns with uuid columns only.
    return {std::string(users), {dialect == sql::Dialect::Postgres ? "uuid" : "id"}};
}

} // namespace tenantry::data::systemtables
