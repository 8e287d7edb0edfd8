// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"

#include <map>
#include <string>

namespace tenantry::ui {

/// Which row a change is about: for a stored row its primary key as canonical JSON ("[17]"), for an added one a name
/// that sorts before all of those, in the order the rows were added ("+000001").
using RowKey = std::string;

/// What stands in a cell instead of the stored value: a value to send, or a text that is none, kept as it was typed.
struct CellEdit
{
    json::Value value;
    QString text;    ///< only when it is no value of the column's type
    QString problem; ///< and why

    bool isValue() const { return problem.isEmpty(); }
    bool operator==(const CellEdit &) const = default;
};

/// A row that is not as the server has it.
struct RowChange
{
    enum class Kind { Added, Changed, Removed };

    Kind kind = Kind::Changed;
    client::Row base;                ///< the stored row when the change began; empty for an added one
    std::map<int, CellEdit> cells;   ///< by column
    QString refusal;                 ///< what the server said of the row when it refused it; empty when it did not
    std::map<int, QString> refusals; ///< what it said of single fields, by column

    /// Before it is sent again, or when it is another change now.
    void forgetRefusal()
    {
        refusal.clear();
        refusals.clear();
    }

    bool operator==(const RowChange &) const = default;
};

} // namespace tenantry::ui
