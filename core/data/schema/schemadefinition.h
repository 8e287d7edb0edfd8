// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/data/schema/schemachange.h"
#include "core/data/schema/tabledraft.h"
#include "core/tenancy/site.h"

#include <functional>

namespace tenantry::data {

enum class SchemaMode {
    Apply,
    DryRun,   ///< plan only
    Validate, ///< look at the definitions only
};

/// How tables are to be defined.
struct SchemaFlags
{
    SchemaMode mode = SchemaMode::Apply;
    DataLoss loss = DataLoss::Refuse;
    ExistingTables existing = ExistingTables::Change;
    std::chrono::milliseconds limit = changeLimit; ///< for one statement; the services set theirs
    std::optional<std::int64_t> undoes = {};       ///< the record of the change that this rolls back
};

/// Makes the drafts of a request, in the transaction that carries them out.
using DraftSource = std::function<Result<std::vector<TableDraft>>(sql::Transaction &, const apps::App &)>;

/// Defines tables of an app in one transaction, which on SQLite is of kind Rebuild where a table is made anew. With
/// SchemaMode::DryRun the plan as it would be carried out, rows looked at; with SchemaMode::Validate only its warnings.
Later<SchemaPlan> defineTables(const Site &site, const QString &app, DraftSource drafts, SchemaFlags flags,
                               Author author);

} // namespace tenantry::data
