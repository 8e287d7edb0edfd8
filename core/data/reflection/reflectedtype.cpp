// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/reflectedtype.h"

#include "core/data/columntype.h"
#include "core/data/values/valuecodec.h"

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct Respelling
{
    std::string_view from;
    std::string_view to;
};

/// What PostgreSQL calls types, as the server calls them.
constexpr std::array postgresNames{
    Respelling{"timestamp with time zone", "timestamptz"},
    Respelling{"time without time zone", "time"},
};

/// Types whose values all fit into one that the server uses.
constexpr std::array smallerTypes{
    Respelling{"smallint", "bigint"},
    Respelling{"integer", "bigint"},
    Respelling{"character varying", "text"},
    Respelling{"json", "jsonb"},
};

std::string respelled(std::string_view name)
{
    const bool isList = name.ends_with("[]");
    const std::string_view base = isList ? name.substr(0, name.size() - 2) : name;
    for (const auto &[from, to] : postgresNames) {
        if (base == from)
            return std::string(to) + (isList ? "[]" : "");
    }
    return std::string(name);
}

std::optional<std::int64_t> lengthIn(std::string_view name, std::string_view type)
{
    std::int64_t length = 0;
    if (!name.starts_with(type) || name.size() < type.size() + 3)
        return std::nullopt;
    const auto read = std::from_chars(name.data() + type.size() + 1, name.data() + name.size() - 1, length);
    return read.ec == std::errc() ? std::optional(length) : std::nullopt;
}

std::string largest(std::string_view name)
{
    if (lengthIn(name, "character varying"))
        return "text";
    if (lengthIn(name, "numeric"))
        return "numeric";
    for (const auto &[from, to] : smallerTypes) {
        if (name == from)
            return std::string(to);
    }
    return respelled(name);
}

json::Object plainSpelling(ColumnType type)
{
    json::Object spelling;
    switch (type) {
    case ColumnType::Uuid:
    case ColumnType::Binary:
        spelling.set("type", "string");
        spelling.set("format", type == ColumnType::Uuid ? "uuid" : "binary");
        return spelling;
    case ColumnType::Integer:
        spelling.set("type", "integer");
        return spelling;
    case ColumnType::Number:
        spelling.set("type", "number");
        return spelling;
    case ColumnType::Boolean:
        spelling.set("type", "boolean");
        return spelling;
    case ColumnType::Date:
        spelling.set("type", "date");
        return spelling;
    case ColumnType::DateTime:
        spelling.set("type", "datetime");
        return spelling;
    case ColumnType::Time:
        spelling.set("type", "time");
        return spelling;
    case ColumnType::Any:
        spelling.set("type", "any");
        return spelling;
    default:
        spelling.set("type", "string");
        return spelling;
    }
}

json::Object spellingOf(const DataType &type)
{
    json::Object spelling;
    if (type == ColumnType::List) {
        spelling.set("type", "array");
        spelling.set("arrayItem", plainSpelling(type.element));
    } else if (type == ColumnType::Range || type == ColumnType::Multirange) {
        spelling.set("type", "any");
        spelling.set("x-pg-type", postgresType(type));
    } else {
        return plainSpelling(type);
    }
    return spelling;
}

std::optional<DataType> sqliteType(const PhysicalColumn &column)
{
    if (column.type == "TEXT" && column.collation == "tenantry_decimal")
        return ColumnType::Number;
    if (!column.collation.empty() && qstricmp(column.collation.c_str(), "BINARY") != 0)
        return std::nullopt;
    if (column.type == "TEXT")
        return ColumnType::Text;
    if (column.type == "INTEGER" || column.type == "INT")
        return ColumnType::Integer;
    if (column.type == "BLOB")
        return ColumnType::Binary;
    return std::nullopt;
}

} // namespace

std::optional<ReflectedType> reflectedType(const PhysicalColumn &column, sql::Dialect dialect)
{
    std::optional<DataType> type =
        dialect == sql::Dialect::Sqlite ? sqliteType(column) : nativeType(largest(column.type));
    if (!type)
        return std::nullopt;
    return ReflectedType{*type, spellingOf(*type), lengthIn(column.type, "character varying")};
}

bool isKeptAs(const PhysicalColumn &physical, const Column &column, const DdlWriter &ddl)
{
    if (ddl.dialect() == sql::Dialect::Postgres) {
        const std::string collated =
            respelled(physical.type) + (physical.collation.empty() ? "" : " COLLATE \"" + physical.collation + "\"");
        return collated == ddl.columnType(column);
    }
    const std::string type = physical.type == "INT" ? "INTEGER" : physical.type;
    return type + (physical.collation.empty() ? "" : " COLLATE " + physical.collation) == ddl.columnType(column);
}

QString typeText(const PhysicalColumn &column)
{
    const QString type = QString::fromStdString(column.type);
    return column.collation.empty() ? type : type + u" COLLATE "_s + QString::fromStdString(column.collation);
}

} // namespace tenantry::data
