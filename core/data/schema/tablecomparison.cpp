// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablecomparison.h"

#include "core/data/schema/columncast.h"

namespace tenantry::data {

TableComparison::TableComparison(const Table &before, const Table &after,
                                 const std::map<std::string, std::string> &renames, const DdlWriter &ddl)
    : m_before(before)
    , m_after(after)
    , m_ddl(ddl)
    , m_renames(columnRenames(before, after, renames))
    , m_renamed(before)
{
    for (const ColumnRename &rename : m_renames)
        m_renamed = renamed(std::move(m_renamed), rename);
}

bool TableComparison::changesType(const Column &old, const Column &column) const
{
    return old.type != column.type || m_ddl.columnType(old) != m_ddl.columnType(column);
}

bool TableComparison::shortens(const Column &old, const Column &column) const
{
    const auto &limit = column.constraints.maxLength;
    const auto &before = old.constraints.maxLength;
    return column.type == ColumnType::Text && limit && (!before || *before > *limit);
}

bool TableComparison::changesPrimaryKey() const
{
    return primaryKeyNames(m_renamed) != primaryKeyNames(m_after);
}

std::string TableComparison::oldValueOf(const Column &column, Names names, std::string_view row) const
{
    const std::size_t index = *m_renamed.columnIndex(column.name);
    const Table &named = names == Names::Before ? m_before : m_renamed;
    const std::string name = sql::quoteIdentifier(named.columns[index].name);
    return row.empty() ? name : std::string(row) + "." + name;
}

std::string TableComparison::uncutValueOf(const Column &column, Names names, std::string_view row) const
{
    const Column &was = *old(column);
    std::string value = oldValueOf(column, names, row);
    if (!changesType(was, column))
        return value;
    if (castKind(was.type, column.type) != CastKind::Impossible)
        return "(" + castExpression(was.type, column.type, value, m_ddl.dialect()) + ")";
    const std::string otherwise = m_ddl.defaultExpression(column);
    return otherwise.empty() ? "NULL" : otherwise;
}

std::string TableComparison::valueOf(const Column &column, Names names, std::string_view row) const
{
    std::string value = uncutValueOf(column, names, row);
    if (!shortens(*old(column), column))
        return value;
    return "substr(" + value + ", 1, " + std::to_string(*column.constraints.maxLength) + ")";
}

std::vector<std::string> primaryKeyNames(const Table &table)
{
    std::vector<std::string> names;
    for (const std::size_t index : table.primaryKey)
        names.push_back(table.columns[index].name);
    return names;
}

std::string_view commentOf(const Table &table, std::string_view column)
{
    const std::optional<std::size_t> index = table.columnIndex(column);
    return index ? table.definition["fields"].at(*index)["comment"].string() : std::string_view();
}

bool equal(const ForeignKey &left, const ForeignKey &right)
{
    return left.columns == right.columns && left.targetPhysicalName == right.targetPhysicalName &&
           left.targetColumns == right.targetColumns && left.onDelete == right.onDelete;
}

bool equal(const Index &left, const Index &right)
{
    return left.name == right.name && left.columns == right.columns && left.unique == right.unique &&
           left.method == right.method && left.expression == right.expression && left.where == right.where &&
           left.operatorClass == right.operatorClass;
}

} // namespace tenantry::data
