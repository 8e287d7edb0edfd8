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

/// A table as a statement knows it.
struct Source
{
    const Table *table;
    std::string alias; ///< empty: the table's own name, which columns then go without
};

/// Puts a Statement together: names are quoted, values become parameters. It is about one table at a time; a TableScope
/// turns it to another one, or to the same once more, for a subquery or a join.
class StatementBuilder
{
public:
    StatementBuilder(const sql::Namespace &space, const Table &table)
        : m_space(space)
        , m_source{&table, {}}
    {
    }

    const Table &table() const { return *m_source.table; }
    const Source &source() const { return m_source; }
    sql::Dialect dialect() const { return m_space.dialect(); }

    StatementBuilder &operator<<(std::string_view sql)
    {
        m_statement.text += sql;
        return *this;
    }
    /// The table as it stands behind FROM, with its alias.
    StatementBuilder &tableName();
    StatementBuilder &column(std::size_t index);
    /// A column of a table around the one that the statement is just about, always qualified.
    StatementBuilder &column(const Source &source, std::size_t index);
    /// "a", "b", "c"
    StatementBuilder &columns(const std::vector<std::size_t> &indexes);
    /// The column as conditions and orderings see it: documents and lists as JSON text, so that both engines
    /// compare the same.
    StatementBuilder &comparable(std::size_t index);
    /// The next parameter, holding a neutral value of a column's type.
    StatementBuilder &parameter(const DataType &type, const sql::Value &value);
    StatementBuilder &parameter(sql::Value value);
    /// The next parameter, holding a list: an array on PostgreSQL (cast to the type), a JSON array on SQLite.
    StatementBuilder &list(const DataType &type, const sql::Values &values);

    /// "t1", "t2", ...: no name of a datatable, whose names have an underscore.
    std::string newAlias() { return "t" + std::to_string(++m_aliases); }

    Statement take() { return std::move(m_statement); }

private:
    friend class TableScope;

    const sql::Namespace &m_space;
    Source m_source;
    int m_aliases = 0;
    Statement m_statement;
};

/// While it lives, everything a builder writes (conditions, guards, text forms as well) is about another table, with
/// its columns qualified by the alias.
class TableScope
{
public:
    TableScope(StatementBuilder &sql, const Table &table, std::string alias)
        : m_sql(sql)
        , m_outer(std::exchange(sql.m_source, {&table, std::move(alias)}))
    {
    }
    TableScope(StatementBuilder &sql, const Table &table)
        : TableScope(sql, table, sql.newAlias())
    {
    }
    ~TableScope() { m_sql.m_source = std::move(m_outer); }
    TableScope(const TableScope &) = delete;
    TableScope &operator=(const TableScope &) = delete;

    /// What the builder was about before.
    const Source &outer() const { return m_outer; }

private:
    StatementBuilder &m_sql;
    Source m_outer;
};

} // namespace tenantry::data
