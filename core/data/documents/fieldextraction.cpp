// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/documents/fieldextraction.h"

#include "core/data/documents/storedtable.h"
#include "core/sql/namespace.h"

#include <QtGlobal>

namespace tenantry::data {

using sql::quoteLiteral;

namespace {

// In the patterns below `@v` stands for the value as jsonb and `@t` for it as text. A cast that fails ends the whole
// statement, so each stands behind a CASE that has seen the value. Casts from text to dates and times depend on the
// session's settings, which an index must not; functions that make them of numbers do not.

/// A date of the calendar, leap years and all.
constexpr std::string_view datePattern =
    "((?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|1[0-9]|2[0-8]))|"
    "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29)";

constexpr std::string_view timePattern = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.](?!000000)[0-9]{6})?";

std::string matches(std::string_view pattern)
{
    return "CASE WHEN @t ~ " + quoteLiteral("^" + std::string(pattern) + "$") + " THEN ";
}

/// `[from, from + length)` of the text as an integer; from 1.
std::string digits(int from, int length)
{
    return "substr(@t, " + std::to_string(from) + ", " + std::to_string(length) + ")::integer";
}

std::string postgresInteger(std::string_view least, std::string_view greatest, std::string_view type)
{
    std::string sql =
        "CASE WHEN jsonb_typeof(@v) = 'number' THEN CASE WHEN @v::numeric % 1 = 0 AND @v::numeric BETWEEN ";
    return sql.append(least).append(" AND ").append(greatest).append(" THEN @v::").append(type).append(" END END");
}

std::string postgresDate()
{
    return matches(datePattern) + "make_date(" + digits(1, 4) + ", " + digits(6, 2) + ", " + digits(9, 2) + ") END";
}

std::string postgresDateTime()
{
    const std::string pattern = std::string(datePattern) + "T" + std::string(timePattern) + "Z";
    return matches(pattern) + "make_timestamp(" + digits(1, 4) + ", " + digits(6, 2) + ", " + digits(9, 2) + ", " +
           digits(12, 2) + ", " + digits(15, 2) +
           ", rtrim(substr(@t, 18), 'Z')::double precision) AT TIME ZONE 'UTC' END";
}

std::string postgresTime()
{
    return matches(timePattern) + "make_time(" + digits(1, 2) + ", " + digits(4, 2) +
           ", substr(@t, 7)::double precision) END";
}

std::string postgresPattern(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return "CASE jsonb_typeof(@v) WHEN 'string' THEN @t END COLLATE \"C\"";
    case ColumnType::Uuid:
        return matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") + "@t::uuid END";
    case ColumnType::Binary:
        return "CASE WHEN jsonb_typeof(@v) = 'string' AND @t ~ "
               "'^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' THEN decode(@t, 'base64') END";
    case ColumnType::Integer:
        return postgresInteger("-9223372036854775808", "9223372036854775807", "bigint");
    case ColumnType::Year:
        return postgresInteger("1", "9999", "integer");
    case ColumnType::Number:
        return "CASE jsonb_typeof(@v) WHEN 'number' THEN @v::numeric END";
    case ColumnType::Boolean:
        return "CASE jsonb_typeof(@v) WHEN 'boolean' THEN @v::boolean END";
    case ColumnType::Date:
        return postgresDate();
    case ColumnType::DateTime:
        return postgresDateTime();
    case ColumnType::Time:
        return postgresTime();
    case ColumnType::Object:
        return "CASE jsonb_typeof(@v) WHEN 'object' THEN @v END";
    case ColumnType::Array:
        return "CASE jsonb_typeof(@v) WHEN 'array' THEN @v END";
    case ColumnType::Any:
        return "nullif(@v, 'null')";
    case ColumnType::List:
    case ColumnType::Range:
    case ColumnType::Multirange:
    case ColumnType::Vector:
        break;
    }
    Q_UNREACHABLE();
}

std::string filled(std::string_view pattern, std::string_view value, std::string_view text)
{
    std::string sql;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '@')
            sql += pattern[++i] == 'v' ? value : text;
        else
            sql += pattern[i];
    }
    return sql;
}

/// One element that is not of the type makes the whole a list of another type.
std::string postgresList(ColumnType element, std::string_view value)
{
    const std::string item = filled(postgresPattern(element), "element", "(element #>> '{}')");
    std::string sql = "CASE jsonb_typeof(";
    sql.append(value).append(") WHEN 'array' THEN (SELECT CASE WHEN count(*) FILTER (WHERE item IS NULL AND element <> "
                             "'null') = 0 THEN coalesce(array_agg(item ORDER BY place), '{}') END FROM (SELECT ");
    sql.append(item).append(" AS item, element, place FROM jsonb_array_elements(").append(value);
    return sql.append(") WITH ORDINALITY AS elements (element, place)) AS items) END");
}

std::string postgresField(const Column &column, const std::string &document)
{
    const std::string key = quoteLiteral(column.name);
    const std::string value = "(" + document + " -> " + key + ")";
    if (column.type == ColumnType::List)
        return "(" + postgresList(column.type.element, value) + ")";
    return "(" + filled(postgresPattern(column.type), value, "(" + document + " ->> " + key + ")") + ")";
}

/// What the function behind it (sqlitedocumentfunctions.h) calls the type.
std::string_view sqliteKind(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return "text";
    case ColumnType::Uuid:
        return "uuid";
    case ColumnType::Binary:
        return "binary";
    case ColumnType::Integer:
        return "integer";
    case ColumnType::Number:
        return "number";
    case ColumnType::Boolean:
        return "boolean";
    case ColumnType::Date:
        return "date";
    case ColumnType::DateTime:
        return "datetime";
    case ColumnType::Time:
        return "time";
    case ColumnType::Year:
        return "year";
    case ColumnType::Object:
        return "object";
    case ColumnType::Array:
        return "array";
    default:
        return "any";
    }
}

/// The cast changes nothing: it gives the value the affinity that a column of the type has, which comparisons go by.
std::string_view sqliteAffinity(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Boolean:
    case ColumnType::DateTime:
    case ColumnType::Time:
    case ColumnType::Year:
        return "INTEGER";
    case ColumnType::Binary:
        return "BLOB";
    default:
        return "TEXT";
    }
}

std::string sqliteField(const Column &column, const std::string &document)
{
    const bool isList = column.type == ColumnType::List;
    const std::string kind(sqliteKind(isList ? column.type.element : column.type.base));
    std::string sql = "CAST(tenantry_field(" + quoteLiteral(isList ? kind + "[]" : kind) + ", " + document + ", " +
                      quoteLiteral(column.name) + ") AS ";
    sql.append(sqliteAffinity(column.type)).append(")");
    return column.type == ColumnType::Number ? "(" + sql + " COLLATE tenantry_decimal)" : sql;
}

} // namespace

std::string fieldSql(const Table &table, std::size_t index, std::string_view qualifier, sql::Dialect dialect)
{
    const Column &column = table.columns[index];
    const std::string before = qualifier.empty() ? std::string() : std::string(qualifier) + ".";
    if (!isInDocument(table, index))
        return before + sql::quoteIdentifier(column.name);
    const std::string document = before + sql::quoteIdentifier(documentColumn);
    return dialect == sql::Dialect::Postgres ? postgresField(column, document) : sqliteField(column, document);
}

} // namespace tenantry::data
