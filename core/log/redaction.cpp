// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/redaction.h"

#include <re2/re2.h>

#include <array>

namespace tenantry {

namespace {

constexpr std::string_view removed = "[removed]";

constexpr char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Finds any of a few lower-case words in a text of any case, in one pass. Every field of every line is asked about, so
/// this does without a regular expression.
template<std::size_t N>
class Words
{
public:
    constexpr explicit Words(const std::array<std::string_view, N> &words)
        : m_words(words)
    {
        for (const std::string_view word : words)
            m_begins[static_cast<unsigned char>(word.front())] = true;
    }

    bool areIn(std::string_view text) const
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (m_begins[static_cast<unsigned char>(lowerCase(text[i]))] && anyBegins(text.substr(i)))
                return true;
        }
        return false;
    }

private:
    bool anyBegins(std::string_view text) const
    {
        const auto sameLetter = [](char own, char given) { return own == lowerCase(given); };
        return std::any_of(m_words.begin(), m_words.end(), [&](std::string_view word) {
            return word.size() <= text.size() && std::equal(word.begin(), word.end(), text.begin(), sameLetter);
        });
    }

    std::array<std::string_view, N> m_words;
    std::array<bool, 256> m_begins{};
};

/// What a text with a secret has; most have none of it and are done after one pass.
constexpr Words suspicion(std::to_array<std::string_view>({"=", "bearer", "basic", "api-key", "eyj"}));

/// What the name of a secret contains.
constexpr Words secretNames(std::to_array<std::string_view>({"passw", "secret", "token", "credential", "authorization",
                                                             "cookie", "signature", "api_key", "apikey", "private_key",
                                                             "privatekey"}));

/// Compiled once; matching is const and thread-safe.
struct Patterns
{
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
    if (!suspicion.areIn(text))
        return text;
    RE2::GlobalReplace(&text, patterns().assignment, "\\1[removed]");
    RE2::GlobalReplace(&text, patterns().bearer, "\\1\\2[removed]");
    RE2::GlobalReplace(&text, patterns().webToken, "[removed]");
    return text;
}

bool isHarmless(std::string_view name, const json::Value &value)
{
    if (secretNames.areIn(name) || value.isObject() || value.isArray())
        return false;
    return !value.isString() || !suspicion.areIn(value.string());
}

json::Value withoutSecrets(std::string_view name, const json::Value &value)
{
    if (secretNames.areIn(name))
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
