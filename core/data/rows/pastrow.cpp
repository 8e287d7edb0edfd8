// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/pastrow.h"

#include "core/data/documents/fieldextraction.h"
#include "core/data/documents/storedtable.h"
#include "core/data/query/conditionwriter.h"

namespace tenantry::data {

namespace {

bool hasDocumentForm(const DataType &type)
{
    return type != ColumnType::Range && type != ColumnType::Multirange && type != ColumnType::Vector;
}

/// The table as one that keeps documents, whatever it keeps itself: its rows of the past are documents. Of ranges and
/// vectors guards ask no more than whether there is one.
Table asDocuments(const Table &table)
{
    Table past = table;
    past.providerType = documentProvider;
    for (Column &column : past.columns) {
        column.nullable = true;
        if (!hasDocumentForm(column.type))
            column.type = ColumnType::Any;
    }
    return past;
}

/// The columns of the key, which tables of documents have beside these.
void writeKey(StatementBuilder &sql, const Table &past)
{
    Table whole = past;
    whole.primaryKey.clear();
    for (const std::size_t column : past.primaryKey) {
        sql << ", " << fieldSql(whole, column, "kept", sql.dialect()) << " AS ";
        sql << sql::quoteIdentifier(past.columns[column].name);
    }
}

} // namespace

void writePastGuards(StatementBuilder &sql, const Table &table, const Guards &guards, std::string_view document)
{
    const Table past = asDocuments(table);
    for (const std::size_t column : past.primaryKey) {
        if (past.columns[column].name == documentColumn) { // no table of documents has such a key
            sql << "FALSE";
            return;
        }
    }
    const TableScope scope(sql, past, "past");
    const std::string name = sql::quoteIdentifier(documentColumn);
    sql << "EXISTS (SELECT 1 FROM (SELECT kept." << name;
    writeKey(sql, past);
    sql << " FROM (SELECT " << document << (sql.dialect() == sql::Dialect::Postgres ? "::jsonb" : "") << " AS " << name
        << ") AS kept) AS past WHERE ";
    writeGuards(sql, guards);
    sql << ")";
}

} // namespace tenantry::data
