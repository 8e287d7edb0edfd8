// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/documentmember.h"

#include "core/json/reader.h"

#include <algorithm>

namespace tenantry::sql {

namespace {

/// Goes through the text of an object. Every step ends at the end of the text at the latest.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    bool find(std::string_view name)
    {
        if (!passes('{'))
            return false;
        while (next() == '"') {
            const std::string_view key = string();
            if (!passes(':'))
                return false;
            next();
            if (key.size() == name.size() + 2 && key.substr(1, name.size()) == name)
                return true;
            value();
            if (!passes(','))
                return false;
        }
        return false;
    }

    /// The value that begins here, whole.
    std::string_view value()
    {
        const std::size_t start = m_at;
        if (next() == '"')
            return string();
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                break;
            if (c == '"') {
                string();
                continue;
            }
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
            ++m_at;
        }
        return m_text.substr(start, m_at - start);
    }

private:
    /// The next character that is no space; zero at the end.
    char next()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    bool passes(char c)
    {
        if (next() != c)
            return false;
        ++m_at;
        return true;
    }

    /// With its quotes, as it is written.
    std::string_view string()
    {
        const std::size_t start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
        return m_text.substr(start, m_at - start);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

bool isPlain(std::string_view text)
{
    return text.find_first_of("\"\\") == std::string_view::npos;
}

json::Value read(std::string_view text)
{
    return json::read(text).value_or(json::Value());
}

json::Value valueOf(std::string_view text)
{
    if (text.size() >= 2 && text.front() == '"' && isPlain(text.substr(1, text.size() - 2)))
        return text.substr(1, text.size() - 2);
    const bool isNumber = !text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'));
    return isNumber ? json::Value(json::Number{std::string(text)}) : read(text);
}

} // namespace

json::Value documentMember(std::string_view document, std::string_view name)
{
    if (!isPlain(name)) // is written otherwise in the text
        return read(document)[name];
    Scanner scanner(document);
    return scanner.find(name) ? valueOf(scanner.value()) : json::Value();
}

} // namespace tenantry::sql
