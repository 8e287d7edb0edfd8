// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/csvwriter.h"

namespace tenantry::data {

namespace {

bool isFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool needsQuotes(std::string_view text)
{
    return text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos;
}

} // namespace

CsvWriter &CsvWriter::null()
{
    separate();
    return *this;
}

CsvWriter &CsvWriter::plain(std::string_view text)
{
    separate();
    m_out.append(text.data(), qsizetype(text.size()));
    return *this;
}

CsvWriter &CsvWriter::text(std::string_view text)
{
    const bool disarm = m_formulas == Formulas::Disarmed && isFormula(text);
    if (!disarm && !needsQuotes(text))
        return plain(text);
    separate();
    m_out += '"';
    if (disarm)
        m_out += '\'';
    for (const char c : text) {
        if (c == '"')
            m_out += '"';
        m_out += c;
    }
    m_out += '"';
    return *this;
}

void CsvWriter::endRecord()
{
    m_out += "\r\n";
    m_first = true;
}

void CsvWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

} // namespace tenantry::data
