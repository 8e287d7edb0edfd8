// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/datetime.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace tenantry::data {

enum class WriteMode {
    Commit,
    Rehearse, ///< answers what it would do; the transaction is given up afterwards
};

/// Who finds out that an edge leads to or from a node that is not there.
enum class NodeCheck {
    Ahead,  ///< a look before the edges are written, which names all missing nodes
    OnWrite ///< the database, when it writes them
};

/// Who writes, when, and whether it stays: what a write knows beside its rows.
struct WriteContext
{
    QString author; ///< UUID of the site's user, for the audit log
    Micros at = 0;
    WriteMode mode = WriteMode::Commit;
    bool settlesLater = false; ///< references are settled by who runs several writes, at their end
    NodeCheck nodeCheck = NodeCheck::Ahead;
};

/// What a client asks of a write beyond its rows (the Prefer header, and parameters of edges).
struct WriteOptions
{
    WriteMode mode = WriteMode::Commit;
    std::optional<std::int64_t> maxAffected; ///< Conflict, and nothing done, when more rows would be written
    NodeCheck nodeCheck = NodeCheck::Ahead;
};

/// What a write has done.
struct Written
{
    QByteArray rows; ///< JSON text: an object for one row, an array for several; empty where they are gone
    std::int64_t count = 0;
};

/// What clients are told of rows that are gone: the number under either name they look for it, as JSON.
QByteArray deletionJson(const Written &written);

/// Rows as JSON objects, in order.
using RowTexts = std::vector<QByteArray>;

} // namespace tenantry::data
