// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"

#include <QUrl>

/// Rows as text for other programs. Values are as the API has them, not as they show: times in UTC, digits as stored.
namespace tenantry::ui::copyformat {

/// A rectangle of cells: some columns, and their values row by row.
struct Cells
{
    std::vector<client::Column> columns;
    std::vector<client::Row> rows;
};

/// RFC 4180 with the columns' names first; NULL is an empty field, an empty text is "".
QString csv(const Cells &cells);
/// An array of objects, one to a line.
QString json(const Cells &cells);
QString markdown(const Cells &cells);

/// The command that reads these rows, by the values of their primary keys; one command per row where the key has
/// several columns.
QString curl(const QUrl &server, const client::TableAddress &table, const Cells &keys);

} // namespace tenantry::ui::copyformat
