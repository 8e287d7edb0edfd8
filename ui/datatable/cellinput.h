// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/client/resources.h"
#include "ui/datatable/rowchange.h"

namespace tenantry::ui {

/// The values of one column as somebody types them: the other way round of CellFormat, with nothing cut. Times are
/// typed in the computer's own zone unless they say another.
class CellInput
{
public:
    enum class Kind { Text, Integer, Number, Boolean, Date, DateTime, Time, Document };

    explicit CellInput(const client::Column &column);

    Kind kind() const { return m_kind; }
    /// What an editor starts with. Empty for NULL.
    QString text(const json::Value &value) const;
    /// The value to send. Empty text is NULL, except where it is a text itself. Digits stay as they were typed.
    Result<json::Value> parse(const QString &text) const;
    /// The same as a change of a cell: the value, or the text with what is wrong with it.
    CellEdit edit(const QString &text) const;
    /// An example of what can be typed, for an empty editor.
    QString hint() const;

private:
    Kind m_kind = Kind::Text;
};

} // namespace tenantry::ui
