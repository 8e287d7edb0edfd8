// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cataloguechange.h"
#include "core/data/reflection/followed.h"
#include "core/data/schema/schemachange.h"
#include "core/data/schema/tablerecord.h"

namespace tenantry::data {

/// A table after its definition has followed what the database holds.
struct ReflectedTable
{
    TableRecord record;
    TableAction action = TableAction::Unchanged;
    QStringList remarks; ///< what no definition can say and stays in the database only
};

/// Makes the definition of a table follow the table in the database, which somebody has changed behind the server's
/// back, marks it (`x-reflected`, `x-reflected-at`) and records that. What was found under other names, or in a form
/// that the server does not use, is brought into the server's own, so that every later change finds it.
/// ErrorCode::Conflict when there is no such table, or a part of it can be in no definition.
Result<Changed<ReflectedTable>> reflectTable(sql::Transaction &transaction, const apps::App &app, TableRecord record,
                                             Metadata metadata, const Author &author);

} // namespace tenantry::data
