// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/ddlwriter.h"

#include "core/data/columntype.h"
#include "core/data/constraintname.h"
#include "core/data/definition/deleteaction.h"
#include "core/data/definition/literal.h"
#include "core/data/documents/fieldextraction.h"
#include "core/data/documents/storedtable.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/checkconditions.h"
#include "core/data/systemtables.h"
#include "core/data/values/valuecodec.h"

#include <algorithm>

namespace tenantry::data {

using sql::Dialect;
using sql::quoteIdentifier;
using sql::quoteLiteral;

namespace {

std::string columnList(const std::vector<std::string> &columns)
{
    std::string list;
    for (const std::string &column : columns)
        list.append(list.empty() ? "" : ", ").append(quoteIdentifier(column));
    return "(" + list + ")";
}

std::string_view sqliteType(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Boolean:
    case ColumnType::DateTime:
    case ColumnType::Time:
    case ColumnType::Year:
        return "INTEGER";
    case ColumnType::Binary:
    case ColumnType::Vector:
        return "BLOB";
    case ColumnType::Number:
        return "TEXT COLLATE tenantry_decimal";
    default:
        return "TEXT";
    }
}

/// What a function named by `default` is on SQLite for a column of the type.
std::string_view sqliteFunction(DefaultFunction function, ColumnType type)
{
    if (function == DefaultFunction::RandomUuid)
        return "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' "
               "|| substr('89ab', (random() & 3) + 1, 1) || substr(hex(randomblob(2)), 2) || '-' "
               "|| hex(randomblob(6)))";
    if (type == ColumnType::Date)
        return "date('now')";
    if (type == ColumnType::Time)
        return "CAST(strftime('%s', 'now') AS INTEGER) % 86400 * 1000000";
    return "CAST(strftime('%s', 'now') AS INTEGER) * 1000000 + CAST(substr(strftime('%f', 'now'), 4) AS INTEGER) * "
           "1000";
}

std::string_view postgresFunction(DefaultFunction function)
{
    switch (function) {
    case DefaultFunction::Now:
        return "now()";
    case DefaultFunction::CurrentDate:
        return "current_date";
    case DefaultFunction::RandomUuid:
        return "gen_random_uuid()";
    }
    Q_UNREACHABLE();
}

/// A constant that the definition's reader has accepted for the type.
std::string constant(const DataType &type, const json::Value &value, Dialect dialect)
{
    return literal(type, value, dialect).value_or("NULL");
}

bool isOnlyKey(const Table &table, const Column &column)
{
    return table.primaryKey.size() == 1 && table.columns[table.primaryKey.front()].name == column.name;
}

std::string named(const Table &table, ConstraintKind kind, std::string_view subject = {})
{
    return quoteIdentifier(constraintName(table.physicalName, kind, subject));
}

std::string constraint(const Table &table, ConstraintKind kind, std::string_view subject = {})
{
    return "CONSTRAINT " + named(table, kind, subject) + " ";
}

} // namespace

Result<DdlWriter> DdlWriter::of(sql::Session &session)
{
    std::optional<VectorExtension> extension = TRY(findVectorExtension(session));
    return DdlWriter(session.space(), std::move(extension));
}

std::string DdlWriter::createTable(const Table &table, std::string_view as) const
{
    if (table.keepsDocuments())
        return createTable(storedTable(table), as);
    std::string sql = "CREATE TABLE " + m_space.table(as.empty() ? table.physicalName : as) + " (";
    for (const Column &column : table.columns)
        sql.append("\n    ").append(columnDefinition(table, column)).append(",");
    if (table.primaryKey.size() > 1) {
        std::vector<std::string> columns;
        for (const std::size_t index : table.primaryKey)
            columns.push_back(table.columns[index].name);
        sql += "\n    " + constraint(table, ConstraintKind::PrimaryKey) + "PRIMARY KEY " + columnList(columns) + ",";
    }
    for (const ForeignKey &key : table.foreignKeys) {
        if (isAddedLast(table, key))
            continue;
        sql += "\n    CONSTRAINT " + quoteIdentifier(constraintName(table, key)) + " FOREIGN KEY " +
               columnList(key.columns) + foreignKey(key) + ",";
    }
    if (edgestable::isOne(table))
        sql += "\n    " + constraint(table, ConstraintKind::Loop) + "CHECK (" + quoteIdentifier(edgestable::fromId) +
               " <> " + quoteIdentifier(edgestable::toId) + "),";
    sql.pop_back();
    sql += "\n)";
    return dialect() == Dialect::Sqlite ? sql + " STRICT" : sql;
}

bool DdlWriter::isAddedLast(const Table &table, const ForeignKey &key) const
{
    const auto isPrimary = [&](const std::string &name) {
        return std::any_of(table.primaryKey.begin(), table.primaryKey.end(),
                           [&](std::size_t index) { return table.columns[index].name == name; });
    };
    const bool refersToPrimaryKey = key.targetColumns.size() == table.primaryKey.size() &&
                                    std::all_of(key.targetColumns.begin(), key.targetColumns.end(), isPrimary);
    return dialect() == Dialect::Postgres && key.targetPhysicalName == table.physicalName && !refersToPrimaryKey;
}

std::string DdlWriter::columnDefinition(const Table &table, const Column &column) const
{
    std::string sql = quoteIdentifier(column.name) + " " + columnType(column);
    const bool integerKey = column.generated && column.type == ColumnType::Integer;
    if (integerKey && dialect() == Dialect::Postgres)
        sql += " GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME " +
               m_space.table(constraintName(table.physicalName, ConstraintKind::Sequence, {})) + ")";
    if (const std::string expression = defaultExpression(column); !expression.empty())
        sql += " DEFAULT " + expression;
    if (!column.nullable)
        sql += " NOT NULL";
    if (isOnlyKey(table, column))
        sql += " " + constraint(table, ConstraintKind::PrimaryKey) + "PRIMARY KEY" +
               (integerKey && dialect() == Dialect::Sqlite ? " AUTOINCREMENT" : "");
    return sql + checks(table, column);
}

std::string DdlWriter::columnType(const Column &column) const
{
    if (dialect() == Dialect::Sqlite)
        return std::string(sqliteType(column.type));
    const bool isText = column.type == ColumnType::Text || column.type == DataType::listOf(ColumnType::Text);
    return postgresType(column.type) + (isText ? " COLLATE \"C\"" : "");
}

std::string DdlWriter::defaultExpression(const Column &column) const
{
    std::optional<DefaultFunction> function;
    if (column.fallback)
        function = defaultFunction(*column.fallback);
    else if (column.generated && column.type == ColumnType::Uuid)
        function = DefaultFunction::RandomUuid;
    else
        return {};
    if (!function)
        return constant(column.type, *column.fallback, dialect());
    if (dialect() == Dialect::Sqlite)
        return "(" + std::string(sqliteFunction(*function, column.type)) + ")";
    return std::string(postgresFunction(*function));
}

std::string DdlWriter::checks(const Table &table, const Column &column) const
{
    std::string sql;
    for (const CheckCondition &check : checkConditions(column, quoteIdentifier(column.name), dialect()))
        sql += " " + constraint(table, check.kind, column.name) + "CHECK (" + check.condition + ")";
    return sql;
}

std::string DdlWriter::foreignKey(const ForeignKey &key) const
{
    const systemtables::KeyPlace target = systemtables::keyPlace(key, dialect());
    std::string sql = " REFERENCES " + m_space.table(target.table) + " " + columnList(target.columns) + " ON DELETE " +
                      std::string(actionName(key.onDelete));
    return key.onDelete == OnDelete::Restrict ? sql : sql + " DEFERRABLE INITIALLY DEFERRED";
}

std::string DdlWriter::dropTable(std::string_view physicalName) const
{
    return "DROP TABLE " + m_space.table(physicalName);
}

std::string DdlWriter::removeTable(const Table &table) const
{
    const std::string sql = dropTable(table.physicalName);
    return table.search && dialect() == Dialect::Sqlite ? dropSearch(table) + ";\n" + sql : sql;
}

std::string DdlWriter::renameTable(std::string_view from, std::string_view to) const
{
    return "ALTER TABLE " + m_space.table(from) + " RENAME TO " + quoteIdentifier(to);
}

std::string DdlWriter::addColumn(const Table &table, const Column &column) const
{
    std::string sql =
        "ALTER TABLE " + m_space.table(table.physicalName) + " ADD COLUMN " + columnDefinition(table, column);
    for (const ForeignKey &key : table.foreignKeys) {
        if (key.columns.size() == 1 && key.columns.front() == column.name)
            sql += " CONSTRAINT " + quoteIdentifier(constraintName(table, key)) + foreignKey(key);
    }
    return sql;
}

std::string DdlWriter::dropColumn(const Table &table, const Column &column) const
{
    return "ALTER TABLE " + m_space.table(table.physicalName) + " DROP COLUMN " + quoteIdentifier(column.name);
}

std::string DdlWriter::createUnique(const Table &table, const Column &column) const
{
    const std::string name = constraintName(table.physicalName, ConstraintKind::Unique, column.name);
    return "CREATE UNIQUE INDEX " + quoteIdentifier(name) + " ON " + m_space.table(table.physicalName) + " (" +
           fieldSql(table, *table.columnIndex(column.name), {}, dialect()) + ")";
}

std::string DdlWriter::dropUnique(const Table &table, const Column &column) const
{
    return "DROP INDEX " + m_space.table(constraintName(table.physicalName, ConstraintKind::Unique, column.name));
}

std::string DdlWriter::addForeignKey(const Table &table, const ForeignKey &key) const
{
    return "ALTER TABLE " + m_space.table(table.physicalName) + " ADD CONSTRAINT " +
           quoteIdentifier(constraintName(table, key)) + " FOREIGN KEY " + columnList(key.columns) + foreignKey(key);
}

std::string DdlWriter::dropForeignKey(const Table &table, const ForeignKey &key) const
{
    return "ALTER TABLE " + m_space.table(table.physicalName) + " DROP CONSTRAINT " +
           quoteIdentifier(constraintName(table, key));
}

std::string DdlWriter::setComment(const Table &table, const Column &column, std::string_view comment) const
{
    return "COMMENT ON COLUMN " + m_space.table(table.physicalName) + "." + quoteIdentifier(column.name) + " IS " +
           (comment.empty() ? std::string("NULL") : quoteLiteral(comment));
}

} // namespace tenantry::data
