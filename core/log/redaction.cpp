// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/redaction.h"

#include <re2/re2.h>

namespace tenantry {

namespace {

constexpr std::string_view removed = "[removed]";

/// Compiled once; matching is const and thread-safe.
struct Patterns
{
    /// What a text with a secret has; most have none of it and are done after one pass.
    const RE2 suspicion{"(?i)=|bearer|basic|api-key|eyj"};
    const RE2 assignment{"(?i)([\\w.-]*(?:passw|secret|token|credential|signature|api_?key|private_?key)[\\w.-]*=)"
                         "[^&\\s\"']+"};
    const RE2 bearer{"(?i)\\b(bearer|basic|api-key)(\\s+)[\\w.~+/=-]{8,}"};
    const RE2 webToken{"eyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?"};
};

const Patterns &patterns()
{
    static const Patterns compiled;
    return compiled;
}

/// What the name of a secret contains.
constexpr std::string_view secretNames[] = {"passw",     "secret",  "token",  "credential",  "authorization", "cookie",
                                            "signature", "api_key", "apikey", "private_key", "privatekey"};

bool contains(std::string_view name, std::string_view lowerCasePart)
{
    const auto sameLetter = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b; };
    return std::search(name.begin(), name.end(), lowerCasePart.begin(), lowerCasePart.end(), sameLetter) != name.end();
}

/// Every field of every line is asked about, so this does without a regular expression.
bool isSecretName(std::string_view name)
{
    return std::any_of(std::begin(secretNames), std::end(secretNames),
                       [name](std::string_view part) { return contains(name, part); });
}

json::Value withoutSecretMembers(const json::Object &object)
{
    json::Object safe;
    for (const json::Member &member : object)
        safe.append(member.first, withoutSecrets(member.first, member.second));
    return safe;
}

json::Value withoutSecretElements(std::string_view name, const json::Array &array)
{
    json::Array safe;
    for (const json::Value &element : array)
        safe.push_back(withoutSecrets(name, element));
    return safe;
}

} // namespace

std::string withoutSecrets(std::string text)
{
    if (!RE2::PartialMatch(text, patterns().suspicion))
        return text;
    RE2::GlobalReplace(&text, patterns().assignment, "\\1[removed]");
    RE2::GlobalReplace(&text, patterns().bearer, "\\1\\2[removed]");
    RE2::GlobalReplace(&text, patterns().webToken, "[removed]");
    return text;
}

json::Value withoutSecrets(std::string_view name, const json::Value &value)
{
    if (isSecretName(name))
        return removed;
    if (value.isString())
        return withoutSecrets(std::string(value.string()));
    if (value.isObject())
        return withoutSecretMembers(value.object());
    if (value.isArray())
        return withoutSecretElements(name, value.array());
    return value;
}

} // namespace tenantry
