// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/conditionwriter.h"

#include "core/data/columntype.h"
#include "core/data/graph/walkwriter.h"
#include "core/data/query/documentconditions.h"
#include "core/data/query/filteroperator.h"
#include "core/data/query/likepattern.h"
#include "core/data/query/predicatewriter.h"
#include "core/data/query/relationwriter.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/query/textform.h"
#include "core/data/query/vectordistance.h"
#include "core/data/search/searchranks.h"

namespace tenantry::data {

namespace {

struct Infix
{
    Operator op;
    std::string_view sql;
};

constexpr std::array infixes{
    Infix{Operator::Equal, " = "},        Infix{Operator::NotEqual, " <> "}, Infix{Operator::Less, " < "},
    Infix{Operator::LessOrEqual, " <= "}, Infix{Operator::Greater, " > "},   Infix{Operator::GreaterOrEqual, " >= "},
};

/// What is compared as JSON text has texts for operands.
DataType comparableType(const DataType &type)
{
    return isDocument(type) || type == ColumnType::List ? DataType(ColumnType::Text) : type;
}

/// As what a condition compares.
DataType comparedType(const StatementBuilder &sql, const Condition &condition)
{
    if (!condition.nested)
        return comparableType(sql.table().columns[condition.column].type);
    return condition.nested->form == Nested::Form::Number ? ColumnType::Number : ColumnType::Text;
}

void writeCompared(StatementBuilder &sql, const Condition &condition)
{
    if (condition.nested)
        writeNested(sql, condition.column, *condition.nested);
    else
        sql.comparable(condition.column);
}

/// No value is in an empty list; a null is neither in it nor not.
void writeNone(StatementBuilder &sql, const Condition &condition)
{
    writeCompared(sql, condition);
    sql << " <> ";
    writeCompared(sql, condition);
}

void writeList(StatementBuilder &sql, const Condition &condition)
{
    if (condition.operands.empty())
        return writeNone(sql, condition);
    const DataType type = comparedType(sql, condition);
    if (sql.dialect() == sql::Dialect::Postgres) {
        writeCompared(sql, condition);
        sql << " = ANY(";
        sql.list(type, condition.operands) << ")";
        return;
    }
    if (type == ColumnType::Binary) {
        // JSON holds no blobs, and the hex() of a null is not null.
        sql << "CASE WHEN ";
        sql.column(condition.column) << " IS NOT NULL THEN hex(";
        sql.column(condition.column) << ") END";
    } else {
        writeCompared(sql, condition);
    }
    sql << " IN (SELECT value FROM json_each(";
    sql.list(type, condition.operands) << "))";
}

void writeRange(StatementBuilder &sql, const Condition &condition)
{
    const DataType type = comparedType(sql, condition);
    writeCompared(sql, condition);
    sql << " BETWEEN ";
    sql.parameter(type, condition.operands.at(0)) << " AND ";
    sql.parameter(type, condition.operands.at(1));
}

void writeTexts(StatementBuilder &sql, const Condition &condition)
{
    const auto text = [&] {
        if (condition.nested)
            writeNested(sql, condition.column, *condition.nested);
        else
            writeTextForm(sql, condition.column);
    };
    if (ignoresCase(condition.op))
        writeCapitals(sql, text);
    else
        text();
}

void writeMatch(StatementBuilder &sql, const Condition &condition)
{
    writeTexts(sql, condition);
    const sql::Value &pattern = condition.operands.at(0);
    if (sql.dialect() == sql::Dialect::Postgres) {
        sql << " LIKE ";
        sql.parameter(pattern);
    } else {
        sql << " GLOB ";
        sql.parameter(globOf(std::get<std::string>(pattern.data())));
    }
}

void writeTextList(StatementBuilder &sql, const Condition &condition)
{
    if (condition.operands.empty())
        return writeNone(sql, condition);
    const bool postgres = sql.dialect() == sql::Dialect::Postgres;
    writeTexts(sql, condition);
    sql << (postgres ? " = ANY(" : " IN (SELECT value FROM json_each(");
    sql.list(ColumnType::Text, condition.operands) << (postgres ? ")" : "))");
}

void writeInfix(StatementBuilder &sql, const Condition &condition)
{
    const auto infix =
        std::find_if(infixes.begin(), infixes.end(), [&](const Infix &item) { return item.op == condition.op; });
    writeCompared(sql, condition);
    sql << infix->sql;
    sql.parameter(comparedType(sql, condition), condition.operands.at(0));
}

void writeParts(StatementBuilder &sql, const Condition &condition)
{
    const bool all = condition.op == Operator::And;
    sql << "(";
    if (condition.parts.empty())
        sql << (all ? "TRUE" : "FALSE");
    for (std::string_view separator; const Condition &part : condition.parts) {
        sql << std::exchange(separator, all ? " AND " : " OR ");
        writeCondition(sql, part);
    }
    sql << ")";
}

void writePlain(StatementBuilder &sql, const Condition &condition)
{
    switch (condition.op) {
    case Operator::In:
        return writeList(sql, condition);
    case Operator::Between:
        return writeRange(sql, condition);
    case Operator::InIgnoringCase:
        return writeTextList(sql, condition);
    case Operator::Like:
    case Operator::LikeIgnoringCase:
        return writeMatch(sql, condition);
    case Operator::Search:
        return writeSearchCondition(sql, std::get<std::string>(condition.operands.at(0).data()), useOf(condition));
    case Operator::And:
    case Operator::Or:
        return writeParts(sql, condition);
    case Operator::Related:
        return writeRelated(sql, condition);
    case Operator::Near:
        return writeWithinReach(sql, *condition.near);
    case Operator::Descendants:
    case Operator::Ancestors:
    case Operator::Reached:
    case Operator::Topmost:
        return writeGraphCondition(sql, condition);
    default:
        return isDocumentOperator(condition.op) ? writeDocumentCondition(sql, condition) : writeInfix(sql, condition);
    }
}

/// `("a", "b") IN (VALUES (...), (...))`; PostgreSQL learns the types from the first row.
void writeCompositeKeys(StatementBuilder &sql, const std::vector<RowKey> &keys)
{
    const std::vector<std::size_t> &columns = sql.table().primaryKey;
    sql << "(";
    sql.columns(columns) << ") IN (VALUES ";
    for (std::size_t row = 0; row < keys.size(); ++row) {
        sql << (row == 0 ? "(" : ", (");
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const ColumnType type = sql.table().columns[columns[i]].type;
            sql << (i == 0 ? "" : ", ");
            sql.parameter(type, keys[row].values[i]);
            if (row == 0 && sql.dialect() == sql::Dialect::Postgres)
                sql << "::" << postgresType(type);
        }
        sql << ")";
    }
    sql << ")";
}

void writeKey(StatementBuilder &sql, const RowKey &key)
{
    for (std::size_t i = 0; i < key.values.size(); ++i) {
        sql << (i == 0 ? "" : " AND ");
        writeCondition(sql, {sql.table().primaryKey[i], Operator::Equal, {key.values[i]}});
    }
}

void writeKeys(StatementBuilder &sql, const std::vector<RowKey> &keys)
{
    if (keys.size() == 1)
        return writeKey(sql, keys.front());
    if (sql.table().primaryKey.size() > 1)
        return writeCompositeKeys(sql, keys);
    sql::Values values;
    for (const RowKey &key : keys)
        values.push_back(key.values.front());
    writeList(sql, {sql.table().primaryKey.front(), Operator::In, std::move(values)});
}

/// `("a", "b") IN (SELECT "a", "b" FROM (the page))`
void writeOnPage(StatementBuilder &sql, const QueryPlan &page)
{
    const std::vector<std::size_t> &key = sql.table().primaryKey;
    sql << "(";
    sql.columns(key) << ") IN (SELECT ";
    {
        const TableScope scope(sql, *page.rows.table, std::string());
        sql.columns(key);
    }
    sql << " FROM (";
    writePage(sql, page);
    sql << ") AS \"the page\")";
}

} // namespace

void writeWhere(StatementBuilder &sql, const Selection &rows)
{
    std::string_view separator = " WHERE ";
    if (!rows.keys.empty()) {
        sql << std::exchange(separator, " AND ");
        writeKeys(sql, rows.keys);
    }
    for (const Condition &condition : rows.conditions) {
        sql << std::exchange(separator, " AND ");
        writeCondition(sql, condition);
    }
    if (rows.page) {
        sql << std::exchange(separator, " AND ");
        writeOnPage(sql, *rows.page);
    }
    if (!rows.guards.empty()) {
        sql << separator;
        writeGuards(sql, rows.guards);
    }
}

void writeCondition(StatementBuilder &sql, const Condition &condition)
{
    if (condition.op == Operator::IsNull) {
        if (condition.nested)
            writeNested(sql, condition.column, *condition.nested);
        else
            sql.column(condition.column);
        sql << (condition.negated ? " IS NOT NULL" : " IS NULL");
        return;
    }
    sql << (condition.negated ? "NOT (" : "");
    writePlain(sql, condition);
    sql << (condition.negated ? ")" : "");
}

void writeGuards(StatementBuilder &sql, const Guards &guards)
{
    writePredicate(sql, access::Predicate::all(guards));
}

} // namespace tenantry::data
