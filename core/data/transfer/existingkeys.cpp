// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/existingkeys.h"

#include "core/data/query/statement.h"

namespace tenantry::data {

namespace {

using Keys = std::span<const sql::Values>;

/// SELECT position FROM the keys WHERE there is a row.
Statement lookUpTogether(const sql::Namespace &space, const Table &table, const std::vector<std::size_t> &columns,
                         Keys keys)
{
    StatementBuilder sql(space, table);
    sql << "SELECT position FROM unnest(";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sql::Values values;
        values.reserve(keys.size());
        for (const sql::Values &key : keys)
            values.push_back(key[i]);
        sql << (i == 0 ? "" : ", ");
        sql.list(table.columns[columns[i]].type, values);
    }
    sql << ") WITH ORDINALITY AS wanted (";
    for (std::size_t i = 0; i < columns.size(); ++i)
        sql << "k" << std::to_string(i) << ", ";
    sql << "position) WHERE EXISTS (SELECT 1 FROM ";
    const TableScope scope(sql, table, "found");
    sql.tableName() << " WHERE ";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sql << (i == 0 ? "" : " AND ");
        sql.column(columns[i]) << " = wanted.k" << std::to_string(i);
    }
    sql << ")";
    return sql.take();
}

Statement lookUp(const sql::Namespace &space, const Table &table, const std::vector<std::size_t> &columns,
                 const sql::Values &key)
{
    StatementBuilder sql(space, table);
    sql << "SELECT 1 FROM ";
    sql.tableName();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sql << (i == 0 ? " WHERE " : " AND ");
        sql.column(columns[i]) << " = ";
        sql.parameter(table.columns[columns[i]].type, key[i]);
    }
    sql << " LIMIT 1";
    return sql.take();
}

} // namespace

Result<std::vector<bool>> existingKeys(sql::Session &session, const Table &table,
                                       const std::vector<std::size_t> &columns, Keys keys)
{
    std::vector<bool> exists(keys.size());
    if (keys.empty())
        return exists;
    if (session.dialect() == sql::Dialect::Postgres) {
        const sql::CursorPtr cursor = TRY(lookUpTogether(session.space(), table, columns, keys).run(session));
        while (TRY(cursor->next()))
            exists[std::size_t(cursor->integer(0) - 1)] = true;
        return exists;
    }
    Statement statement = lookUp(session.space(), table, columns, keys.front());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::size_t part = 0; part < columns.size(); ++part)
            statement.values[part] = bindable(table.columns[columns[part]].type, keys[i][part], session.dialect());
        const sql::CursorPtr cursor = TRY(statement.run(session));
        exists[i] = TRY(cursor->next());
    }
    return exists;
}

} // namespace tenantry::data
