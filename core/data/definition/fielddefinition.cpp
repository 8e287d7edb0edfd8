// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/fielddefinition.h"

#include "core/data/columntype.h"
#include "core/data/definition/constraintdefinition.h"
#include "core/data/definition/literal.h"
#include "core/data/tablename.h"
#include "core/json/writer.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::array stringFormats{std::string_view("default"), std::string_view("uuid"),   std::string_view("email"),
                                   std::string_view("uri"),     std::string_view("binary"), std::string_view("date"),
                                   std::string_view("datetime")};

/// Written by the server only; what a client sends under these names is ignored.
constexpr std::array serverMarkers{"x-search-field", "x-auto-generated"};

std::string readName(const json::Object &field, const JsonPath &path, DefinitionReport &report)
{
    const json::Value *name = field.find("name");
    if (!name || !name->isString()) {
        report.problem(path / "name", u"give the field a name"_s);
        return {};
    }
    if (const auto problem = columnNameProblem(name->string()))
        report.problem(path / "name", *problem);
    return std::string(name->string());
}

/// `key` as text; absent and null are `otherwise`.
std::string readText(const json::Object &field, std::string_view key, std::string_view otherwise, const JsonPath &path,
                     DefinitionReport &report)
{
    const json::Value *value = field.find(key);
    if (!value || value->isNull())
        return std::string(otherwise);
    if (!value->isString()) {
        report.problem(path / key, u"must be a string"_s);
        return std::string(otherwise);
    }
    return std::string(value->string());
}

/// Of a field of type `any`.
DataType readNativeType(const json::Object &field, const JsonPath &path, DefinitionReport &report)
{
    const std::string name = readText(field, "x-pg-type", "jsonb", path, report);
    const std::optional<DataType> type = nativeType(name);
    if (!type)
        report.problem(
            path / "x-pg-type",
            u"there is no type '%1'; there are %2, and [] behind a type of single values for a list of them"_s.arg(
                QString::fromStdString(name), nativeTypeNames()));
    return type.value_or(ColumnType::Any);
}

/// Of a field of type `array`: a list where its elements are of one scalar type, else a JSON document.
DataType readArrayItem(const json::Object &field, const JsonPath &path, DefinitionReport &report)
{
    const json::Value *item = field.find("arrayItem");
    if (!item || item->isNull())
        return ColumnType::Array;
    const TypeSpelling spelling = withoutAlias((*item)["type"].string());
    const std::string_view format = spelling.format.empty() ? (*item)["format"].string() : spelling.format;
    if (item->isObject() && spelling.type.empty())
        return ColumnType::Array;
    const std::optional<ColumnType> element = columnType(spelling.type, format);
    if (!item->isObject() || !element) {
        report.problem(path / "arrayItem", u"must be an object with the `type` of the elements"_s);
        return ColumnType::Array;
    }
    return isScalar(*element) ? DataType::listOf(*element) : DataType(ColumnType::Array);
}

/// The type that a base type and the keys beside it mean.
DataType readDetails(ColumnType type, const json::Object &field, const JsonPath &path, DefinitionReport &report)
{
    if (type == ColumnType::Any)
        return readNativeType(field, path, report);
    if (!readText(field, "x-pg-type", "", path, report).empty())
        report.warning(path / "x-pg-type", u"has an effect on fields of type 'any' only"_s);
    return type == ColumnType::Array ? readArrayItem(field, path, report) : DataType(type);
}

ColumnType readType(json::Object &field, Column &column, const JsonPath &path, DefinitionReport &report)
{
    const std::string written = readText(field, "type", "string", path, report);
    std::string format = readText(field, "format", "", path, report);
    const TypeSpelling spelling = withoutAlias(written);
    if (!spelling.format.empty())
        format = spelling.format;
    const std::optional<ColumnType> type = columnType(spelling.type, format);
    if (!type) {
        report.problem(path / "type", u"there is no type '%1'"_s.arg(QString::fromStdString(written)));
        return ColumnType::Any;
    }
    const bool isString = spelling.type == "string";
    if (isString && !format.empty() &&
        std::find(stringFormats.begin(), stringFormats.end(), format) == stringFormats.end())
        report.problem(path / "format",
                       u"must be one of default, uuid, email, uri, binary, date and datetime for a string"_s);
    setFieldType(field, spelling.type, format);
    column.format = isString ? format : std::string();
    return *type;
}

void readDefault(const json::Object &field, Column &column, const JsonPath &path, DefinitionReport &report)
{
    const json::Value *value = field.find("default");
    if (!value || value->isNull())
        return;
    column.fallback = *value;
    if (const auto function = defaultFunction(*value)) {
        if (!canProduce(*function, column.type))
            report.problem(path / "default", u"%1 is no value for %2"_s.arg(value->text(), describeType(column.type)));
        return;
    }
    const auto written = literal(column.type, *value, sql::Dialect::Postgres);
    if (!written) {
        report.problem(path / "default", written.error().message);
        return;
    }
    const auto isDefault = [&](const json::Value &item) {
        const auto other = literal(column.type, item, sql::Dialect::Postgres);
        return other && *other == *written;
    };
    const auto &oneOf = column.constraints.oneOf;
    if (!oneOf.empty() && std::none_of(oneOf.begin(), oneOf.end(), isDefault))
        report.problem(path / "default", u"must be one of the values of `enum`"_s);
}

struct AutomaticColumn
{
    std::string_view name;
    Automatic automatic;
};

constexpr std::array automaticColumns{
    AutomaticColumn{"created_at", Automatic::CreatedAt},    AutomaticColumn{"updated_at", Automatic::UpdatedAt},
    AutomaticColumn{"created_by", Automatic::CreatedBy},    AutomaticColumn{"updated_by", Automatic::UpdatedBy},
    AutomaticColumn{"created_by_id", Automatic::CreatedBy}, AutomaticColumn{"updated_by_id", Automatic::UpdatedBy},
};

Automatic readAutomatic(const json::Value &written, const Column &column, const JsonPath &path,
                        DefinitionReport &report)
{
    if (written.isNull() || written == json::Value(false))
        return Automatic::None;
    const auto found = std::find_if(automaticColumns.begin(), automaticColumns.end(),
                                    [&](const AutomaticColumn &item) { return item.name == column.name; });
    const bool isTime = column.type == ColumnType::DateTime;
    const bool isUser = column.type == ColumnType::Uuid || column.type == ColumnType::Text;
    if (written == json::Value(true) && found != automaticColumns.end()) {
        const bool wantsTime = found->automatic == Automatic::CreatedAt || found->automatic == Automatic::UpdatedAt;
        if (wantsTime ? isTime : isUser)
            return found->automatic;
    }
    report.problem(path,
                   u"can be true for created_at and updated_at (datetime), created_by and updated_by (the id of a "
                   "user)"_s);
    return Automatic::None;
}

} // namespace

void setFieldType(json::Object &field, std::string_view type, std::string_view format)
{
    field.set("type", json::Value(type));
    if (!format.empty())
        field.set("format", json::Value(format));
}

Column readField(json::Value &field, const JsonPath &path, DefinitionReport &report)
{
    Column column;
    if (!field.isObject()) {
        report.problem(path, u"must be an object with `name` and `type`"_s);
        return column;
    }
    json::Object &members = *field.object();
    for (const char *marker : serverMarkers)
        members.remove(marker);
    column.name = readName(members, path, report);
    column.jsonKey = json::quoted(column.name).toStdString() + ':';
    column.type = readDetails(readType(members, column, path, report), members, path, report);
    column.constraints = readConstraints(field["constraints"], column.type, path / "constraints", report);
    column.nullable = !column.constraints.required;
    readDefault(members, column, path, report);
    column.automatic = readAutomatic(field["x-auto"], column, path / "x-auto", report);
    return column;
}

} // namespace tenantry::data
