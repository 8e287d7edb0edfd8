// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columntype.h"

#include <algorithm>
#include <array>

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

QString describeType(ColumnType type)
{
    switch (type) {
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
    }
    Q_UNREACHABLE();
}

bool isDocument(ColumnType type)
{
    return type == ColumnType::Object || type == ColumnType::Array || type == ColumnType::Any;
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
