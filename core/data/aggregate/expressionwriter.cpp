// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/expressionwriter.h"

#include "core/data/columntype.h"
#include "core/data/query/textform.h"

namespace tenantry::data {

namespace {

using Kind = Expression::Kind;

bool isPostgres(const StatementBuilder &sql)
{
    return sql.dialect() == sql::Dialect::Postgres;
}

/// An operand of arithmetic. SQLite's functions take integers and decimals alike.
void writeNumber(StatementBuilder &sql, const Expression &expression)
{
    writeExpression(sql, expression);
    if (isPostgres(sql) && expression.type != ColumnType::Number)
        sql << "::numeric";
}

std::string_view sign(Kind kind)
{
    switch (kind) {
    case Kind::Add:
        return " + ";
    case Kind::Subtract:
        return " - ";
    default:
        return " * ";
    }
}

std::string_view sqliteFunction(Kind kind)
{
    switch (kind) {
    case Kind::Add:
        return "tenantry_add(";
    case Kind::Subtract:
        return "tenantry_subtract(";
    case Kind::Multiply:
        return "tenantry_multiply(";
    default:
        return "tenantry_divide(";
    }
}

void writeQuotient(StatementBuilder &sql, const Expression &expression)
{
    sql << significantBegin << "trim_scale(";
    writeNumber(sql, expression.operands[0]);
    sql << ") / nullif(trim_scale(";
    writeNumber(sql, expression.operands[1]);
    sql << "), 0)" << significantEnd;
}

void writeArithmetic(StatementBuilder &sql, const Expression &expression)
{
    if (isPostgres(sql) && expression.kind == Kind::Divide)
        return writeQuotient(sql, expression);
    const bool postgres = isPostgres(sql);
    sql << (postgres ? "(" : sqliteFunction(expression.kind));
    writeNumber(sql, expression.operands[0]);
    sql << (postgres ? sign(expression.kind) : ", ");
    writeNumber(sql, expression.operands[1]);
    sql << ")";
}

void writeNegated(StatementBuilder &sql, const Expression &expression)
{
    sql << (isPostgres(sql) ? "(- " : "tenantry_subtract('0', ");
    writeNumber(sql, expression.operands[0]);
    sql << ")";
}

void writeRounded(StatementBuilder &sql, const Expression &expression)
{
    const bool postgres = isPostgres(sql);
    sql << (postgres ? "round(" : "tenantry_round(");
    writeNumber(sql, expression.operands[0]);
    sql << ", ";
    sql.parameter(expression.places) << (postgres ? "::int)" : ")");
}

void writeCased(StatementBuilder &sql, const Expression &expression)
{
    const bool lower = expression.kind == Kind::Lower;
    if (isPostgres(sql))
        sql << (lower ? "lower(" : "upper(");
    else
        sql << (lower ? "tenantry_lower(" : "tenantry_upper(");
    writeExpression(sql, expression.operands[0]);
    sql << (isPostgres(sql) ? " COLLATE \"und-x-icu\") COLLATE \"C\"" : ")");
}

/// Where integers and decimals meet, all are decimals: on SQLite, text.
void writeCoalesced(StatementBuilder &sql, const Expression &expression)
{
    // SQLite's takes two arguments at least, and a null more changes nothing.
    sql << "coalesce(";
    for (const Expression &operand : expression.operands) {
        const bool widened = expression.type == ColumnType::Number && operand.type != ColumnType::Number;
        sql << (widened && !isPostgres(sql) ? "CAST(" : "");
        writeExpression(sql, operand);
        if (widened)
            sql << (isPostgres(sql) ? "::numeric" : " AS TEXT)");
        sql << ", ";
    }
    sql << "NULL)";
}

/// The moment as both functions of the calendar take it: on SQLite in microseconds.
void writeMoment(StatementBuilder &sql, const Expression &expression)
{
    const Expression &moment = expression.operands[0];
    const bool date = moment.type == ColumnType::Date;
    const bool zoned = !expression.zone.empty();
    if (isPostgres(sql)) {
        writeExpression(sql, moment);
        if (date && expression.kind == Kind::Truncate)
            sql << "::timestamptz";
        if (zoned) {
            sql << " AT TIME ZONE ";
            sql.parameter(expression.zone) << "::text";
        }
        return;
    }
    sql << (date ? "tenantry_midnight(" : zoned ? "tenantry_wall_clock(" : "");
    writeExpression(sql, moment);
    if (zoned) {
        sql << ", ";
        sql.parameter(expression.zone);
    }
    sql << (date || zoned ? ")" : "");
}

void writeExtracted(StatementBuilder &sql, const Expression &expression)
{
    const std::string unit(timeUnitName(expression.unit));
    sql << (isPostgres(sql) ? "extract(" + unit + " FROM " : "tenantry_extract('" + unit + "', ");
    writeMoment(sql, expression);
    sql << ")";
    if (isPostgres(sql) && !hasFraction(expression.unit))
        sql << "::bigint";
}

void writeTruncated(StatementBuilder &sql, const Expression &expression)
{
    const std::string unit(timeUnitName(expression.unit));
    const bool text = !expression.zone.empty();
    if (isPostgres(sql)) {
        sql << (text ? "replace(to_char(" : "") << "date_trunc('" << unit << "', ";
        writeMoment(sql, expression);
        sql << ")" << (text ? ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '.000000', '') COLLATE \"C\"" : "");
        return;
    }
    sql << (text ? "tenantry_wall_clock_text(" : "") << "tenantry_truncate('" << unit << "', ";
    writeMoment(sql, expression);
    sql << (text ? "))" : ")");
}

void writeConstant(StatementBuilder &sql, const Expression &expression)
{
    const bool number = expression.kind == Kind::Number;
    sql.parameter(expression.text);
    if (isPostgres(sql))
        sql << (number ? "::numeric" : "::text COLLATE \"C\"");
}

bool isBareInJson(ColumnType type)
{
    return isNumeric(type) || type == ColumnType::Boolean || isDocument(type);
}

} // namespace

void writeExpression(StatementBuilder &sql, const Expression &expression)
{
    switch (expression.kind) {
    case Kind::Column:
        sql.comparable(expression.column);
        return;
    case Kind::Number:
    case Kind::Text:
        return writeConstant(sql, expression);
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Multiply:
    case Kind::Divide:
        return writeArithmetic(sql, expression);
    case Kind::Negate:
        return writeNegated(sql, expression);
    case Kind::Absolute:
        sql << (isPostgres(sql) ? "abs(" : "tenantry_abs(");
        writeNumber(sql, expression.operands[0]);
        sql << ")";
        return;
    case Kind::Round:
        return writeRounded(sql, expression);
    case Kind::Lower:
    case Kind::Upper:
        return writeCased(sql, expression);
    case Kind::Coalesce:
        return writeCoalesced(sql, expression);
    case Kind::Extract:
        return writeExtracted(sql, expression);
    case Kind::Truncate:
        return writeTruncated(sql, expression);
    }
}

void writeTextForm(StatementBuilder &sql, const Expression &expression)
{
    const Frame frame = textFrame(expression.type, sql.dialect());
    sql << frame.before << "(";
    writeExpression(sql, expression);
    sql << ")" << frame.after;
}

void writeJsonForm(StatementBuilder &sql, const Expression &expression)
{
    if (isBareInJson(expression.type))
        return writeTextForm(sql, expression);
    sql << (isPostgres(sql) ? "to_json(" : "json_quote(");
    writeTextForm(sql, expression);
    sql << (isPostgres(sql) ? ")::text" : ")");
}

} // namespace tenantry::data
