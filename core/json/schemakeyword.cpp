// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/schemakeyword.h"

#include "core/json/textformat.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::json {

namespace {

using Kind = SchemaKeyword::Kind;

constexpr std::size_t maxEntries = 1'000;

constexpr std::array keywords{
    SchemaKeyword{"$schema", Kind::Annotation},
    SchemaKeyword{"$comment", Kind::Annotation},
    SchemaKeyword{"title", Kind::Annotation},
    SchemaKeyword{"description", Kind::Annotation},
    SchemaKeyword{"default", Kind::Annotation},
    SchemaKeyword{"examples", Kind::Annotation},
    SchemaKeyword{"readOnly", Kind::Annotation},
    SchemaKeyword{"writeOnly", Kind::Annotation},
    SchemaKeyword{"definitions", Kind::Definitions},
    SchemaKeyword{"type", Kind::Type},
    SchemaKeyword{"const", Kind::Any},
    SchemaKeyword{"enum", Kind::Choices},
    SchemaKeyword{"multipleOf", Kind::Positive, true},
    SchemaKeyword{"maximum", Kind::Number},
    SchemaKeyword{"exclusiveMaximum", Kind::Number},
    SchemaKeyword{"minimum", Kind::Number},
    SchemaKeyword{"exclusiveMinimum", Kind::Number},
    SchemaKeyword{"maxLength", Kind::Count},
    SchemaKeyword{"minLength", Kind::Count},
    SchemaKeyword{"pattern", Kind::Pattern, true},
    SchemaKeyword{"format", Kind::Format, true},
    SchemaKeyword{"items", Kind::SchemaOrSchemas},
    SchemaKeyword{"additionalItems", Kind::Schema},
    SchemaKeyword{"contains", Kind::Schema},
    SchemaKeyword{"maxItems", Kind::Count},
    SchemaKeyword{"minItems", Kind::Count},
    SchemaKeyword{"uniqueItems", Kind::Boolean, true},
    SchemaKeyword{"properties", Kind::NamedSchemas},
    SchemaKeyword{"additionalProperties", Kind::Schema},
    SchemaKeyword{"propertyNames", Kind::Schema},
    SchemaKeyword{"maxProperties", Kind::Count},
    SchemaKeyword{"minProperties", Kind::Count},
    SchemaKeyword{"required", Kind::Names},
    SchemaKeyword{"dependencies", Kind::Dependencies},
    SchemaKeyword{"if", Kind::Schema},
    SchemaKeyword{"then", Kind::Schema},
    SchemaKeyword{"else", Kind::Schema},
    SchemaKeyword{"allOf", Kind::Schemas},
    SchemaKeyword{"anyOf", Kind::Schemas},
    SchemaKeyword{"oneOf", Kind::Schemas},
    SchemaKeyword{"not", Kind::Schema},
};

bool isTypeName(const Value &value)
{
    constexpr std::array names{"array", "boolean", "integer", "null", "number", "object", "string"};
    return value.isString() && std::find(names.begin(), names.end(), value.string()) != names.end();
}

bool isListOf(const Value &value, bool (*fits)(const Value &))
{
    const Array &list = value.array();
    if (!value.isArray() || list.size() > maxEntries || !std::all_of(list.begin(), list.end(), fits))
        return false;
    return std::all_of(list.begin(), list.end(),
                       [&](const Value &item) { return std::count(list.begin(), list.end(), item) == 1; });
}

bool isName(const Value &value)
{
    return value.isString();
}

QString patternProblem(const Value &value)
{
    if (!value.isString())
        return u"must be a regular expression"_s;
    const std::string_view text = value.string();
    const RE2 pattern(re2::StringPiece(text.data(), text.size()), RE2::Quiet);
    return pattern.ok()
               ? QString()
               : u"is not a regular expression in RE2's syntax: %1"_s.arg(QString::fromStdString(pattern.error()));
}

QString formatProblem(const Value &value)
{
    if (value.isString() && isKnownFormat(value.string()))
        return {};
    return u"must be one of date, date-time, email, hostname, ipv4, ipv6, time, uri, uuid"_s;
}

} // namespace

const SchemaKeyword *SchemaKeyword::find(std::string_view name)
{
    const auto found = std::find_if(keywords.begin(), keywords.end(),
                                    [&](const SchemaKeyword &keyword) { return keyword.name == name; });
    return found == keywords.end() ? nullptr : &*found;
}

QString SchemaKeyword::problem(const Value &value) const
{
    switch (kind) {
    case Kind::Type:
        return isTypeName(value) || (isListOf(value, &isTypeName) && !value.array().empty())
                   ? QString()
                   : u"must be one or several of array, boolean, integer, null, number, object, string"_s;
    case Kind::Choices:
        return value.isArray() && !value.array().empty() && value.array().size() <= maxEntries
                   ? QString()
                   : u"must list at least one and at most %1 values"_s.arg(maxEntries);
    case Kind::Number:
        return value.real() ? QString() : u"must be a number"_s;
    case Kind::Positive:
        return value.real().value_or(0) > 0 ? QString() : u"must be a number above 0"_s;
    case Kind::Count:
        return value.integer().value_or(-1) >= 0 ? QString() : u"must be an integer, 0 or more"_s;
    case Kind::Boolean:
        return value.isBool() ? QString() : u"must be true or false"_s;
    case Kind::Pattern:
        return patternProblem(value);
    case Kind::Format:
        return formatProblem(value);
    case Kind::Names:
        return isListOf(value, &isName) ? QString() : u"must list names, each once"_s;
    default:
        return {};
    }
}

bool isListOfNames(const Value &value)
{
    return isListOf(value, &isName);
}

} // namespace tenantry::json
