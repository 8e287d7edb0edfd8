// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/tabledefinition.h"
#include "core/data/schema/columnrenames.h"
#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemareport.h"
#include "core/data/schema/schemarevision.h"
#include "core/data/schema/tabledraft.h"
#include "core/data/schema/tablerecord.h"

#include <map>

namespace tenantry::data {

/// The tables that an app has, and those of the other apps of its site, which they may refer to.
struct AppTables
{
    QString appSlug;
    std::map<std::string, TableRecord, std::less<>> tables = {};
    std::vector<TableRecord> others = {};
};

/// What is to be done about one table.
struct TablePlan
{
    TableAction action = TableAction::Unchanged;
    TableRecord record; ///< as it will be; the id, the actor and the times are those of the existing one
    std::optional<Table> before;
    std::vector<ColumnRename> renames; ///< in the order in which they are done
    std::vector<SchemaOperation> operations;
    std::optional<std::int64_t> droppedEdges; ///< id of the companion table that its operations drop
    std::optional<SchemaRevision> revision;   ///< what was recorded of it; in a dry run, what would be

    /// Whether the definition changes, or what is kept of it in the database.
    bool changesSchema() const;
};

/// What a request to define tables comes to, in the order in which it has to be done.
struct SchemaPlan
{
    std::vector<TablePlan> tables;
    std::vector<TableRecord> followers; ///< others, whose foreign keys follow renames
    QStringList warnings;

    SchemaReport report() const;
    /// Whether it has to run in a write of kind Rebuild.
    bool needsRebuild() const;
};

/// What becomes of tables that are there.
enum class ExistingTables {
    Change,
    Recreate, ///< dropped with their rows and made anew
};

/// Compares what tables are asked to be with what the app has. Pure. Fails with ErrorCode::Validation when a definition
/// is not acceptable, naming every problem, and with ErrorCode::Conflict when an existing table cannot be changed so;
/// `data` of both is what the answer carries.
Result<SchemaPlan> planSchema(const AppTables &app, std::vector<TableDraft> drafts, const DdlWriter &ddl,
                              ExistingTables existing = ExistingTables::Change);

/// Only reads the definitions and looks up what they refer to; ErrorCode::Validation as above. Answers warnings.
Result<QStringList> validateSchema(const AppTables &app, std::vector<TableDraft> drafts);

} // namespace tenantry::data
