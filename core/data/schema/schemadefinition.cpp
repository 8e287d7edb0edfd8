// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemadefinition.h"

#include "core/data/cataloguechange.h"
#include "core/data/schema/revisionstore.h"
#include "core/data/schema/tablelookup.h"

#include <algorithm>

namespace tenantry::data {

namespace {

struct Outcome
{
    SchemaPlan plan;
    bool needsRebuild = false; ///< nothing was done, since the write was not of that kind
};

bool changesNothing(const SchemaPlan &plan)
{
    return std::all_of(plan.tables.begin(), plan.tables.end(),
                       [](const TablePlan &table) { return table.action == TableAction::Unchanged; });
}

/// What can be told without the tables that the plan would make first.
Result<void> lookAtRows(sql::Transaction &transaction, const SchemaPlan &plan)
{
    for (const TablePlan &table : plan.tables) {
        Result<void> looked =
            transaction.nested([&]() -> Result<void> { return refuseViolations(transaction, table); });
        if (!looked && looked.error().code != ErrorCode::SchemaChanged)
            return looked;
    }
    return {};
}

Result<Changed<Outcome>> define(sql::Transaction &transaction, const QString &app, const DraftSource &source,
                                const SchemaFlags &flags, const Author &author, sql::WriteKind kind)
{
    TRY(limitTime(transaction, flags.limit));
    const apps::App owner = TRY(existingApp(transaction, app));
    std::vector<TableDraft> drafts = TRY(source(transaction, owner));
    const AppTables tables = TRY(tablesOf(transaction, owner));
    Outcome outcome;
    if (flags.mode == SchemaMode::Validate) {
        outcome.plan.warnings = TRY(validateSchema(tables, std::move(drafts)));
        return Changed<Outcome>{std::move(outcome), CatalogueEffect::None};
    }
    const DdlWriter ddl = TRY(DdlWriter::of(transaction));
    outcome.plan = TRY(planSchema(tables, std::move(drafts), ddl, flags.existing));
    const bool isDry = flags.mode == SchemaMode::DryRun;
    TRY(settleLosses(transaction, outcome.plan, isDry ? DataLoss::Allow : flags.loss));
    const std::optional<RevisionKind> recordedAs = flags.undoes ? std::optional(RevisionKind::Rollback) : std::nullopt;
    if (isDry) {
        TRY(lookAtRows(transaction, outcome.plan));
        for (TablePlan &table : outcome.plan.tables)
            table.revision = plannedRevision(table, owner, author, recordedAs);
    }
    outcome.needsRebuild = !isDry && outcome.plan.needsRebuild() && kind != sql::WriteKind::Rebuild;
    if (isDry || outcome.needsRebuild || changesNothing(outcome.plan))
        return Changed<Outcome>{std::move(outcome), CatalogueEffect::None};
    TRY(carryOut(transaction, owner, outcome.plan, author, recordedAs));
    if (flags.undoes)
        TRY(revisionstore::setStatus(transaction, *flags.undoes, RevisionStatus::RolledBack));
    return Changed<Outcome>{std::move(outcome), CatalogueEffect::Changed};
}

Later<SchemaPlan> defineTables(const Site &site, const QString &app, const DraftSource &drafts,
                               const SchemaFlags &flags, const Author &author, sql::WriteKind kind)
{
    return changeCatalogue(
               site,
               [=](sql::Transaction &transaction) { return define(transaction, app, drafts, flags, author, kind); },
               kind)
        .andThen([=](Outcome outcome) -> Later<SchemaPlan> {
            if (outcome.needsRebuild)
                return defineTables(site, app, drafts, flags, author, sql::WriteKind::Rebuild);
            return Result<SchemaPlan>(std::move(outcome.plan));
        });
}

} // namespace

Later<SchemaPlan> defineTables(const Site &site, const QString &app, DraftSource drafts, SchemaFlags flags,
                               Author author)
{
    return defineTables(site, app, drafts, flags, author, sql::WriteKind::Alone);
}

} // namespace tenantry::data
