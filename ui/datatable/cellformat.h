// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"

#include <Qt>

namespace tenantry::ui {

/// How the values of one column show. What is shown is for reading: times in the computer's own zone, long texts and
/// documents on one line; the tool tip has the whole.
class CellFormat
{
public:
    explicit CellFormat(const client::Column &column);

    QString text(const json::Value &value) const;
    /// Empty when the text says it all.
    QString toolTip(const json::Value &value) const;
    Qt::Alignment alignment() const;
    /// A column's type as somebody reads it: "string (uuid), required, references albums.album_id".
    static QString describe(const client::Column &column);

private:
    enum class Kind { Text, Number, Boolean, DateTime, Document };

    Kind m_kind = Kind::Text;
};

} // namespace tenantry::ui
