// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/jsondocuments.h"

#include "core/json/writer.h"
#include "core/sql/comparedecimals.h"

#include <algorithm>
#include <charconv>

namespace tenantry::sql {

namespace {

/// Longer ones are texts to documentNumber().
constexpr std::size_t longestNumber = 1000;

bool isContainer(const json::Value &value)
{
    return value.isObject() || value.isArray();
}

bool sameScalar(const json::Value &left, const json::Value &right)
{
    if (left.isNumber() && right.isNumber())
        return compareDecimals(left.numberText(), right.numberText()) == 0;
    return left == right;
}

bool hasElement(const json::Array &elements, const json::Value &scalar)
{
    return std::any_of(elements.begin(), elements.end(),
                       [&](const json::Value &element) { return sameScalar(element, scalar); });
}

bool containerContains(const json::Value &outer, const json::Value &inner);

bool elementIn(const json::Array &elements, const json::Value &wanted)
{
    if (!isContainer(wanted))
        return hasElement(elements, wanted);
    return std::any_of(elements.begin(), elements.end(), [&](const json::Value &element) {
        return isContainer(element) && containerContains(element, wanted);
    });
}

bool memberIn(const json::Object &object, const json::Member &wanted)
{
    const json::Value *value = object.find(wanted.first);
    if (!value)
        return false;
    return isContainer(wanted.second) ? containerContains(*value, wanted.second) : sameScalar(*value, wanted.second);
}

bool containerContains(const json::Value &outer, const json::Value &inner)
{
    if (outer.isObject() && inner.isObject())
        return std::all_of(inner.object().begin(), inner.object().end(),
                           [&](const json::Member &member) { return memberIn(outer.object(), member); });
    return outer.isArray() && inner.isArray() &&
           std::all_of(inner.array().begin(), inner.array().end(),
                       [&](const json::Value &element) { return elementIn(outer.array(), element); });
}

/// A place in an array as PostgreSQL reads one.
const json::Value *elementAt(const json::Array &elements, std::string_view place)
{
    place.remove_prefix(std::min(place.find_first_not_of(" \t\n\v\f\r"), place.size()));
    if (place.starts_with('+'))
        place.remove_prefix(1);
    std::int32_t index = 0;
    const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), index);
    if (error != std::errc() || end != place.data() + place.size())
        return nullptr;
    const auto size = std::int64_t(elements.size());
    const std::int64_t at = index < 0 ? size + index : index;
    return at >= 0 && at < size ? &elements[std::size_t(at)] : nullptr;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A number of JSON without exponent.
bool isPlainNumber(std::string_view text)
{
    if (text.size() > longestNumber)
        return false;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || (whole.size() > 1 && whole.front() == '0') || (point < text.size() && fraction.empty()))
        return false;
    return std::all_of(whole.begin(), whole.end(), isDigit) && std::all_of(fraction.begin(), fraction.end(), isDigit);
}

} // namespace

bool contains(const json::Value &outer, const json::Value &inner)
{
    if (isContainer(inner))
        return containerContains(outer, inner);
    // A scalar is contained in itself and, by a rule of its own, in an array that has it.
    return outer.isArray() ? hasElement(outer.array(), inner) : !outer.isObject() && sameScalar(outer, inner);
}

bool hasKey(const json::Value &document, std::string_view key)
{
    if (document.isObject())
        return document.object().contains(key);
    const json::Value text(key);
    return document.isArray() ? hasElement(document.array(), text) : document == text;
}

const json::Value *follow(const json::Value &document, const json::Value &path)
{
    const json::Value *value = &document;
    for (const json::Value &key : path.array()) {
        if (value->isObject())
            value = value->object().find(key.string());
        else
            value = value->isArray() ? elementAt(value->array(), key.string()) : nullptr;
        if (!value)
            return nullptr;
    }
    return value;
}

std::optional<std::string> documentText(const json::Value &document)
{
    if (document.isNull())
        return std::nullopt;
    return document.isString() ? std::string(document.string()) : json::canonical(document);
}

std::optional<std::string> documentNumber(const json::Value &document)
{
    const std::string_view text = document.isNumber() ? document.numberText() : document.string();
    return isPlainNumber(text) ? std::optional(std::string(text)) : std::nullopt;
}

bool listsOverlap(const json::Value &left, const json::Value &right)
{
    return std::any_of(right.array().begin(), right.array().end(), [&](const json::Value &element) {
        return !element.isNull() && hasElement(left.array(), element);
    });
}

bool listContains(const json::Value &outer, const json::Value &inner)
{
    return std::all_of(inner.array().begin(), inner.array().end(), [&](const json::Value &element) {
        return !element.isNull() && hasElement(outer.array(), element);
    });
}

} // namespace tenantry::sql
