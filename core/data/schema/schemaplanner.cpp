// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemaplanner.h"

#include "core/data/definition/reflectedmarkers.h"
#include "core/data/documents/documentdefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/dependencyorder.h"
#include "core/data/schema/documentchanges.h"
#include "core/data/schema/edgesplan.h"
#include "core/data/schema/tablechanges.h"
#include "core/json/writer.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// A draft on its way to a plan.
struct Candidate
{
    TableDraft draft;
    TableDefinition definition;
};

class Planner
{
public:
    Planner(const AppTables &app, std::vector<TableDraft> drafts, const DdlWriter &ddl, ExistingTables existing)
        : m_app(app)
        , m_ddl(ddl)
        , m_existing(existing)
    {
        for (TableDraft &draft : drafts)
            m_candidates.push_back({std::move(draft), {}});
    }

    Result<QStringList> validate()
    {
        readDefinitions();
        refuseRepeatedNames();
        addEdgesTables();
        if (acceptable())
            sort();
        if (acceptable())
            resolve();
        if (!acceptable())
            return failure(problems());
        QStringList warnings;
        for (const Candidate &candidate : m_candidates)
            warnings += candidate.draft.report.warnings();
        return warnings;
    }

    Result<SchemaPlan> plan()
    {
        SchemaPlan plan;
        plan.warnings = TRY(validate());
        std::set<std::string> following = followRenames(plan);
        for (const std::size_t index : m_order) {
            plan.tables.push_back(planTable(m_candidates[index]));
            if (plan.tables.back().action != TableAction::Unchanged)
                following.erase(plan.tables.back().record.table.name);
        }
        for (const std::string &name : following)
            plan.followers.push_back(m_app.tables.at(name));
        TRY(refuseImpossibleChanges(plan));
        return plan;
    }

private:
    void readDefinitions()
    {
        for (Candidate &candidate : m_candidates) {
            TableDraft &draft = candidate.draft;
            candidate.definition = TableDefinition::read(m_app.appSlug, draft.name, draft.definition,
                                                         draft.definitionPath, draft.report, draft.source);
            const TableRecord *before = existing(draft.name);
            json::Object *definition = candidate.definition.table.definition.object();
            if (before && definition && draft.source == DefinitionSource::Client)
                copyReflectedMarkers(before->table.definition, *definition);
            setProvider(candidate);
        }
    }

    void setProvider(Candidate &candidate) const
    {
        TableDraft &draft = candidate.draft;
        Table &table = candidate.definition.table;
        const TableRecord *before = existing(draft.name);
        table.providerType = before ? before->table.providerType : draft.providerType.value_or(table.providerType);
        if (draft.providerType.value_or(table.providerType) != table.providerType)
            draft.report.problem(draft.path / "provider_type", u"cannot be changed"_s);
    }

    void refuseRepeatedNames()
    {
        for (auto candidate = m_candidates.begin(); candidate != m_candidates.end(); ++candidate) {
            const auto same = [&](const Candidate &other) { return other.draft.name == candidate->draft.name; };
            if (std::any_of(m_candidates.begin(), candidate, same))
                candidate->draft.report.problem(candidate->draft.path / "name", u"another table has this name"_s);
        }
    }

    /// What holds the edges of a table is defined by the server and planned like any other table.
    void addEdgesTables()
    {
        const std::size_t drafts = m_candidates.size();
        for (std::size_t i = 0; i < drafts; ++i) {
            const Table nodes = m_candidates[i].definition.table;
            if (!m_candidates[i].draft.report.acceptable() || !edgestable::isWantedBy(nodes))
                continue;
            Candidate edges;
            edges.draft.name = edgestable::name(nodes.name);
            edges.draft.path = m_candidates[i].draft.path;
            edges.draft.definitionPath = m_candidates[i].draft.definitionPath;
            edges.draft.definition = edgestable::definition(nodes);
            edges.draft.materialize = willBeMaterialized(m_candidates[i].draft);
            edges.definition =
                TableDefinition::read(m_app.appSlug, edges.draft.name, edges.draft.definition,
                                      edges.draft.definitionPath, edges.draft.report, DefinitionSource::Server);
            m_candidates.push_back(std::move(edges));
        }
    }

    void sort()
    {
        std::vector<const Table *> tables;
        for (const Candidate &candidate : m_candidates)
            tables.push_back(&candidate.definition.table);
        DependencyOrder sorted = orderByDependency(tables);
        m_order = std::move(sorted.order);
        if (sorted.cycle.empty())
            return;
        QStringList names;
        for (const std::size_t index : sorted.cycle)
            names.append(QString::fromStdString(m_candidates[index].draft.name));
        TableDraft &first = m_candidates[sorted.cycle.front()].draft;
        first.report.problem(first.definitionPath / "foreignKeys",
                             u"these tables refer to each other in a circle: %1"_s.arg(names.join(u" -> "_s)));
    }

    const Table *find(std::string_view name) const
    {
        for (const Candidate &candidate : m_candidates) {
            if (candidate.draft.name == name)
                return &candidate.definition.table;
        }
        const TableRecord *record = existing(name);
        return record ? &record->table : nullptr;
    }

    /// The same of any app of the site.
    const Table *find(const QString &app, std::string_view name) const
    {
        if (app == m_app.appSlug)
            return find(name);
        const auto isIt = [&](const TableRecord &record) {
            return record.table.appSlug == app && record.table.name == name;
        };
        const auto other = std::find_if(m_app.others.begin(), m_app.others.end(), isIt);
        return other == m_app.others.end() ? nullptr : &other->table;
    }

    const TableRecord *existing(std::string_view name) const
    {
        const auto found = m_app.tables.find(name);
        return found == m_app.tables.end() ? nullptr : &found->second;
    }

    void resolve()
    {
        for (const std::size_t index : m_order) {
            Candidate &candidate = m_candidates[index];
            candidate.definition.resolve([this](const QString &app, std::string_view name) { return find(app, name); },
                                         candidate.draft.definitionPath, candidate.draft.report);
            if (candidate.definition.table.keepsDocuments())
                adapt(candidate);
            requireMaterializedTargets(candidate);
        }
    }

    void adapt(Candidate &candidate) const
    {
        TableDraft &draft = candidate.draft;
        Table &table = candidate.definition.table;
        adaptToDocuments(table, draft.definitionPath, draft.report);
        const TableRecord *before = existing(draft.name);
        if (before && before->table.materialized && m_existing == ExistingTables::Change)
            refuseReshaping(before->table, table, candidate.definition.renames, draft.definitionPath, draft.report);
    }

    bool willBeMaterialized(const TableDraft &draft) const
    {
        const TableRecord *before = existing(draft.name);
        return draft.materialize.value_or(!before || before->table.materialized) ||
               (before && before->table.materialized);
    }

    /// A foreign key is kept by the database, so both its tables must be there.
    void requireMaterializedTargets(Candidate &candidate)
    {
        if (!willBeMaterialized(candidate.draft))
            return;
        const std::vector<ForeignKey> &keys = candidate.definition.table.foreignKeys;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const Table *target = find(keys[i].targetApp, keys[i].targetTable);
            const auto draft = std::find_if(m_candidates.begin(), m_candidates.end(),
                                            [&](const Candidate &other) { return &other.definition.table == target; });
            const bool there =
                draft != m_candidates.end() ? willBeMaterialized(draft->draft) : !target || target->materialized;
            if (!there)
                candidate.draft.report.problem(
                    candidate.draft.definitionPath / "foreignKeys" / i / "reference" / "resource",
                    u"the table '%1' is not materialized"_s.arg(QString::fromStdString(keys[i].targetTable)));
        }
    }

    /// Tables that refer to a renamed column refer to it by its new name.
    std::set<std::string> followRenames(SchemaPlan &plan)
    {
        std::set<std::string> following;
        for (const Candidate &candidate : m_candidates) {
            const TableRecord *before = existing(candidate.draft.name);
            if (!before)
                continue;
            const Table target = before->table;
            const std::vector<ColumnRename> renames =
                columnRenames(target, candidate.definition.table, candidate.definition.renames);
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

    bool acceptable() const
    {
        return std::all_of(m_candidates.begin(), m_candidates.end(),
                           [](const Candidate &candidate) { return candidate.draft.report.acceptable(); });
    }

    Error problems() const
    {
        SchemaReport report;
        std::vector<FieldError> fields;
        for (const Candidate &candidate : m_candidates) {
            const std::vector<FieldError> &own = candidate.draft.report.problems();
            if (own.empty())
                continue;
            const Error error = Error::invalid(own);
            QStringList lines;
            for (const FieldError &field : own)
                lines.append(field.path + u": "_s + field.message);
            report.failures.push_back({candidate.draft.name, error.message, lines.join(u'\n')});
            fields.insert(fields.end(), own.begin(), own.end());
        }
        Error error = Error::invalid(std::move(fields));
        error.data = json::write(json::Value(report.toJson()));
        return error;
    }

    TablePlan planTable(const Candidate &candidate) const
    {
        TablePlan plan;
        const TableRecord *before = existing(candidate.draft.name);
        if (before)
            plan.record = *before;
        const std::int64_t id = plan.record.table.id;
        const QString title = plan.record.table.title;
        const QString description = plan.record.table.description;
        plan.record.table = candidate.definition.table;
        plan.record.table.id = id;
        plan.record.table.title = candidate.draft.title.value_or(title);
        plan.record.table.description = candidate.draft.description.value_or(description);
        plan.record.providerConfig = candidate.draft.providerConfig.value_or(plan.record.providerConfig);
        plan.record.auditEnabled = candidate.draft.auditEnabled.value_or(plan.record.auditEnabled);
        plan.record.assignedTo = candidate.draft.assignedTo.value_or(plan.record.assignedTo);
        plan.record.table.materialized = willBeMaterialized(candidate.draft);
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
        planOperations(candidate, plan);
        if (before)
            planEdgesDrop(before->table, plan);
        return plan;
    }

    void planOperations(const Candidate &candidate, TablePlan &plan) const
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
            plan.renames = columnRenames(*plan.before, table, candidate.definition.renames);
            plan.operations =
                planChange({*plan.before, referencesTo(*plan.before)}, table, candidate.definition.renames, m_ddl);
        }
    }

    void planEdgesDrop(const Table &before, TablePlan &plan) const
    {
        const TableRecord *edges = existing(edgestable::name(before.name));
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
    std::vector<Candidate> m_candidates;
    std::vector<std::size_t> m_order;
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

Result<QStringList> validateSchema(const AppTables &app, std::vector<TableDraft> drafts, const DdlWriter &ddl)
{
    return Planner(app, std::move(drafts), ddl, ExistingTables::Change).validate();
}

} // namespace tenantry::data
