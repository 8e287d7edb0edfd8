// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/foreignkeycheck.h"

#include "core/data/query/statement.h"
#include "core/data/rows/violations.h"

namespace tenantry::data {

namespace {

/// The values of a reference; nothing when it is null in part or not written at all.
std::optional<sql::Values> valuesOf(const Table &table, const RowValues &row, const std::vector<std::string> &columns)
{
    sql::Values values;
    for (const std::string &name : columns) {
        const std::optional<std::size_t> column = table.columnIndex(name);
        if (!column || !row[*column] || row[*column]->isNull())
            return std::nullopt;
        values.push_back(*row[*column]);
    }
    return values;
}

bool isAmong(const Table &table, std::span<const RowValues> rows, const ForeignKey &key, const sql::Values &values)
{
    return std::any_of(rows.begin(), rows.end(), [&](const RowValues &row) {
        const std::optional<sql::Values> target = valuesOf(table, row, key.targetColumns);
        return target && std::equal(target->begin(), target->end(), values.begin(), values.end(), sameValue);
    });
}

Result<bool> exists(sql::Session &session, const Table &table, const ForeignKey &key, const sql::Values &values)
{
    Statement statement{"SELECT 1 FROM " + session.space().table(key.targetPhysicalName), {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const ColumnType type = table.column(key.columns[i])->type;
        statement.values.push_back(bindable(type, values[i], session.dialect()));
        statement.text += (i == 0 ? " WHERE " : " AND ") + sql::quoteIdentifier(key.targetColumns.at(i)) + " = $" +
                          std::to_string(i + 1);
    }
    const sql::CursorPtr cursor = TRY(statement.run(session));
    return cursor->next();
}

} // namespace

Result<std::vector<FieldError>> danglingReferences(sql::Session &session, const Table &table,
                                                   std::span<const RowValues> rows, const QStringList &paths)
{
    std::vector<FieldError> problems;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const ForeignKey &key : table.foreignKeys) {
            const std::optional<sql::Values> values = valuesOf(table, rows[i], key.columns);
            if (!values || (key.targetPhysicalName == table.physicalName && isAmong(table, rows, key, *values)))
                continue;
            if (!TRY(exists(session, table, key, *values)))
                problems.push_back(
                    {paths[qsizetype(i)] + QString::fromStdString(key.columns.front()), danglingMessage(key)});
        }
    }
    return problems;
}

} // namespace tenantry::data
