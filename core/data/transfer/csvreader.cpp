// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// What ends a field that is not quoted, or may not stand in one.
constexpr std::array<bool, 256> special = [] {
    std::array<bool, 256> table{};
    for (const char c : {',', '"', '\r', '\n'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

} // namespace

CsvReader::CsvReader(std::string_view text, const Limits &limits)
    : m_text(text)
    , m_limits(limits)
{
    if (m_text.starts_with(byteOrderMark))
        m_position = byteOrderMark.size();
}

Result<bool> CsvReader::next()
{
    m_fields.clear();
    m_unescaped.clear();
    while (skipLineEnd()) {
    }
    m_line = m_nextLine;
    if (atEnd())
        return false;
    m_longest = m_limits.record < m_text.size() - m_position ? m_position + m_limits.record : m_text.size();
    for (After after = After::Field; after == After::Field;) {
        if (m_fields.size() == m_limits.fields)
            return malformed(u"There are more than %1 fields in this line."_s.arg(m_limits.fields));
        const bool quoted = !atEnd() && here() == '"';
        const std::string_view text = TRY(quoted ? quotedField() : plainField());
        m_fields.push_back({text, quoted});
        after = TRY(endOfField());
    }
    return true;
}

bool CsvReader::skipLineEnd()
{
    const std::string_view rest = m_text.substr(m_position, 2);
    const std::size_t size = rest.starts_with('\n') ? 1 : rest == "\r\n" ? 2 : 0;
    m_position += size;
    m_nextLine += size > 0;
    return size > 0;
}

Result<std::string_view> CsvReader::plainField()
{
    const std::size_t begin = m_position;
    while (m_position < m_longest && !special[static_cast<unsigned char>(here())])
        ++m_position;
    return m_text.substr(begin, m_position - begin);
}

Result<std::string_view> CsvReader::quotedField()
{
    std::size_t begin = ++m_position;
    std::string *unescaped = nullptr;
    while (true) {
        const std::size_t quote = m_text.substr(0, m_longest).find('"', m_position);
        if (quote == std::string_view::npos) {
            return malformed(
                m_longest < m_text.size()
                    ? u"This line is longer than %1 bytes, or a quote in it is never closed."_s.arg(m_limits.record)
                    : u"The quote that is opened in this line is never closed."_s);
        }
        m_nextLine +=
            std::count(m_text.begin() + std::ptrdiff_t(m_position), m_text.begin() + std::ptrdiff_t(quote), '\n');
        m_position = quote + 1;
        if (atEnd() || here() != '"') {
            const std::string_view last = m_text.substr(begin, quote - begin);
            return unescaped ? std::string_view(unescaped->append(last)) : last;
        }
        if (!unescaped)
            unescaped = &m_unescaped.emplace_back();
        unescaped->append(m_text.substr(begin, m_position - begin));
        begin = ++m_position;
    }
}

Result<CsvReader::After> CsvReader::endOfField()
{
    if (atEnd() || skipLineEnd())
        return After::Record;
    if (m_position >= m_longest)
        return malformed(u"This line is longer than %1 bytes."_s.arg(m_limits.record));
    if (here() == ',') {
        ++m_position;
        return After::Field;
    }
    if (here() == '\r')
        return malformed(u"A carriage return stands alone; quote the field that holds it."_s);
    return malformed(here() == '"'
                         ? u"A quote stands within a field; quote the whole field and double the quotes in it."_s
                         : u"Something stands behind a closing quote; double the quotes within a field."_s);
}

tl::unexpected<Error> CsvReader::malformed(const QString &message)
{
    m_fields.clear();
    return failure(ErrorCode::Validation, message);
}

} // namespace tenantry::data
