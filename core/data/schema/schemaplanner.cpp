// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemaplanner.h"

#include "core/data/graph/edgestable.h"
#include "core/data/schema/documentchanges.h"
#include "core/data/schema/draftedtables.h"
#include "core/data/schema/edgesplan.h"
#include "core/data/schema/tablechanges.h"
#include "core/json/writer.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

class Planner
{
public:
    Planner(const AppTables &app, std::vector<TableDraft> drafts, const DdlWriter &ddl, ExistingTables existing)
        : m_app(app)
        , m_ddl(ddl)
        , m_existing(existing)
        , m_drafts(m_app, std::move(drafts), existing)
    {
    }

    Result<SchemaPlan> plan()
    {
        SchemaPlan plan;
        plan.warnings = TRY(m_drafts.read());
        std::set<std::string> following = followRenames(plan);
        for (const DraftedTable *draft : m_drafts.inOrder()) {
            plan.tables.push_back(planTable(*draft));
            if (plan.tables.back().action != TableAction::Unchanged)
                following.erase(plan.tables.back().record.table.name);
        }
        for (const std::string &name : following)
            plan.followers.push_back(m_app.tables.at(name));
        TRY(refuseImpossibleChanges(plan));
        return plan;
    }

private:
    /// Tables that refer to a renamed column refer to it by its new name.
    std::set<std::string> followRenames(SchemaPlan &plan)
    {
        std::set<std::string> following;
        for (const DraftedTable &drafted : m_drafts.tables()) {
            const TableRecord *before = m_drafts.existing(drafted.draft.name);
            if (!before)
                continue;
            const Table target = before->table;
            const std::vector<ColumnRename> renames =
                columnRenames(target, drafted.definition.table, drafted.definition.renames);
            for (auto &[name, record] : m_app.tables) {
                if (name == target.name)
                    continue;
                if (std::optional<Table> follower = followingRenames(record.table, target, renames)) {
                    record.table = std::move(*follower);
                    following.insert(name);
                }
            }
            for (TableRecord &record : m_app.others) {
                if (std::optional<Table> follower = followingRenames(record.table, target, renames)) {
                    record.table = std::move(*follower);
                    plan.followers.push_back(record);
                }
            }
        }
        return following;
    }

    TablePlan planTable(const DraftedTable &drafted) const
    {
        TablePlan plan;
        const TableRecord *before = m_drafts.existing(drafted.draft.name);
        if (before)
            plan.record = *before;
        const std::int64_t id = plan.record.table.id;
        const QString title = plan.record.table.title;
        const QString description = plan.record.table.description;
        plan.record.table = drafted.definition.table;
        plan.record.table.id = id;
        plan.record.table.title = drafted.draft.title.value_or(title);
        plan.record.table.description = drafted.draft.description.value_or(description);
        plan.record.providerConfig = drafted.draft.providerConfig.value_or(plan.record.providerConfig);
        plan.record.auditEnabled = drafted.draft.auditEnabled.value_or(plan.record.auditEnabled);
        plan.record.assignedTo = drafted.draft.assignedTo.value_or(plan.record.assignedTo);
        plan.record.table.materialized = m_drafts.willBeMaterialized(drafted.draft);
        const bool wasMaterialized = before && before->table.materialized;
        if (before)
            plan.before = before->table;
        if (!before) {
            plan.action = TableAction::Created;
        } else if (m_existing == ExistingTables::Recreate || wasMaterialized != plan.record.table.materialized ||
                   before->table.schemaHash != plan.record.table.schemaHash) {
            plan.action = TableAction::Updated;
        } else if (differBesideDefinition(*before, plan.record)) {
            plan.action = TableAction::Updated;
            return plan;
        } else {
            return plan;
        }
        planOperations(drafted, plan);
        if (before)
            planEdgesDrop(before->table, plan);
        return plan;
    }

    void planOperations(const DraftedTable &drafted, TablePlan &plan) const
    {
        const Table &table = plan.record.table;
        if (!table.materialized)
            return;
        if (!plan.before || !plan.before->materialized) {
            plan.operations = edgestable::isOne(table) ? planEdgesCreation(table, m_ddl) : planCreation(table, m_ddl);
        } else if (m_existing == ExistingTables::Recreate) {
            plan.operations = recreation(*plan.before, table);
        } else if (table.keepsDocuments()) {
            plan.operations = planDocumentChanges(*plan.before, table, m_ddl);
        } else {
            plan.renames = columnRenames(*plan.before, table, drafted.definition.renames);
            plan.operations =
                planChange({*plan.before, referencesTo(*plan.before)}, table, drafted.definition.renames, m_ddl);
        }
    }

    void planEdgesDrop(const Table &before, TablePlan &plan) const
    {
        const TableRecord *edges = m_drafts.existing(edgestable::name(before.name));
        if (!edges || !edgestable::isOne(edges->table) || edgestable::isWantedBy(plan.record.table))
            return;
        if (edges->table.materialized)
            plan.operations.push_back(data::planEdgesDrop(edges->table, m_ddl));
        plan.droppedEdges = edges->table.id;
    }

    static bool differBesideDefinition(const TableRecord &left, const TableRecord &right)
    {
        return left.table.title != right.table.title || left.table.description != right.table.description ||
               left.providerConfig != right.providerConfig || left.auditEnabled != right.auditEnabled ||
               left.assignedTo != right.assignedTo;
    }

    std::vector<SchemaOperation> recreation(const Table &before, const Table &after) const
    {
        std::vector<SchemaOperation> operations = planRecreation(before, after, m_ddl);
        if (!referencesTo(before).empty()) {
            operations.front().refused = true;
            operations.front().reason = u"other tables refer to it"_s;
        }
        return operations;
    }

    std::vector<const ForeignKey *> referencesTo(const Table &target) const
    {
        std::vector<const ForeignKey *> keys;
        const auto addKeysOf = [&](const Table &table) {
            for (const ForeignKey &key : table.foreignKeys) {
                if (table.materialized && key.targetPhysicalName == target.physicalName && table.id != target.id)
                    keys.push_back(&key);
            }
        };
        for (const auto &[name, record] : m_app.tables)
            addKeysOf(record.table);
        for (const TableRecord &record : m_app.others)
            addKeysOf(record.table);
        return keys;
    }

    Result<void> refuseImpossibleChanges(const SchemaPlan &plan) const
    {
        SchemaReport report = plan.report();
        json::Array refused;
        QString first;
        for (const TablePlan &table : plan.tables) {
            QStringList reasons;
            for (const SchemaOperation &operation : table.operations) {
                if (!operation.refused)
                    continue;
                refused.push_back(toJson(operation));
                const QString subject = QString::fromStdString(operation.column);
                reasons.append(subject.isEmpty() ? operation.reason : u"'%1': %2"_s.arg(subject, operation.reason));
            }
            if (reasons.isEmpty())
                continue;
            const QString name = QString::fromStdString(table.record.table.name);
            const QString message = u"The table '%1' cannot be changed like this."_s.arg(name);
            report.failures.push_back({table.record.table.name, message, reasons.join(u'\n')});
            if (first.isEmpty())
                first = message + u' ' + reasons.first();
        }
        if (refused.empty())
            return {};
        json::Object data = report.toJson();
        data.set("operations", std::move(refused));
        Error error =
            Error::make(ErrorCode::Conflict, first, u"Take away first what refers to it; nothing was changed."_s);
        error.data = json::write(json::Value(std::move(data)));
        return failure(std::move(error));
    }

    AppTables m_app;
    const DdlWriter &m_ddl;
    ExistingTables m_existing;
    DraftedTables m_drafts;
};

} // namespace

SchemaReport SchemaPlan::report() const
{
    SchemaReport report;
    for (const TablePlan &plan : tables) {
        const Table &table = plan.record.table;
        if (!edgestable::isOne(table)) {
            report.tables.push_back({table.name, plan.action, table.physicalName, plan.operations});
            continue;
        }
        // Reported as steps of the table whose edges they are, which comes before.
        for (TableOutcome &outcome : report.tables) {
            if (edgestable::name(outcome.name) == table.name)
                outcome.operations.insert(outcome.operations.end(), plan.operations.begin(), plan.operations.end());
        }
    }
    report.warnings = warnings;
    return report;
}

bool SchemaPlan::needsRebuild() const
{
    return std::any_of(tables.begin(), tables.end(), [](const TablePlan &plan) {
        return std::any_of(plan.operations.begin(), plan.operations.end(),
                           [](const SchemaOperation &operation) { return operation.way == OperationWay::Rebuild; });
    });
}

bool TablePlan::changesSchema() const
{
    return action == TableAction::Created || !operations.empty() ||
           (before && before->schemaHash != record.table.schemaHash);
}

Result<SchemaPlan> planSchema(const AppTables &app, std::vector<TableDraft> drafts, const DdlWriter &ddl,
                              ExistingTables existing)
{
    return Planner(app, std::move(drafts), ddl, existing).plan();
}

Result<QStringList> validateSchema(const AppTables &app, std::vector<TableDraft> drafts)
{
    return DraftedTables(app, std::move(drafts), ExistingTables::Change).read();
}

} // namespace tenantry::data
