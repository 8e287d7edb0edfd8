// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columntype.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct Alias
{
    std::string_view written;
    TypeSpelling meaning;
};

constexpr std::array aliases{
    Alias{"text", {"string", ""}},  Alias{"uuid", {"string", "uuid"}}, Alias{"json", {"object", ""}},
    Alias{"float", {"number", ""}}, Alias{"decimal", {"number", ""}},  Alias{"timestamp", {"datetime", ""}},
    Alias{"bool", {"boolean", ""}}, Alias{"int", {"integer", ""}},
};

struct TypeEntry
{
    std::string_view type;
    ColumnType column;
};

constexpr std::array types{
    TypeEntry{"string", ColumnType::Text},   TypeEntry{"integer", ColumnType::Integer},
    TypeEntry{"number", ColumnType::Number}, TypeEntry{"boolean", ColumnType::Boolean},
    TypeEntry{"date", ColumnType::Date},     TypeEntry{"datetime", ColumnType::DateTime},
    TypeEntry{"time", ColumnType::Time},     TypeEntry{"year", ColumnType::Year},
    TypeEntry{"object", ColumnType::Object}, TypeEntry{"array", ColumnType::Array},
    TypeEntry{"any", ColumnType::Any},
};

struct NativeEntry
{
    std::string_view name;
    DataType type;
};

constexpr NativeEntry range(std::string_view name, RangeKind kind)
{
    return {name, DataType::rangeOf(ColumnType::Range, kind)};
}

constexpr NativeEntry multirange(std::string_view name, RangeKind kind)
{
    return {name, DataType::rangeOf(ColumnType::Multirange, kind)};
}

constexpr std::array natives{
    NativeEntry{"jsonb", ColumnType::Any},
    NativeEntry{"json", ColumnType::Any},
    NativeEntry{"text", ColumnType::Text},
    NativeEntry{"uuid", ColumnType::Uuid},
    NativeEntry{"bytea", ColumnType::Binary},
    NativeEntry{"bigint", ColumnType::Integer},
    NativeEntry{"numeric", ColumnType::Number},
    NativeEntry{"boolean", ColumnType::Boolean},
    NativeEntry{"date", ColumnType::Date},
    NativeEntry{"timestamptz", ColumnType::DateTime},
    NativeEntry{"time", ColumnType::Time},
    range("int4range", RangeKind::Int4),
    range("int8range", RangeKind::Int8),
    range("numrange", RangeKind::Num),
    range("daterange", RangeKind::Date),
    range("tsrange", RangeKind::Timestamp),
    range("tstzrange", RangeKind::TimestampTz),
    multirange("int4multirange", RangeKind::Int4),
    multirange("int8multirange", RangeKind::Int8),
    multirange("nummultirange", RangeKind::Num),
    multirange("datemultirange", RangeKind::Date),
    multirange("tsmultirange", RangeKind::Timestamp),
    multirange("tstzmultirange", RangeKind::TimestampTz),
};

/// As many as pgvector takes.
constexpr std::int32_t maxDimension = 16'000;

std::optional<DataType> vectorType(std::string_view name)
{
    constexpr std::string_view prefix = "vector(";
    if (!name.starts_with(prefix) || !name.ends_with(')'))
        return std::nullopt;
    name.remove_prefix(prefix.size());
    name.remove_suffix(1);
    std::int32_t dimension = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), dimension);
    if (error != std::errc() || end != name.data() + name.size() || dimension < 1 || dimension > maxDimension)
        return std::nullopt;
    return DataType::vectorOf(dimension);
}

std::optional<DataType> listType(std::string_view name)
{
    if (!name.ends_with("[]"))
        return std::nullopt;
    const std::optional<DataType> element = nativeType(name.substr(0, name.size() - 2));
    if (!element || !isScalar(*element))
        return std::nullopt;
    return DataType::listOf(element->base);
}

} // namespace

TypeSpelling withoutAlias(std::string_view type)
{
    for (const Alias &alias : aliases) {
        if (alias.written == type)
            return alias.meaning;
    }
    return {type, {}};
}

std::optional<ColumnType> columnType(std::string_view type, std::string_view format)
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const TypeEntry &t) { return t.type == type; });
    if (found == types.end())
        return std::nullopt;
    if (found->column == ColumnType::Text && format == "uuid")
        return ColumnType::Uuid;
    if (found->column == ColumnType::Text && format == "binary")
        return ColumnType::Binary;
    return found->column;
}

std::optional<DataType> nativeType(std::string_view name)
{
    const auto found =
        std::find_if(natives.begin(), natives.end(), [name](const NativeEntry &entry) { return entry.name == name; });
    if (found != natives.end())
        return found->type;
    if (std::optional<DataType> vector = vectorType(name))
        return vector;
    return listType(name);
}

QString nativeTypeNames()
{
    QStringList names;
    for (const NativeEntry &entry : natives)
        names.append(QString::fromLatin1(entry.name.data(), qsizetype(entry.name.size())));
    return names.join(u", "_s) + u", vector(N) with N from 1 to %1"_s.arg(maxDimension);
}

QString describeType(const DataType &type)
{
    switch (type.base) {
    case ColumnType::Text:
        return u"a string"_s;
    case ColumnType::Uuid:
        return u"a UUID"_s;
    case ColumnType::Binary:
        return u"a base64 string"_s;
    case ColumnType::Integer:
        return u"an integer"_s;
    case ColumnType::Number:
        return u"a number"_s;
    case ColumnType::Boolean:
        return u"true or false"_s;
    case ColumnType::Date:
        return u"a date (YYYY-MM-DD)"_s;
    case ColumnType::DateTime:
        return u"a date and time (ISO 8601)"_s;
    case ColumnType::Time:
        return u"a time (HH:MM:SS)"_s;
    case ColumnType::Year:
        return u"a year"_s;
    case ColumnType::Object:
        return u"an object"_s;
    case ColumnType::Array:
        return u"an array"_s;
    case ColumnType::Any:
        return u"any value"_s;
    case ColumnType::List:
        return u"an array whose every element is null or %1"_s.arg(describeType(type.element));
    case ColumnType::Range:
        return u"a range, such as {\"lower\": 1, \"upper\": 5, \"bounds\": \"[)\"}"_s;
    case ColumnType::Multirange:
        return u"an array of ranges, such as [{\"lower\": 1, \"upper\": 5, \"bounds\": \"[)\"}]"_s;
    case ColumnType::Vector:
        return u"an array of %1 numbers"_s.arg(type.dimension);
    }
    Q_UNREACHABLE();
}

bool isDocument(ColumnType type)
{
    return type == ColumnType::Object || type == ColumnType::Array || type == ColumnType::Any;
}

bool isScalar(ColumnType type)
{
    switch (type) {
    case ColumnType::Object:
    case ColumnType::Array:
    case ColumnType::Any:
    case ColumnType::List:
    case ColumnType::Range:
    case ColumnType::Multirange:
    case ColumnType::Vector:
        return false;
    default:
        return true;
    }
}

bool hasTextForm(ColumnType type)
{
    switch (type) {
    case ColumnType::Binary:
    case ColumnType::Range:
    case ColumnType::Multirange:
    case ColumnType::Vector:
        return false;
    default:
        return true;
    }
}

bool isRanged(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Number:
    case ColumnType::Date:
    case ColumnType::DateTime:
    case ColumnType::Time:
    case ColumnType::Year:
        return true;
    default:
        return false;
    }
}

std::optional<DefaultFunction> defaultFunction(const json::Value &fallback)
{
    const std::string_view text = fallback.string();
    if (text == "now()")
        return DefaultFunction::Now;
    if (text == "current_date")
        return DefaultFunction::CurrentDate;
    if (text == "gen_random_uuid()")
        return DefaultFunction::RandomUuid;
    return std::nullopt;
}

bool canProduce(DefaultFunction function, ColumnType type)
{
    switch (function) {
    case DefaultFunction::Now:
        return type == ColumnType::DateTime || type == ColumnType::Date || type == ColumnType::Time;
    case DefaultFunction::CurrentDate:
        return type == ColumnType::Date;
    case DefaultFunction::RandomUuid:
        return type == ColumnType::Uuid || type == ColumnType::Text;
    }
    Q_UNREACHABLE();
}

} // namespace tenantry::data
