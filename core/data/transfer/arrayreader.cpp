// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/arrayreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::string_view space = " \t\r\n";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Behind the closing quote of the string whose opening one stands at `from`.
std::optional<std::size_t> endOfString(std::string_view text, std::size_t from)
{
    for (std::size_t i = from + 1; (i = text.find_first_of("\"\\", i)) < text.size(); i += 2) {
        if (text[i] == '"')
            return i + 1;
    }
    return std::nullopt;
}

std::optional<std::size_t> endOfContainer(std::string_view text, std::size_t from)
{
    std::size_t depth = 0;
    for (std::size_t i = from; (i = text.find_first_of("\"[]{}", i)) < text.size();) {
        if (text[i] == '"') {
            const std::optional<std::size_t> end = endOfString(text, i);
            if (!end)
                return std::nullopt;
            i = *end;
            continue;
        }
        const bool opens = text[i] == '[' || text[i] == '{';
        depth = opens ? depth + 1 : depth - 1;
        ++i;
        if (depth == 0)
            return i;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> endOfJsonValue(std::string_view text, std::size_t from)
{
    if (from >= text.size())
        return std::nullopt;
    if (text[from] == '"')
        return endOfString(text, from);
    if (text[from] == '[' || text[from] == '{')
        return endOfContainer(text, from);
    const std::size_t end = text.find_first_of(",]} \t\r\n", from);
    return end == std::string_view::npos || end == from ? std::nullopt : std::optional(end);
}

ArrayReader::ArrayReader(std::string_view text, std::size_t longest)
    : m_text(text)
    , m_longest(longest)
{
    if (m_text.starts_with(byteOrderMark))
        m_position = byteOrderMark.size();
}

Result<bool> ArrayReader::next()
{
    skipSpace();
    switch (m_state) {
    case State::Before:
        if (!take('['))
            return failure(ErrorCode::Validation, u"Expected a JSON array of objects."_s);
        m_state = State::First;
        return next();
    case State::First:
        return take(']') ? readEnd() : readElement();
    case State::Between:
        if (take(']'))
            return readEnd();
        if (!take(','))
            return failure(ErrorCode::Validation, u"Expected a comma, or the end of the array."_s);
        skipSpace();
        return readElement();
    case State::Behind:
        return false;
    }
    Q_UNREACHABLE();
}

void ArrayReader::skipSpace()
{
    const std::size_t end = std::min(m_text.find_first_not_of(space, m_position), m_text.size());
    m_nextLine += std::count(m_text.begin() + std::ptrdiff_t(m_position), m_text.begin() + std::ptrdiff_t(end), '\n');
    m_position = end;
    m_line = m_nextLine;
}

bool ArrayReader::take(char expected)
{
    if (m_position == m_text.size() || m_text[m_position] != expected)
        return false;
    ++m_position;
    return true;
}

Result<bool> ArrayReader::readElement()
{
    if (m_position == m_text.size() || std::string_view(",]}").find(m_text[m_position]) != std::string_view::npos)
        return failure(ErrorCode::Validation, u"Expected an element of the array."_s);
    const std::string_view window = m_text.substr(m_position, m_longest);
    const std::optional<std::size_t> end = endOfJsonValue(window, 0);
    if (!end) {
        return failure(ErrorCode::Validation, window.size() < m_text.size() - m_position
                                                  ? u"This element is longer than %1 bytes."_s.arg(m_longest)
                                                  : u"The array is not whole: something is missing at its end."_s);
    }
    m_element = window.substr(0, *end);
    m_nextLine += std::count(m_element.begin(), m_element.end(), '\n');
    m_position += *end;
    m_state = State::Between;
    return true;
}

Result<bool> ArrayReader::readEnd()
{
    m_state = State::Behind;
    m_element = {};
    skipSpace();
    if (m_position < m_text.size())
        return failure(ErrorCode::Validation, u"Something stands behind the end of the array."_s);
    return false;
}

} // namespace tenantry::data
