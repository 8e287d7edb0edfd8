// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/statement.h"

#include "core/data/columntype.h"
#include "core/data/documents/fieldextraction.h"
#include "core/data/query/listparameter.h"
#include "core/data/query/textform.h"

namespace tenantry::data {

StatementBuilder &StatementBuilder::tableName()
{
    *this << m_space.table(table().physicalName);
    if (!m_source.alias.empty())
        *this << " AS " << m_source.alias;
    return *this;
}

StatementBuilder &StatementBuilder::column(std::size_t index)
{
    return *this << fieldSql(table(), index, m_source.alias, dialect());
}

StatementBuilder &StatementBuilder::column(const Source &source, std::size_t index)
{
    const Table &table = *source.table;
    const std::string qualifier = source.alias.empty() ? sql::quoteIdentifier(table.physicalName) : source.alias;
    return *this << fieldSql(table, index, qualifier, dialect());
}

StatementBuilder &StatementBuilder::columns(const std::vector<std::size_t> &indexes)
{
    for (std::string_view separator; const std::size_t index : indexes) {
        *this << std::exchange(separator, ", ");
        column(index);
    }
    return *this;
}

StatementBuilder &StatementBuilder::comparable(std::size_t index)
{
    const ColumnType type = table().columns[index].type;
    if (isDocument(type) || type == ColumnType::List)
        writeTextForm(*this, index);
    else
        column(index);
    return *this;
}

StatementBuilder &StatementBuilder::parameter(const DataType &type, const sql::Value &value)
{
    return parameter(bindable(type, value, dialect()));
}

StatementBuilder &StatementBuilder::parameter(sql::Value value)
{
    m_statement.values.push_back(std::move(value));
    return *this << "$" << std::to_string(m_statement.values.size());
}

StatementBuilder &StatementBuilder::list(const DataType &type, const sql::Values &values)
{
    parameter(listParameter(type, values, dialect()));
    if (dialect() == sql::Dialect::Postgres)
        *this << "::" << postgresElementType(type) << "[]";
    return *this;
}

} // namespace tenantry::data
