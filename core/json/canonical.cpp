// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/number.h"
#include "core/json/writer.h"

#include <algorithm>
#include <tuple>

namespace tenantry::json {

namespace {

void appendCanonical(std::string &out, const Value &value);

void appendQuoted(std::string &out, std::string_view text)
{
    const QByteArray json = quoted(text);
    out.append(json.constData(), static_cast<std::size_t>(json.size()));
}

void appendObject(std::string &out, const Object &object)
{
    std::vector<const Member *> members;
    members.reserve(object.size());
    for (const Member &member : object)
        members.push_back(&member);
    std::sort(members.begin(), members.end(), [](const Member *left, const Member *right) {
        return std::forward_as_tuple(left->first.size(), left->first) <
               std::forward_as_tuple(right->first.size(), right->first);
    });
    out += '{';
    for (std::string_view separator; const Member *member : members) {
        out += std::exchange(separator, ", ");
        appendQuoted(out, member->first);
        out += ": ";
        appendCanonical(out, member->second);
    }
    out += '}';
}

void appendArray(std::string &out, const Array &array)
{
    out += '[';
    for (std::string_view separator; const Value &element : array) {
        out += std::exchange(separator, ", ");
        appendCanonical(out, element);
    }
    out += ']';
}

void appendCanonical(std::string &out, const Value &value)
{
    if (value.isObject())
        appendObject(out, value.object());
    else if (value.isArray())
        appendArray(out, value.array());
    else if (value.isString())
        appendQuoted(out, value.string());
    else if (value.isNumber())
        out += plainNumber(value.numberText()).value_or(std::string(value.numberText()));
    else if (value.isBool())
        out += value.boolean() ? "true" : "false";
    else
        out += "null";
}

} // namespace

std::string canonical(const Value &value)
{
    std::string out;
    appendCanonical(out, value);
    return out;
}

} // namespace tenantry::json
