// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace tenantry::data {

/// Writes CSV (RFC 4180): lines end with CRLF, fields are quoted where they must be. Nothing and an empty text differ:
/// the first is empty, the second "".
class CsvWriter
{
public:
    /// What a spreadsheet would run: texts that begin with = + - @, a tab or a carriage return.
    enum class Formulas {
        Kept,
        Disarmed, ///< with an apostrophe in front, so that reading the file back gives another text
    };

    explicit CsvWriter(QByteArray &out, Formulas formulas = Formulas::Kept)
        : m_out(out)
        , m_formulas(formulas)
    {
    }

    CsvWriter &null();
    CsvWriter &text(std::string_view text);
    /// Of which it is known that no character is special and no spreadsheet runs it: numbers, times.
    CsvWriter &plain(std::string_view text);
    void endRecord();

private:
    void separate();

    QByteArray &m_out;
    const Formulas m_formulas;
    bool m_first = true;
};

} // namespace tenantry::data
