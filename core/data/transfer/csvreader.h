// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// Reads CSV (RFC 4180) record by record from text that outlives it, such as a file that is mapped into memory: fields
/// are views into it. Separated by commas; lines end with CRLF or LF; a byte order mark at the beginning and lines with
/// nothing on them are passed over. Does not look at the encoding.
class CsvReader
{
public:
    struct Limits
    {
        std::size_t record = 16 * 1024 * 1024; ///< bytes
        std::size_t fields = 2000;
    };

    struct Field
    {
        std::string_view text;
        bool quoted = false; ///< tells an empty text from nothing
    };

    explicit CsvReader(std::string_view text)
        : CsvReader(text, Limits())
    {
    }
    CsvReader(std::string_view text, const Limits &limits);

    /// Reads the next record; false behind the last one. What is malformed ends the reading: nothing behind it can be
    /// trusted. The error does not say where it is; line() does.
    Result<bool> next();

    /// Of the record just read, until the next one is.
    const std::vector<Field> &fields() const { return m_fields; }
    /// Where the record begins, or where it is malformed; from 1.
    std::int64_t line() const { return m_line; }
    /// Bytes read.
    std::size_t position() const { return m_position; }

private:
    enum class After { Field, Record };

    bool atEnd() const { return m_position == m_text.size(); }
    char here() const { return m_text[m_position]; }
    bool skipLineEnd();
    Result<std::string_view> plainField();
    Result<std::string_view> quotedField();
    Result<After> endOfField();
    tl::unexpected<Error> malformed(const QString &message);

    std::string_view m_text;
    const Limits m_limits;
    std::size_t m_position = 0;
    std::size_t m_longest = 0;   ///< where the record must have ended
    std::int64_t m_nextLine = 1; ///< of m_position
    std::int64_t m_line = 1;
    std::vector<Field> m_fields;
    std::deque<std::string> m_unescaped; ///< fields that hold quotes
};

} // namespace tenantry::data
