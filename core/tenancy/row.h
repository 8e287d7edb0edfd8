// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/reader.h"
#include "core/sql/cursor.h"

namespace tenantry {

/// Reads the columns of a row from left to right, so that a struct and its column list keep the same order.
class Row
{
public:
    explicit Row(const sql::Cursor &cursor, int first = 0)
        : m_cursor(cursor)
        , m_column(first)
    {
    }

    std::int64_t integer() { return m_cursor.integer(m_column++); }
    bool boolean() { return m_cursor.boolean(m_column++); }
    QString text() { return m_cursor.string(m_column++); }

    std::optional<QString> optionalText()
    {
        const int column = m_column++;
        return m_cursor.isNull(column) ? std::nullopt : std::optional(m_cursor.string(column));
    }

    std::optional<std::int64_t> optionalInteger()
    {
        const int column = m_column++;
        return m_cursor.isNull(column) ? std::nullopt : std::optional(m_cursor.integer(column));
    }

    /// A stored document; what is stored was checked before, so what cannot be read is an empty object.
    json::Value json()
    {
        auto value = json::read(m_cursor.text(m_column++));
        return value ? std::move(*value) : json::Value(json::Object());
    }

private:
    const sql::Cursor &m_cursor;
    int m_column;
};

} // namespace tenantry
