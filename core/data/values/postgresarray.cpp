// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values/postgresarray.h"

namespace tenantry::data {

void PostgresArrayWriter::append(std::string_view text)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += text;
}

void PostgresArrayWriter::quoted(std::string_view text)
{
    append("\"");
    for (const char c : text) {
        if (c == '"' || c == '\\')
            m_text += '\\';
        m_text += c;
    }
    m_text += '"';
}

std::string PostgresArrayWriter::take()
{
    m_text += '}';
    return std::move(m_text);
}

std::vector<std::optional<std::string>> postgresArrayElements(std::string_view printed)
{
    std::vector<std::optional<std::string>> elements;
    if (printed.size() <= 2)
        return elements;
    printed = printed.substr(1, printed.size() - 2);
    std::string element;
    bool quotes = false;
    bool wasQuoted = false;
    const auto finish = [&] {
        if (!wasQuoted && element == "NULL")
            elements.emplace_back();
        else
            elements.emplace_back(std::move(element));
        element.clear();
        wasQuoted = false;
    };
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const char c = printed[i];
        if (c == '\\' && i + 1 < printed.size())
            element += printed[++i];
        else if (c == '"')
            quotes = !quotes;
        else if (c == ',' && !quotes)
            finish();
        else
            element += c;
        wasQuoted = wasQuoted || c == '"';
    }
    finish();
    return elements;
}

} // namespace tenantry::data
