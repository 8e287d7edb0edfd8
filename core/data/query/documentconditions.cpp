// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/documentconditions.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

/// How an operator is written: between the operands on PostgreSQL, as a function on SQLite, for which the operands may
/// have to change places.
struct OperatorText
{
    Operator op;
    std::string_view postgres;
    std::string_view sqliteDocument;
    std::string_view sqliteList;
    bool swapped = false;
};

constexpr bool swapped = true;

constexpr std::array operatorTexts{
    OperatorText{Operator::Contains, " @> ", "tenantry_json_contains", "tenantry_list_contains"},
    OperatorText{Operator::ContainedBy, " <@ ", "tenantry_json_contains", "tenantry_list_contains", swapped},
    OperatorText{Operator::Overlap, " && ", "tenantry_json_contains_any", "tenantry_list_overlap"},
    OperatorText{Operator::HasAnyKey, " ?| ", "tenantry_json_has_any", ""},
    OperatorText{Operator::HasAllKeys, " ?& ", "tenantry_json_has_all", ""},
    OperatorText{Operator::RangeContains, " @> ", "tenantry_range_contains", ""},
    OperatorText{Operator::RangeWithin, " <@ ", "tenantry_range_contains", "", swapped},
    OperatorText{Operator::RangeOverlap, " && ", "tenantry_range_overlap", ""},
    OperatorText{Operator::RangeAdjacent, " -|- ", "tenantry_range_adjacent", ""},
    OperatorText{Operator::RangeBefore, " << ", "tenantry_range_left", ""},
    OperatorText{Operator::RangeAfter, " >> ", "tenantry_range_left", "", swapped},
};

const OperatorText *textOf(Operator op)
{
    const auto found = std::find_if(operatorTexts.begin(), operatorTexts.end(),
                                    [op](const OperatorText &item) { return item.op == op; });
    return found == operatorTexts.end() ? nullptr : &*found;
}

sql::Values pathValues(const Nested &nested)
{
    return {nested.path.begin(), nested.path.end()};
}

void writePostgresNested(StatementBuilder &sql, std::size_t column, const Nested &nested)
{
    const auto follow = [&](std::string_view op) {
        sql.column(column) << op;
        sql.list(ColumnType::Text, pathValues(nested));
    };
    if (nested.form == Nested::Form::Number) {
        // The CASE keeps the cast from what is no number, and from what is too long for one.
        sql << "(SELECT CASE WHEN length(nested) <= 1000 AND nested ~ '^-?(0|[1-9][0-9]*)([.][0-9]+)?$' "
               "THEN nested::numeric END FROM (SELECT ";
        follow(" #>> ");
        sql << " AS nested) AS texts)";
        return;
    }
    sql << "(";
    follow(nested.form == Nested::Form::Text ? " #>> " : " #> ");
    sql << (nested.form == Nested::Form::Text ? ") COLLATE \"C\"" : ")");
}

void writeSqliteNested(StatementBuilder &sql, std::size_t column, const Nested &nested)
{
    switch (nested.form) {
    case Nested::Form::Document:
        sql << "tenantry_json_at(";
        break;
    case Nested::Form::Text:
        sql << "tenantry_json_text(";
        break;
    case Nested::Form::Number:
        sql << "tenantry_json_number(";
        break;
    }
    sql.column(column) << ", ";
    sql.list(ColumnType::Text, pathValues(nested))
        << (nested.form == Nested::Form::Number ? ") COLLATE tenantry_decimal" : ")");
}

DataType subjectType(const StatementBuilder &sql, const Condition &condition)
{
    return condition.nested ? DataType(ColumnType::Any) : sql.table().columns[condition.column].type;
}

void writeSubject(StatementBuilder &sql, const Condition &condition)
{
    if (condition.nested)
        writeNested(sql, condition.column, *condition.nested);
    else
        sql.column(condition.column);
}

bool takesKeys(Operator op)
{
    return op == Operator::HasAnyKey || op == Operator::HasAllKeys;
}

void writeOperand(StatementBuilder &sql, const Condition &condition, const DataType &type)
{
    if (takesKeys(condition.op)) {
        sql.list(ColumnType::Text, condition.operands);
        return;
    }
    sql.parameter(type, condition.operands.at(0));
    if (sql.dialect() == sql::Dialect::Postgres)
        sql << "::" << postgresType(type);
}

/// jsonb has no `&&`; what contains one of the elements has it in common.
void writePostgresOverlap(StatementBuilder &sql, const Condition &condition)
{
    const auto &text = std::get<std::string>(condition.operands.at(0).data());
    const json::Value elements = json::read(text).value_or(json::Value());
    sql::Values arrays;
    for (const json::Value &element : elements.array())
        arrays.emplace_back(json::canonical(json::Array{element}));
    writeSubject(sql, condition);
    if (arrays.empty()) { // ANY of nothing is false even for null
        sql << " <> ";
        writeSubject(sql, condition);
        return;
    }
    sql << " @> ANY(";
    sql.list(ColumnType::Any, arrays) << ")";
}

void writeInfix(StatementBuilder &sql, const Condition &condition, const OperatorText &text, const DataType &type)
{
    writeSubject(sql, condition);
    sql << text.postgres;
    writeOperand(sql, condition, type);
}

void writeCall(StatementBuilder &sql, const Condition &condition, const OperatorText &text, const DataType &type)
{
    sql << (type == ColumnType::List ? text.sqliteList : text.sqliteDocument) << "(";
    if (text.swapped)
        writeOperand(sql, condition, type);
    else
        writeSubject(sql, condition);
    sql << ", ";
    if (text.swapped)
        writeSubject(sql, condition);
    else
        writeOperand(sql, condition, type);
    sql << ")";
}

} // namespace

void writeNested(StatementBuilder &sql, std::size_t column, const Nested &nested)
{
    if (sql.dialect() == sql::Dialect::Postgres)
        writePostgresNested(sql, column, nested);
    else
        writeSqliteNested(sql, column, nested);
}

bool isDocumentOperator(Operator op)
{
    return textOf(op) != nullptr;
}

void writeDocumentCondition(StatementBuilder &sql, const Condition &condition)
{
    const DataType type = subjectType(sql, condition);
    if (sql.dialect() == sql::Dialect::Sqlite)
        writeCall(sql, condition, *textOf(condition.op), type);
    else if (condition.op == Operator::Overlap && type != ColumnType::List)
        writePostgresOverlap(sql, condition);
    else
        writeInfix(sql, condition, *textOf(condition.op), type);
}

} // namespace tenantry::data
