// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/textform.h"

namespace tenantry::data {

namespace {

Frame postgresFrame(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return {"", ""};
    case ColumnType::Number:
        return {"trim_scale(", ")::text COLLATE \"C\""};
    case ColumnType::DateTime:
        return {"replace(to_char(", " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000', '') COLLATE "
                                    "\"C\""};
    case ColumnType::Binary: // as an element of a list
        return {"translate(encode(", ", 'base64'), E'\\n', '')"};
    case ColumnType::Time:
        return {"replace(to_char(DATE '2000-01-01' + ", ", 'HH24:MI:SS.US'), '.000000', '') COLLATE \"C\""};
    default:
        return {"", "::text COLLATE \"C\""};
    }
}

Frame sqliteFrame(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Year:
        return {"CAST(", " AS TEXT)"};
    case ColumnType::Number: // kept as text, but with another order than that of texts
        return {"", " COLLATE BINARY"};
    case ColumnType::Boolean:
        return {"CASE ", " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"};
    case ColumnType::DateTime:
        return {"tenantry_datetime(", ")"};
    case ColumnType::Time:
        return {"tenantry_time(", ")"};
    default:
        return {"", ""};
    }
}

/// Whether to_jsonb() writes an element of a list as answers show it.
bool isShownByJsonb(ColumnType element)
{
    return element != ColumnType::DateTime && element != ColumnType::Time && element != ColumnType::Binary;
}

void writePostgresList(StatementBuilder &sql, std::size_t column, ColumnType element)
{
    if (isShownByJsonb(element)) {
        sql << "to_jsonb(";
        sql.column(column) << ")::text COLLATE \"C\"";
        return;
    }
    const auto [before, after] = postgresFrame(element);
    sql << "(CASE WHEN ";
    sql.column(column) << " IS NOT NULL THEN (SELECT coalesce(jsonb_agg(" << before << "item" << after
                       << " ORDER BY place), '[]')::text FROM unnest(";
    sql.column(column) << ") WITH ORDINALITY AS items (item, place)) END) COLLATE \"C\"";
}

} // namespace

Frame textFrame(ColumnType type, sql::Dialect dialect)
{
    return dialect == sql::Dialect::Postgres ? postgresFrame(type) : sqliteFrame(type);
}

void writeTextForm(StatementBuilder &sql, std::size_t column)
{
    const DataType &type = sql.table().columns[column].type;
    if (type == ColumnType::List && sql.dialect() == sql::Dialect::Postgres)
        return writePostgresList(sql, column, type.element);
    const auto [before, after] = textFrame(type, sql.dialect());
    sql << before;
    sql.column(column) << after;
}

void writeCapitals(StatementBuilder &sql, const std::function<void()> &text)
{
    const bool postgres = sql.dialect() == sql::Dialect::Postgres;
    sql << (postgres ? "upper((" : "tenantry_upper(");
    text();
    sql << (postgres ? ") COLLATE \"und-x-icu\") COLLATE \"C\"" : ")");
}

} // namespace tenantry::data
