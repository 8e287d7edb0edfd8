// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>

namespace tenantry::sql {

/// The rows of one statement, one at a time, straight from the engine's buffers. Borrowed from a connection: it must be
/// gone before the closure that made it returns, and views into a row are good until the next call of next().
class Cursor
{
public:
    virtual ~Cursor() = default;

    /// Moves to the next row; false after the last one.
    virtual Result<bool> next() = 0;

    virtual int columnCount() const = 0;
    virtual std::string_view columnName(int column) const = 0;
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual bool boolean(int column) const = 0;
    /// UTF-8; on PostgreSQL every type has its text form, on SQLite numbers are converted.
    virtual std::string_view text(int column) const = 0;
    virtual QByteArray blob(int column) const = 0;

    QString string(int column) const
    {
        const std::string_view view = text(column);
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    }
};

using CursorPtr = std::unique_ptr<Cursor>;

} // namespace tenantry::sql
