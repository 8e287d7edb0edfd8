// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/columncast.h"

#include "core/sql/namespace.h"

#include <algorithm>
#include <array>

namespace tenantry::data {

namespace {

using Type = ColumnType;

/// Texts of these forms are what a type takes; they are the forms in which it is written.
constexpr std::string_view dateForm = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
constexpr std::string_view timeForm = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?";

/// How an engine writes a cast; `@` stands for the value.
struct Form
{
    std::string_view misfit; ///< empty: every value fits
    std::string_view value;
};

struct Cast
{
    Type from;
    Type to;
    CastKind kind;
    Form sqlite;
    Form postgres;
};

constexpr Form asItIs{"", "@"};

constexpr std::string_view sqliteDate = "date(substr(@, 1, 10), '+0 days') IS NOT substr(@, 1, 10) OR @ < '0001'";
constexpr std::string_view postgresDate =
    "CASE WHEN substr(@, 1, 4) = '0000' OR substr(@, 6, 2)::int NOT BETWEEN 1 AND 12 THEN true ELSE substr(@, 9, "
    "2)::int NOT BETWEEN 1 AND extract(day FROM make_date(substr(@, 1, 4)::int, substr(@, 6, 2)::int, 1) + interval "
    "'1 month - 1 day') END";

constexpr std::string_view sqliteTextOfTime =
    "(CAST(substr(@, 1, 2) AS INTEGER) * 3600 + CAST(substr(@, 4, 2) AS INTEGER) * 60 + CAST(substr(@, 7, 2) AS "
    "INTEGER)) * 1000000 + CAST(substr(substr(@, 10) || '000000', 1, 6) AS INTEGER)";
constexpr std::string_view sqliteTextOfDateTime =
    "CAST(strftime('%s', substr(@, 1, 19)) AS INTEGER) * 1000000 + CAST(substr(rtrim(substr(@, 21), 'Z') || '000000', "
    "1, 6) AS INTEGER)";
constexpr std::string_view sqliteTextOfNumber =
    "CASE WHEN rtrim(rtrim(@, '0'), '.') IN ('', '-', '-0') THEN '0' WHEN instr(@, '.') THEN rtrim(rtrim(@, '0'), "
    "'.') ELSE @ END";

constexpr std::string_view postgresDateTimeText =
    "replace(to_char(@ AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000', '')";
constexpr std::string_view postgresTimeText = "replace(to_char(DATE '2000-01-01' + @, 'HH24:MI:SS.US'), '.000000', '')";
constexpr std::string_view postgresDateTimeJson =
    "to_jsonb(replace(to_char(@ AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000', ''))";
constexpr std::string_view postgresTimeJson =
    "to_jsonb(replace(to_char(DATE '2000-01-01' + @, 'HH24:MI:SS.US'), '.000000', ''))";

constexpr std::array casts{
    Cast{Type::Integer, Type::Number, CastKind::Lossless, {"", "CAST(@ AS TEXT)"}, {"", "@::numeric"}},
    Cast{Type::Integer,
         Type::Year,
         CastKind::Lossy,
         {"@ NOT BETWEEN 1 AND 9999", "@"},
         {"@ NOT BETWEEN 1 AND 9999", "@::integer"}},
    Cast{Type::Integer, Type::Boolean, CastKind::Lossy, {"@ NOT IN (0, 1)", "@"}, {"@ NOT IN (0, 1)", "@ = 1"}},
    Cast{Type::Year, Type::Integer, CastKind::Lossless, asItIs, {"", "@::bigint"}},
    Cast{Type::Year, Type::Number, CastKind::Lossless, {"", "CAST(@ AS TEXT)"}, {"", "@::numeric"}},
    Cast{Type::Boolean, Type::Integer, CastKind::Lossless, asItIs, {"", "@::int::bigint"}},
    Cast{Type::Number,
         Type::Integer,
         CastKind::Lossy,
         {"CAST(CAST(@ AS INTEGER) AS TEXT) <> @ COLLATE BINARY", "CAST(@ AS INTEGER)"},
         {"@ <> trunc(@) OR @ NOT BETWEEN -9223372036854775808 AND 9223372036854775807", "@::bigint"}},
    Cast{Type::Date,
         Type::DateTime,
         CastKind::Lossless,
         {"", "CAST(strftime('%s', @) AS INTEGER) * 1000000"},
         {"", "@::timestamp AT TIME ZONE 'UTC'"}},
    Cast{Type::DateTime,
         Type::Date,
         CastKind::Lossy,
         {"", "substr(tenantry_datetime(@), 1, 10)"},
         {"", "(@ AT TIME ZONE 'UTC')::date"}},

    Cast{Type::Uuid, Type::Text, CastKind::Lossless, asItIs, {"", "@::text"}},
    Cast{Type::Integer, Type::Text, CastKind::Lossless, {"", "CAST(@ AS TEXT)"}, {"", "@::text"}},
    Cast{Type::Year, Type::Text, CastKind::Lossless, {"", "CAST(@ AS TEXT)"}, {"", "@::text"}},
    Cast{Type::Number, Type::Text, CastKind::Lossless, {"", "@ COLLATE BINARY"}, {"", "trim_scale(@)::text"}},
    Cast{Type::Boolean,
         Type::Text,
         CastKind::Lossless,
         {"", "CASE @ WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"},
         {"", "@::text"}},
    Cast{Type::Date, Type::Text, CastKind::Lossless, asItIs, {"", "@::text"}},
    Cast{Type::DateTime, Type::Text, CastKind::Lossless, {"", "tenantry_datetime(@)"}, {"", postgresDateTimeText}},
    Cast{Type::Time, Type::Text, CastKind::Lossless, {"", "tenantry_time(@)"}, {"", postgresTimeText}},

    Cast{Type::Text,
         Type::Uuid,
         CastKind::Lossy,
         {"NOT tenantry_re2('[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', @)", "lower(@)"},
         {"@ !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'", "@::uuid"}},
    Cast{Type::Text,
         Type::Integer,
         CastKind::Lossy,
         {"CAST(CAST(@ AS INTEGER) AS TEXT) <> @", "CAST(@ AS INTEGER)"},
         {"CASE WHEN @ ~ '^(0|-?[1-9][0-9]{0,18})$' THEN @::numeric NOT BETWEEN -9223372036854775808 AND "
          "9223372036854775807 ELSE true END",
          "@::bigint"}},
    Cast{Type::Text,
         Type::Number,
         CastKind::Lossy,
         {"NOT tenantry_re2('-?(0|[1-9][0-9]*)([.][0-9]+)?', @) OR length(@) > 1000", sqliteTextOfNumber},
         {"@ !~ '^-?(0|[1-9][0-9]*)([.][0-9]+)?$' OR length(@) > 1000", "trim_scale(@::numeric)"}},
    Cast{Type::Text,
         Type::Boolean,
         CastKind::Lossy,
         {"lower(@) NOT IN ('true', 'false', '1', '0')", "lower(@) IN ('true', '1')"},
         {"lower(@) NOT IN ('true', 'false', '1', '0')", "lower(@) IN ('true', '1')"}},
    Cast{Type::Text,
         Type::Year,
         CastKind::Lossy,
         {"NOT tenantry_re2('[1-9][0-9]{0,3}', @)", "CAST(@ AS INTEGER)"},
         {"@ !~ '^[1-9][0-9]{0,3}$'", "@::integer"}},
    Cast{Type::Text, Type::Date, CastKind::Lossy, {sqliteDate, "@"}, {postgresDate, "@::date"}},
    Cast{Type::Text, Type::Time, CastKind::Lossy, {"", sqliteTextOfTime}, {"", "@::time"}},
    Cast{Type::Text,
         Type::DateTime,
         CastKind::Lossy,
         {sqliteDate, sqliteTextOfDateTime},
         {postgresDate, "@::timestamptz"}},

    Cast{Type::Object, Type::Any, CastKind::Lossless, asItIs, asItIs},
    Cast{Type::Array, Type::Any, CastKind::Lossless, asItIs, asItIs},
    Cast{Type::Any,
         Type::Object,
         CastKind::Lossy,
         {"json_type(@) <> 'object'", "@"},
         {"jsonb_typeof(@) <> 'object'", "@"}},
    Cast{
        Type::Any, Type::Array, CastKind::Lossy, {"json_type(@) <> 'array'", "@"}, {"jsonb_typeof(@) <> 'array'", "@"}},
    Cast{Type::Integer, Type::Any, CastKind::Lossy, {"", "CAST(@ AS TEXT)"}, {"", "to_jsonb(@)"}},
    Cast{Type::Number, Type::Any, CastKind::Lossy, {"", "@ COLLATE BINARY"}, {"", "to_jsonb(trim_scale(@))"}},
    Cast{Type::Boolean,
         Type::Any,
         CastKind::Lossy,
         {"", "CASE @ WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"},
         {"", "to_jsonb(@)"}},
    Cast{Type::Text, Type::Any, CastKind::Lossy, {"", "json_quote(@)"}, {"", "to_jsonb(@)"}},
    Cast{Type::Uuid, Type::Any, CastKind::Lossy, {"", "json_quote(@)"}, {"", "to_jsonb(@::text)"}},
    Cast{Type::Date, Type::Any, CastKind::Lossy, {"", "json_quote(@)"}, {"", "to_jsonb(@::text)"}},
    Cast{Type::DateTime,
         Type::Any,
         CastKind::Lossy,
         {"", "json_quote(tenantry_datetime(@))"},
         {"", postgresDateTimeJson}},
    Cast{Type::Time, Type::Any, CastKind::Lossy, {"", "json_quote(tenantry_time(@))"}, {"", postgresTimeJson}},
};

const Cast *find(ColumnType from, ColumnType to)
{
    const auto found =
        std::find_if(casts.begin(), casts.end(), [&](const Cast &cast) { return cast.from == from && cast.to == to; });
    return found == casts.end() ? nullptr : &*found;
}

std::string filledIn(std::string_view form, const std::string &value)
{
    std::string text;
    for (const char c : form) {
        if (c == '@')
            text += value;
        else
            text += c;
    }
    return text;
}

/// The text must look so before its parts can be looked at: engines are free to look at the parts of an OR in any
/// order, but not at those of a CASE.
std::string unlessOfForm(std::string_view form, const std::string &misfit, const std::string &value,
                         sql::Dialect dialect)
{
    const std::string matches = dialect == sql::Dialect::Sqlite
                                    ? "tenantry_re2(" + sql::quoteLiteral(form) + ", " + value + ")"
                                    : value + " ~ " + sql::quoteLiteral("^" + std::string(form) + "$");
    return "CASE WHEN " + matches + " THEN " + (misfit.empty() ? "false" : misfit) + " ELSE true END";
}

std::string formOfText(ColumnType to)
{
    switch (to) {
    case ColumnType::Date:
        return std::string(dateForm);
    case ColumnType::Time:
        return std::string(timeForm);
    case ColumnType::DateTime:
        return std::string(dateForm) + "T" + std::string(timeForm) + "Z";
    default:
        return {};
    }
}

} // namespace

CastKind castKind(ColumnType from, ColumnType to)
{
    const Cast *cast = find(from, to);
    return cast ? cast->kind : CastKind::Impossible;
}

std::string castExpression(ColumnType from, ColumnType to, const std::string &value, sql::Dialect dialect)
{
    const Cast *cast = find(from, to);
    if (!cast)
        return value;
    return filledIn(dialect == sql::Dialect::Sqlite ? cast->sqlite.value : cast->postgres.value, value);
}

std::string castMisfit(ColumnType from, ColumnType to, const std::string &value, sql::Dialect dialect)
{
    const Cast *cast = find(from, to);
    if (!cast)
        return {};
    std::string misfit = filledIn(dialect == sql::Dialect::Sqlite ? cast->sqlite.misfit : cast->postgres.misfit, value);
    if (const std::string form = from == ColumnType::Text ? formOfText(to) : std::string(); !form.empty())
        misfit = unlessOfForm(form, misfit, value, dialect);
    return misfit.empty() ? misfit : value + " IS NOT NULL AND (" + misfit + ")";
}

} // namespace tenantry::data
