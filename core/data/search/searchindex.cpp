// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchindex.h"

#include "core/data/constraintname.h"

namespace tenantry::data {

using sql::quoteIdentifier;
using sql::quoteLiteral;

namespace {

/// What is no part of a word; the same as in core/sql/textanalyzer.cpp.
constexpr std::string_view noWord =
    R"([^[:alnum:]\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e30-\u0e3a\u0e47-\u0e4e]+)";

/// Between two fields, so that no phrase begins in one and ends in the next.
constexpr std::string_view gap = " || $$' ':9$$::tsvector || ";

/// Words only: PostgreSQL's parser would make more of addresses, numbers and hyphens, and other things by locale.
std::string vectorOf(const Table &table, const Search::Field &field)
{
    return "setweight(to_tsvector('pg_catalog." + table.search->configuration +
           "'::regconfig, regexp_replace(lower(coalesce(" + quoteIdentifier(table.columns[field.column].name) +
           ", '') COLLATE \"und-x-icu\"), " + quoteLiteral(std::string(noWord)) + ", ' ', 'g')), '" + field.weight +
           "')";
}

std::string createOnPostgres(const sql::Namespace &space, const Table &table)
{
    std::string vector;
    for (const Search::Field &field : table.search->fields)
        vector.append(vector.empty() ? "" : gap).append(vectorOf(table, field));
    const std::string name = space.table(table.physicalName);
    const std::string column(searchColumn);
    return "ALTER TABLE " + name + " ADD COLUMN " + column + " tsvector GENERATED ALWAYS AS (" + vector +
           ") STORED;\nCREATE INDEX " + quoteIdentifier(postgresSearchIndex(table)) + " ON " + name + " USING gin (" +
           column + ")";
}

/// "c0", "c1": fields may have names that FTS5 keeps for itself.
std::string indexColumns(const Table &table)
{
    std::string list;
    for (std::size_t i = 0; i < table.search->fields.size(); ++i)
        list += ", c" + std::to_string(i);
    return list;
}

std::string tableColumns(const Table &table, std::string_view row)
{
    std::string list;
    for (const Search::Field &field : table.search->fields)
        list.append(", ").append(row).append(quoteIdentifier(table.columns[field.column].name));
    return list;
}

std::string dropOnSqlite(const sql::Namespace &space, const Table &table)
{
    return dropSearchTriggers(space, table) + "DROP TABLE IF EXISTS " + searchIndexName(table);
}

std::string createOnSqlite(const sql::Namespace &space, const Table &table)
{
    const std::string index = searchIndexName(table);
    const std::string columns = indexColumns(table);
    // A change that makes the table anew has made the index already.
    return dropOnSqlite(space, table) + ";\nCREATE VIRTUAL TABLE " + index + " USING fts5(" + columns.substr(2) +
           ", content='', tokenize='tenantry " + table.search->configuration + "');\nINSERT INTO " + index + " (rowid" +
           columns + ") SELECT rowid" + tableColumns(table, "") + " FROM " + space.table(table.physicalName) + ";\n" +
           createSearchTriggers(space, table);
}

} // namespace

std::string_view weightText(char weight)
{
    switch (weight) {
    case 'A':
        return "1.0";
    case 'B':
        return "0.4";
    case 'C':
        return "0.2";
    default:
        return "0.1";
    }
}

std::string postgresSearchIndex(const Table &table)
{
    return constraintName(table.physicalName, ConstraintKind::Index, searchColumn);
}

std::string searchIndexName(const Table &table)
{
    return quoteIdentifier(table.physicalName + ":search");
}

std::string createSearchIndex(const sql::Namespace &space, const Table &table)
{
    return space.dialect() == sql::Dialect::Postgres ? createOnPostgres(space, table) : createOnSqlite(space, table);
}

std::string dropSearchIndex(const sql::Namespace &space, const Table &table)
{
    if (space.dialect() == sql::Dialect::Sqlite)
        return dropOnSqlite(space, table);
    return "ALTER TABLE " + space.table(table.physicalName) + " DROP COLUMN " + std::string(searchColumn);
}

std::string dropSearchTriggers(const sql::Namespace &space, const Table &table)
{
    std::string sql;
    for (const std::string_view event : {"insert", "delete", "update"})
        sql += "DROP TRIGGER IF EXISTS " + space.table(table.physicalName + ":search " + std::string(event)) + ";\n";
    return sql;
}

std::string createSearchTriggers(const sql::Namespace &space, const Table &table)
{
    const std::string name = space.table(table.physicalName);
    const std::string index = searchIndexName(table);
    const std::string columns = indexColumns(table);
    const auto trigger = [&](std::string_view event) {
        return "CREATE TRIGGER " + space.table(table.physicalName + ":search " + std::string(event)) + " AFTER ";
    };
    const std::string add =
        "INSERT INTO " + index + " (rowid" + columns + ") VALUES (new.rowid" + tableColumns(table, "new.") + "); ";
    const std::string remove = "INSERT INTO " + index + " (" + index + ", rowid" + columns +
                               ") VALUES ('delete', old.rowid" + tableColumns(table, "old.") + "); ";
    return trigger("insert") + "INSERT ON " + name + " BEGIN " + add + "END;\n" + trigger("delete") + "DELETE ON " +
           name + " BEGIN " + remove + "END;\n" + trigger("update") + "UPDATE OF " + tableColumns(table, "").substr(2) +
           " ON " + name + " BEGIN " + remove + add + "END";
}

std::string keepWordsOfLastRow(const Table &table)
{
    std::string values = "last_insert_rowid()";
    for (std::size_t i = 1; i <= table.search->fields.size(); ++i)
        values += ", $" + std::to_string(i);
    return "INSERT INTO " + searchIndexName(table) + " (rowid" + indexColumns(table) + ") VALUES (" + values + ")";
}

bool sameSearch(const Table &left, const Table &right)
{
    if (!left.search || !right.search)
        return left.search.has_value() == right.search.has_value();
    const auto same = [&](const Search::Field &a, const Search::Field &b) {
        return a.weight == b.weight && left.columns[a.column].name == right.columns[b.column].name;
    };
    return left.search->configuration == right.search->configuration &&
           std::equal(left.search->fields.begin(), left.search->fields.end(), right.search->fields.begin(),
                      right.search->fields.end(), same);
}

} // namespace tenantry::data
