// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/enginetables.h"

#include "core/data/search/searchindex.h"
#include "core/json/reader.h"

#include <algorithm>

namespace tenantry::data {

namespace {

constexpr std::string_view columnsSql = R"(
    SELECT a.attname, format_type(a.atttypid, a.atttypmod),
           CASE WHEN a.attcollation = y.typcollation THEN '' ELSE coalesce(c.collname, '') END,
           a.attnotnull, coalesce(pg_get_expr(d.adbin, d.adrelid), ''), a.attidentity::text, a.attgenerated <> '',
           coalesce(col_description(a.attrelid, a.attnum), '')
    FROM pg_attribute a
    JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_collation c ON c.oid = a.attcollation
    WHERE a.attrelid = CAST($1 AS oid) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)";

constexpr std::string_view constraintsSql = R"(
    SELECT c.conname, c.contype::text,
           (SELECT coalesce(json_agg(a.attname ORDER BY k.place), '[]') FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number)::text,
           coalesce(pg_get_expr(c.conbin, c.conrelid), ''),
           CASE WHEN f.relnamespace = t.relnamespace THEN f.relname ELSE '' END,
           (SELECT coalesce(json_agg(a.attname ORDER BY k.place), '[]') FROM unnest(c.confkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number)::text,
           c.confdeltype::text, c.condeferred
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    LEFT JOIN pg_class f ON f.oid = c.confrelid
    WHERE c.conrelid = CAST($1 AS oid) ORDER BY c.conname)";

constexpr std::string_view indexesSql = R"(
    SELECT i.relname, x.indisunique, m.amname,
           (SELECT coalesce(json_agg(a.attname ORDER BY k.place), '[]')
            FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number)::text,
           x.indpred IS NULL AND x.indexprs IS NULL AND x.indnkeyatts = x.indnatts
               AND NOT EXISTS (SELECT 1 FROM unnest(x.indoption::int2[]) o WHERE o <> 0)
               AND NOT EXISTS (SELECT 1 FROM unnest(x.indclass::oid[]) o JOIN pg_opclass p ON p.oid = o
                               WHERE NOT p.opcdefault),
           EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype IN ('u', 'x')),
           EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype = 'f')
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_am m ON m.oid = i.relam
    WHERE x.indrelid = CAST($1 AS oid) AND x.indisvalid AND NOT x.indisprimary ORDER BY i.relname)";

std::vector<std::string> names(const sql::Cursor &row, int column)
{
    std::vector<std::string> list;
    const json::Value read = json::read(row.text(column)).value_or(json::Value());
    for (const json::Value &name : read.array())
        list.emplace_back(name.string());
    return list;
}

OnDelete actionOf(std::string_view letter)
{
    if (letter == "r")
        return OnDelete::Restrict;
    if (letter == "c")
        return OnDelete::Cascade;
    if (letter == "n")
        return OnDelete::SetNull;
    return letter == "d" ? OnDelete::SetDefault : OnDelete::NoAction;
}

PhysicalColumn toColumn(const sql::Cursor &row)
{
    using Counter = PhysicalColumn::Counter;
    PhysicalColumn column;
    column.name = row.text(0);
    column.type = row.text(1);
    column.collation = row.text(2);
    column.notNull = row.boolean(3);
    const std::string_view counter = row.text(5);
    column.counter = counter == "a" ? Counter::Always : counter == "d" ? Counter::ByDefault : Counter::None;
    column.computed = row.boolean(6);
    if (!column.computed)
        column.fallback = row.text(4);
    column.comment = row.text(7);
    return column;
}

PhysicalIndex toIndex(const sql::Cursor &row)
{
    PhysicalIndex index;
    index.name = row.text(0);
    index.unique = row.boolean(1);
    index.method = row.text(2);
    index.columns = names(row, 3);
    index.plain = row.boolean(4);
    index.ofConstraint = row.boolean(5);
    index.holdsKeys = row.boolean(6);
    return index;
}

Result<void> readConstraints(sql::Session &session, std::int64_t id, PhysicalTable &table)
{
    const sql::CursorPtr row = TRY(session.query(constraintsSql, {id}));
    while (TRY(row->next())) {
        const std::string name(row->text(0));
        const std::string_view kind = row->text(1);
        if (kind == "p") {
            table.primaryKeyName = name;
            table.primaryKey = names(*row, 2);
        } else if (kind == "c") {
            table.checks.push_back({name, std::string(row->text(3))});
        } else if (kind == "f") {
            table.foreignKeys.push_back({name, names(*row, 2), std::string(row->text(4)), names(*row, 5),
                                         actionOf(row->text(6)), row->boolean(7)});
        }
    }
    return {};
}

} // namespace

Result<std::optional<PhysicalTable>> readPostgresTable(sql::Session &session, const std::string &physicalName)
{
    const auto id = TRY(
        session.first("SELECT t.oid::bigint FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace WHERE "
                      "n.nspname = CAST($1 AS text) AND t.relname = CAST($2 AS text) AND t.relkind = 'r'",
                      {session.space().schema(), physicalName}, [](const sql::Cursor &row) { return row.integer(0); }));
    if (!id)
        return std::optional<PhysicalTable>();
    PhysicalTable table;
    table.columns = TRY(session.all(columnsSql, {*id}, toColumn));
    TRY(readConstraints(session, *id, table));
    table.indexes = TRY(session.all(indexesSql, {*id}, toIndex));
    const PhysicalColumn *search = table.column(searchColumn);
    table.hasSearch = search && search->computed && search->type == "tsvector";
    return std::optional(std::move(table));
}

} // namespace tenantry::data
