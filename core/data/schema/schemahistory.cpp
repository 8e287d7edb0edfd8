// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemahistory.h"

#include "core/apps/appmanager.h"
#include "core/data/cataloguechange.h"
#include "core/data/schema/tablechanges.h"
#include "core/data/schema/tabledrop.h"
#include "core/data/schema/tablelookup.h"
#include "core/data/schema/tablestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

Result<SchemaRevision> existingRevision(sql::Session &session, const apps::App &app, const QString &table,
                                        const QString &revisionId)
{
    auto revision = TRY(revisionstore::find(session, app.id, table.toStdString(), revisionId));
    if (!revision)
        return failure(ErrorCode::NotFound, u"There is no operation '%1' of the table '%2'."_s.arg(revisionId, table));
    return std::move(*revision);
}

Result<void> requireUndoable(const SchemaRevision &revision)
{
    if (revision.status == RevisionStatus::RolledBack)
        return failure(ErrorCode::Conflict, u"This operation is rolled back already."_s);
    if (!revision.reversible)
        return failure(ErrorCode::Conflict, u"This operation cannot be rolled back."_s,
                       u"What it has changed cannot be made what it was."_s);
    return {};
}

/// What is undone must be the last that happened to the definition.
Result<void> requireUnchangedSince(const SchemaRevision &revision, const std::optional<TableRecord> &record)
{
    const std::optional<std::string> hash = record ? std::optional(record->table.schemaHash) : std::nullopt;
    if (hash == revision.newHash)
        return {};
    return failure(ErrorCode::Conflict,
                   u"The table '%1' has changed since."_s.arg(QString::fromStdString(revision.table)),
                   u"Roll the later operations back first."_s);
}

/// The definition before, which says which of today's fields its fields are.
json::Value definitionBefore(const SchemaRevision &revision)
{
    json::Value definition = *revision.oldDefinition;
    json::Object *members = definition.object();
    json::Value *fields = members ? members->find("fields") : nullptr;
    if (!fields || !fields->isArray())
        return definition;
    for (json::Value &field : *fields->array()) {
        for (const auto &[to, from] : revision.renames) {
            if (field["name"].string() == from)
                field.object()->set("x-rename-from", to);
        }
    }
    return definition;
}

/// The draft that leads back to a definition.
Result<std::vector<TableDraft>> draftBefore(sql::Transaction &transaction, const apps::App &app,
                                            const SchemaRevision &revision)
{
    TRY(requireUndoable(revision));
    TRY(requireUnchangedSince(revision, TRY(tablestore::find(transaction, app.id, revision.table))));
    json::Object entry;
    entry.set("name", revision.table);
    entry.set("json_schema", definitionBefore(revision));
    TableDraft draft = readTableDraft(app.slug, json::Value(std::move(entry)), DraftForm::Table, JsonPath());
    draft.source = DefinitionSource::Server; // the markers that it had come back
    return std::vector<TableDraft>{std::move(draft)};
}

/// Undoes a change of a table that there was before, also when it was dropped.
Later<SchemaRevision> redefine(const Site &site, const QString &app, const SchemaRevision &revision, SchemaFlags flags,
                               const Author &author)
{
    flags.loss = DataLoss::Allow;
    flags.undoes = revision.id;
    const auto source = [table = QString::fromStdString(revision.table), id = revision.revisionId](
                            sql::Transaction &transaction, const apps::App &owner) -> Result<std::vector<TableDraft>> {
        return draftBefore(transaction, owner, TRY(existingRevision(transaction, owner, table, id)));
    };
    return defineTables(site, app, source, flags, author).map([](Result<SchemaPlan> plan) -> Result<SchemaRevision> {
        TablePlan table = std::move(TRY(std::move(plan)).tables.front());
        if (!table.revision)
            return failure(ErrorCode::Conflict, u"There is nothing to roll back."_s);
        return std::move(*table.revision);
    });
}

/// Undoes the change that made the table.
Result<Changed<SchemaRevision>> dropAgain(sql::Transaction &transaction, const QString &app, const QString &table,
                                          const QString &revisionId, const SchemaFlags &flags, const Author &author)
{
    TRY(limitTime(transaction, flags.limit));
    const apps::App owner = TRY(existingApp(transaction, app));
    const SchemaRevision revision = TRY(existingRevision(transaction, owner, table, revisionId));
    TRY(requireUndoable(revision));
    const std::optional<TableRecord> record = TRY(tablestore::find(transaction, owner.id, revision.table));
    TRY(requireUnchangedSince(revision, record));
    TRY(changeableTable(transaction, owner, table));
    if (flags.mode != SchemaMode::Apply) {
        const DdlWriter ddl = TRY(DdlWriter::of(transaction));
        TablePlan plan;
        plan.before = record->table;
        plan.record = *record;
        plan.operations.push_back(planRemoval(record->table, ddl));
        return Changed<SchemaRevision>{plannedRevision(plan, owner, author, RevisionKind::Rollback),
                                       CatalogueEffect::None};
    }
    TRY(dropTable(transaction, owner, *record, DropKind::Refuse, author, RevisionKind::Rollback));
    TRY(revisionstore::setStatus(transaction, revision.id, RevisionStatus::RolledBack));
    const auto page = TRY(revisionstore::ofTable(transaction, owner.id, revision.table, 0, 1));
    return Changed<SchemaRevision>{page.revisions.front(), CatalogueEffect::Changed};
}

} // namespace

Result<revisionstore::Page> SchemaHistory::list(const Site &site, const SitePrincipal &principal, const QString &app,
                                                const QString &table, std::int64_t offset, std::int64_t limit) const
{
    TRY(apps::requireAppManager(principal));
    return site.read([&](sql::Session &session) -> Result<revisionstore::Page> {
        const apps::App owner = TRY(existingApp(session, app));
        auto page = TRY(revisionstore::ofTable(session, owner.id, table.toStdString(), offset, limit));
        if (page.total == 0)
            TRY(shownTable(session, owner, table));
        return page;
    });
}

Later<SchemaRevision> SchemaHistory::rollBack(const Site &site, const SitePrincipal &principal, const QString &app,
                                              const QString &table, const QString &revisionId, SchemaMode mode) const
{
    if (!principal.superuser)
        return failure(ErrorCode::Forbidden, u"Only superusers of the site roll operations back."_s);
    const Author author{principal.id, m_clock.now()};
    const SchemaRevision revision = TRY(site.read([&](sql::Session &session) -> Result<SchemaRevision> {
        return existingRevision(session, TRY(existingApp(session, app)), table, revisionId);
    }));
    SchemaFlags flags;
    flags.mode = mode;
    flags.limit = m_limit;
    if (!revision.oldDefinition)
        return changeCatalogue(
            site,
            [=](sql::Transaction &transaction) {
                return dropAgain(transaction, app, table, revisionId, flags, author);
            },
            sql::WriteKind::Rebuild);
    return redefine(site, app, revision, flags, author);
}

} // namespace tenantry::data
