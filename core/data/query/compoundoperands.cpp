// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/compoundoperands.h"

#include "core/data/columntype.h"
#include "core/json/reader.h"
#include "core/sql/jsondocuments.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Wrong = tl::unexpected<QString>;
using ParsedValues = tl::expected<sql::Values, QString>;

bool isRange(ColumnType type)
{
    return type == ColumnType::Range || type == ColumnType::Multirange;
}

json::Array splitAtCommas(std::string_view text)
{
    json::Array parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        parts.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

/// A JSON array within a text, where there is one.
std::optional<json::Value> arrayIn(const json::Value &value)
{
    if (value.isArray())
        return value;
    if (!value.string().starts_with('['))
        return std::nullopt;
    Result<json::Value> array = json::read(value.string());
    return array && array->isArray() ? std::optional(std::move(*array)) : std::nullopt;
}

/// The elements that are listed. What stands between commas is what it looks like where any JSON is meant.
json::Array itemsOf(const DataType &type, const json::Value &value)
{
    if (const std::optional<json::Value> array = arrayIn(value))
        return array->array();
    if (!value.isString())
        return {value};
    json::Array items = value.string().empty() ? json::Array() : splitAtCommas(value.string());
    if (type != ColumnType::List) {
        for (json::Value &item : items)
            item = scalarFromText(item.string());
    }
    return items;
}

ParsedValues listOf(const DataType &type, const json::Array &items)
{
    const ParsedValue list = valueFromJson(type == ColumnType::List ? type : DataType(ColumnType::Array), items);
    if (!list)
        return Wrong(list.error());
    return sql::Values{*list};
}

ParsedValues element(const DataType &type, const json::Value &value, Spelling spelling)
{
    if (value.isNull())
        return Wrong(u"Expected a value; no array is asked for null elements."_s);
    const bool asItLooks = spelling == Spelling::Text && type != ColumnType::List;
    return listOf(type, {asItLooks ? scalarFromText(value.string()) : value});
}

ParsedValues document(const json::Value &value, Spelling spelling)
{
    const std::string_view text = value.string();
    const bool isJsonText = spelling == Spelling::Text || text.starts_with('{') || text.starts_with('[');
    const ParsedValue parsed =
        isJsonText && value.isString() ? valueFromText(ColumnType::Any, text) : valueFromJson(ColumnType::Any, value);
    if (!parsed)
        return Wrong(parsed.error());
    if (parsed->isNull())
        return Wrong(u"Expected a JSON value; ask for missing ones with null=true."_s);
    return sql::Values{*parsed};
}

ParsedValues keys(Operands operands, const json::Value &value)
{
    const std::optional<json::Value> array = arrayIn(value);
    json::Array names{value};
    if (operands == Operands::Keys && array)
        names = array->array();
    else if (operands == Operands::Keys && value.isString())
        names = splitAtCommas(value.string());
    sql::Values values;
    for (const json::Value &name : names) {
        if (!name.isString())
            return Wrong(u"Expected the names of keys."_s);
        values.emplace_back(name.string());
    }
    return values;
}

/// `[lower, upper]`, as `lower,upper` is written in JSON.
json::Value fromBounds(const json::Array &bounds)
{
    json::Object range;
    range.append("lower", bounds[0]);
    range.append("upper", bounds[1]);
    return range;
}

ParsedValues range(const DataType &type, const json::Value &value)
{
    const auto isBound = [](const json::Value &item) { return !item.isObject() && !item.isArray(); };
    const json::Array &items = value.array();
    ParsedValue parsed = Wrong(u"Expected a value, lower,upper, or a range as JSON."_s);
    if (value.isString() || value.isNumber()) {
        parsed = valueFromText(type, value.isString() ? value.string() : value.numberText());
    } else if (value.isObject() || value.isArray()) {
        const bool bounds = items.size() == 2 && std::all_of(items.begin(), items.end(), isBound);
        const json::Value written = bounds ? fromBounds(items) : value;
        const bool wrap = type == ColumnType::Multirange && written.isObject();
        parsed = valueFromJson(type, wrap ? json::Value(json::Array{written}) : written);
    }
    if (!parsed)
        return Wrong(parsed.error());
    return sql::Values{*parsed};
}

constexpr FilterOperator documentContains{"contains", Operator::Contains, Operands::Document};
constexpr FilterOperator documentContainsNot{"ncontains", Operator::Contains, Operands::Document, true};

} // namespace

const FilterOperator &meaningOf(const FilterOperator &op, const DataType &type)
{
    const bool contains = op.name == "contains" || op.name == "ncontains";
    if (contains && isDocument(type))
        return op.negated ? documentContainsNot : documentContains;
    if (contains && type == ColumnType::List)
        return *filterOperator(op.negated ? "nacontains" : "acontains");
    if (op.name == "contained_by" && type == ColumnType::List)
        return *filterOperator("acontainedby");
    return op;
}

std::optional<QString> compoundMismatch(const FilterOperator &op, const DataType &type)
{
    const QString name = QString::fromLatin1(op.name.data(), qsizetype(op.name.size()));
    switch (op.operands) {
    case Operands::Items:
    case Operands::Element:
        if (type != ColumnType::List && type != ColumnType::Array && type != ColumnType::Any)
            return u"'%1' asks about arrays, and this field is %2."_s.arg(name, describeType(type));
        break;
    case Operands::Document:
    case Operands::Key:
    case Operands::Keys:
        if (!isDocument(type))
            return u"'%1' asks about objects and other JSON, and this field is %2."_s.arg(name, describeType(type));
        break;
    case Operands::Range:
        if (!isRange(type))
            return u"'%1' asks about ranges, and this field is %2."_s.arg(name, describeType(type));
        break;
    default:
        break;
    }
    return std::nullopt;
}

tl::expected<sql::Values, QString> compoundOperands(const FilterOperator &op, const DataType &type,
                                                    const json::Value &value, Spelling spelling)
{
    if (value.string().find('\0') != std::string_view::npos)
        return Wrong(u"The character U+0000 cannot be stored or searched."_s);
    switch (op.operands) {
    case Operands::Items:
        if (value.isNull())
            return Wrong(u"Expected elements; ask for missing arrays with null=true."_s);
        return listOf(type, itemsOf(type, value));
    case Operands::Element:
        return element(type, value, spelling);
    case Operands::Document:
        return document(value, spelling);
    case Operands::Key:
    case Operands::Keys:
        return keys(op.operands, value);
    default:
        return range(type, value);
    }
}

json::Value scalarFromText(std::string_view text)
{
    if (text == "true" || text == "false")
        return text == "true";
    if (std::optional<std::string> number = sql::documentNumber(json::Value(text)))
        return json::Number{std::move(*number)};
    return text;
}

} // namespace tenantry::data
