// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/draftedtables.h"

#include "core/data/definition/reflectedmarkers.h"
#include "core/data/documents/documentdefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/dependencyorder.h"
#include "core/json/writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

DraftedTables::DraftedTables(const AppTables &app, std::vector<TableDraft> drafts, ExistingTables existing)
    : m_app(app)
    , m_existing(existing)
{
    for (TableDraft &draft : drafts)
        m_tables.push_back({std::move(draft), {}});
}

std::vector<const DraftedTable *> DraftedTables::inOrder() const
{
    std::vector<const DraftedTable *> ordered;
    for (const std::size_t index : m_order)
        ordered.push_back(&m_tables[index]);
    return ordered;
}

Result<QStringList> DraftedTables::read()
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
    for (const DraftedTable &drafted : m_tables)
        warnings += drafted.draft.report.warnings();
    return warnings;
}

void DraftedTables::readDefinitions()
{
    for (DraftedTable &drafted : m_tables) {
        TableDraft &draft = drafted.draft;
        drafted.definition = TableDefinition::read(m_app.appSlug, draft.name, draft.definition, draft.definitionPath,
                                                   draft.report, draft.source);
        const TableRecord *before = existing(draft.name);
        json::Object *definition = drafted.definition.table.definition.object();
        if (before && definition && draft.source == DefinitionSource::Client)
            copyReflectedMarkers(before->table.definition, *definition);
        setProvider(drafted);
    }
}

void DraftedTables::setProvider(DraftedTable &drafted) const
{
    TableDraft &draft = drafted.draft;
    Table &table = drafted.definition.table;
    const TableRecord *before = existing(draft.name);
    table.providerType = before ? before->table.providerType : draft.providerType.value_or(table.providerType);
    if (draft.providerType.value_or(table.providerType) != table.providerType)
        draft.report.problem(draft.path / "provider_type", u"cannot be changed"_s);
}

void DraftedTables::refuseRepeatedNames()
{
    for (auto drafted = m_tables.begin(); drafted != m_tables.end(); ++drafted) {
        const auto same = [&](const DraftedTable &other) { return other.draft.name == drafted->draft.name; };
        if (std::any_of(m_tables.begin(), drafted, same))
            drafted->draft.report.problem(drafted->draft.path / "name", u"another table has this name"_s);
    }
}

/// What holds the edges of a table is defined by the server and planned like any other table.
void DraftedTables::addEdgesTables()
{
    const std::size_t drafts = m_tables.size();
    for (std::size_t i = 0; i < drafts; ++i) {
        const Table nodes = m_tables[i].definition.table;
        if (!m_tables[i].draft.report.acceptable() || !edgestable::isWantedBy(nodes))
            continue;
        DraftedTable edges;
        edges.draft.name = edgestable::name(nodes.name);
        edges.draft.path = m_tables[i].draft.path;
        edges.draft.definitionPath = m_tables[i].draft.definitionPath;
        edges.draft.definition = edgestable::definition(nodes);
        edges.draft.materialize = willBeMaterialized(m_tables[i].draft);
        edges.definition =
            TableDefinition::read(m_app.appSlug, edges.draft.name, edges.draft.definition, edges.draft.definitionPath,
                                  edges.draft.report, DefinitionSource::Server);
        m_tables.push_back(std::move(edges));
    }
}

void DraftedTables::sort()
{
    std::vector<const Table *> tables;
    for (const DraftedTable &drafted : m_tables)
        tables.push_back(&drafted.definition.table);
    DependencyOrder sorted = orderByDependency(tables);
    m_order = std::move(sorted.order);
    if (sorted.cycle.empty())
        return;
    QStringList names;
    for (const std::size_t index : sorted.cycle)
        names.append(QString::fromStdString(m_tables[index].draft.name));
    TableDraft &first = m_tables[sorted.cycle.front()].draft;
    first.report.problem(first.definitionPath / "foreignKeys",
                         u"these tables refer to each other in a circle: %1"_s.arg(names.join(u" -> "_s)));
}

const Table *DraftedTables::find(std::string_view name) const
{
    for (const DraftedTable &drafted : m_tables) {
        if (drafted.draft.name == name)
            return &drafted.definition.table;
    }
    const TableRecord *record = existing(name);
    return record ? &record->table : nullptr;
}

/// The same of any app of the site.
const Table *DraftedTables::find(const QString &app, std::string_view name) const
{
    if (app == m_app.appSlug)
        return find(name);
    const auto isIt = [&](const TableRecord &record) {
        return record.table.appSlug == app && record.table.name == name;
    };
    const auto other = std::find_if(m_app.others.begin(), m_app.others.end(), isIt);
    return other == m_app.others.end() ? nullptr : &other->table;
}

const TableRecord *DraftedTables::existing(std::string_view name) const
{
    const auto found = m_app.tables.find(name);
    return found == m_app.tables.end() ? nullptr : &found->second;
}

void DraftedTables::resolve()
{
    for (const std::size_t index : m_order) {
        DraftedTable &drafted = m_tables[index];
        drafted.definition.resolve([this](const QString &app, std::string_view name) { return find(app, name); },
                                   drafted.draft.definitionPath, drafted.draft.report);
        if (drafted.definition.table.keepsDocuments())
            adapt(drafted);
        requireMaterializedTargets(drafted);
    }
}

void DraftedTables::adapt(DraftedTable &drafted) const
{
    TableDraft &draft = drafted.draft;
    Table &table = drafted.definition.table;
    adaptToDocuments(table, draft.definitionPath, draft.report);
    const TableRecord *before = existing(draft.name);
    if (before && before->table.materialized && m_existing == ExistingTables::Change)
        refuseReshaping(before->table, table, drafted.definition.renames, draft.definitionPath, draft.report);
}

bool DraftedTables::willBeMaterialized(const TableDraft &draft) const
{
    const TableRecord *before = existing(draft.name);
    return draft.materialize.value_or(!before || before->table.materialized) || (before && before->table.materialized);
}

/// A foreign key is kept by the database, so both its tables must be there.
void DraftedTables::requireMaterializedTargets(DraftedTable &drafted)
{
    if (!willBeMaterialized(drafted.draft))
        return;
    const std::vector<ForeignKey> &keys = drafted.definition.table.foreignKeys;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Table *target = find(keys[i].targetApp, keys[i].targetTable);
        const auto draft = std::find_if(m_tables.begin(), m_tables.end(),
                                        [&](const DraftedTable &other) { return &other.definition.table == target; });
        const bool there = draft != m_tables.end() ? willBeMaterialized(draft->draft) : !target || target->materialized;
        if (!there)
            drafted.draft.report.problem(
                drafted.draft.definitionPath / "foreignKeys" / i / "reference" / "resource",
                u"the table '%1' is not materialized"_s.arg(QString::fromStdString(keys[i].targetTable)));
    }
}

bool DraftedTables::acceptable() const
{
    return std::all_of(m_tables.begin(), m_tables.end(),
                       [](const DraftedTable &drafted) { return drafted.draft.report.acceptable(); });
}

Error DraftedTables::problems() const
{
    SchemaReport report;
    std::vector<FieldError> fields;
    for (const DraftedTable &drafted : m_tables) {
        const std::vector<FieldError> &own = drafted.draft.report.problems();
        if (own.empty())
            continue;
        const Error error = Error::invalid(own);
        QStringList lines;
        for (const FieldError &field : own)
            lines.append(field.path + u": "_s + field.message);
        report.failures.push_back({drafted.draft.name, error.message, lines.join(u'\n')});
        fields.insert(fields.end(), own.begin(), own.end());
    }
    Error error = Error::invalid(std::move(fields));
    error.data = json::write(json::Value(report.toJson()));
    return error;
}

} // namespace tenantry::data
