// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/valuecodec.h"
#include "core/sql/session.h"

#include <string>

namespace tenantry::data {

/// SQL text of one engine and the values of its parameters.
struct Statement
{
    std::string text;
    sql::Values values;

    /// Runs it. The names are the engine's already and none of ours, so braces in them mean nothing.
    Result<sql::CursorPtr> run(sql::Session &session) const { return session.connection().query(text, values); }
};

/// Puts a Statement about one table together: names are quoted, values become parameters.
class StatementBuilder
{
public:
    StatementBuilder(const sql::Namespace &space, const Table &table)
        : m_space(space)
        , m_table(table)
    {
    }

    const Table &table() const { return m_table; }
    sql::Dialect dialect() const { return m_space.dialect(); }

    StatementBuilder &operator<<(std::string_view sql)
    {
        m_statement.text += sql;
        return *this;
    }
    StatementBuilder &tableName();
    StatementBuilder &column(std::size_t index);
    /// "a", "b", "c"
    StatementBuilder &columns(const std::vector<std::size_t> &indexes);
    /// The column as conditions and orderings see it: JSON as text, so that both engines compare the same.
    StatementBuilder &comparable(std::size_t index);
    /// The next parameter, holding a neutral value of a column's type.
    StatementBuilder &parameter(ColumnType type, const sql::Value &value);
    StatementBuilder &parameter(sql::Value value);
    /// The next parameter, holding a list: an array on PostgreSQL (cast to the type), a JSON array on SQLite.
    StatementBuilder &list(ColumnType type, const sql::Values &values);

    Statement take() { return std::move(m_statement); }

private:
    const sql::Namespace &m_space;
    const Table &m_table;
    Statement m_statement;
};

} // namespace tenantry::data
