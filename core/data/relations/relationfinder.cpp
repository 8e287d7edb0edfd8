// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/relations/relationfinder.h"

#include "core/data/tablename.h"

#include <algorithm>

namespace tenantry::data {

namespace {

using Names = std::vector<std::string>;

/// Nothing when one of them is not there, or is of another type than its counterpart.
std::optional<std::vector<ColumnPair>> pairs(const Table &left, const Names &from, const Table &right, const Names &to)
{
    if (from.empty() || from.size() != to.size())
        return std::nullopt;
    std::vector<ColumnPair> columns;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto ours = left.columnIndex(from[i]);
        const auto theirs = right.columnIndex(to[i]);
        if (!ours || !theirs || left.columns[*ours].type != right.columns[*theirs].type)
            return std::nullopt;
        columns.push_back({*ours, *theirs});
    }
    return columns;
}

RelationPtr makeRelation(std::string name, RelationKind kind, std::vector<Hop> hops)
{
    return std::make_shared<const Relation>(Relation{std::move(name), kind, std::move(hops)});
}

/// From the row with the foreign key to the row it refers to.
std::optional<Hop> forward(const Table &table, const ForeignKey &key, const std::shared_ptr<const Table> &target)
{
    if (auto columns = pairs(table, key.columns, *target, key.targetColumns))
        return Hop{target, std::move(*columns)};
    return std::nullopt;
}

/// From the row that is referred to, to those that refer to it.
std::optional<Hop> backward(const Table &target, const ForeignKey &key, const std::shared_ptr<const Table> &table)
{
    if (auto columns = pairs(target, key.targetColumns, *table, key.columns))
        return Hop{table, std::move(*columns)};
    return std::nullopt;
}

/// "shelf" for "shelf_id".
std::optional<std::string> shortName(const std::string &column)
{
    constexpr std::string_view suffix = "_id";
    if (column.size() <= suffix.size() || !column.ends_with(suffix))
        return std::nullopt;
    return column.substr(0, column.size() - suffix.size());
}

/// Whether the columns of the two keys together are the primary key, each once.
bool arePrimaryKey(const Table &table, const ForeignKey &first, const ForeignKey &second)
{
    Names columns = first.columns;
    columns.insert(columns.end(), second.columns.begin(), second.columns.end());
    Names key;
    for (const std::size_t index : table.primaryKey)
        key.push_back(table.columns[index].name);
    std::sort(columns.begin(), columns.end());
    std::sort(key.begin(), key.end());
    return columns == key;
}

Names primaryKeyNames(const Table &table)
{
    Names names;
    for (const std::size_t index : table.primaryKey)
        names.push_back(table.columns[index].name);
    return names;
}

/// One column that an entry names, or what stands for it when it does not.
Names columnIn(const json::Value &entry, std::string_view member, const Names &otherwise)
{
    const json::Value &value = entry[member];
    return value.isString() ? Names{std::string(value.string())} : otherwise;
}

} // namespace

RelationFinder::RelationFinder(const std::vector<TablePtr> &tables)
{
    for (const TablePtr &table : tables)
        m_byPhysicalName.emplace(table->physicalName, table);
    for (const TablePtr &table : tables) {
        for (const ForeignKey &key : table->foreignKeys)
            m_references[key.targetPhysicalName].push_back({table, &key});
    }
}

TableRelations RelationFinder::relationsOf(const Table &table) const
{
    TableRelations found;
    if (table.keepsDocuments())
        return found; // their foreign keys are kept by nobody, so that there is nothing to rely on
    addReferences(table, found);
    addDeclared(table, found);
    addShortNames(table, found);
    addReverse(table, found);
    addJunctions(table, found);
    return found;
}

void RelationFinder::add(const Table &table, TableRelations &found, const std::string &name,
                         const RelationPtr &relation)
{
    if (!table.column(name))
        found.m_byName.emplace(name, relation);
}

void RelationFinder::addReferences(const Table &table, TableRelations &found) const
{
    for (const ForeignKey &key : table.foreignKeys) {
        const TablePtr target = physical(key.targetPhysicalName);
        std::optional<Hop> hop = target ? forward(table, key, target) : std::nullopt;
        if (!hop)
            continue;
        const bool plain = key.columns.size() == 1;
        std::string name = plain ? key.columns.front() : key.targetTable;
        if (const auto stem = plain ? shortName(name) : std::nullopt; stem && !table.column(*stem))
            name = *stem;
        const RelationPtr relation = makeRelation(name, RelationKind::ManyToOne, {std::move(*hop)});
        if (plain)
            found.m_byName.emplace(key.columns.front(), relation);
        found.m_references.push_back(relation);
    }
}

void RelationFinder::addDeclared(const Table &table, TableRelations &found) const
{
    const json::Value &reverse = table.definition["reverseRelationships"];
    if (reverse.isArray()) {
        for (const json::Value &entry : reverse.array())
            addDeclaredMany(table, entry, found);
    }
    const json::Value &manyToMany = table.definition["manyToManyRelationships"];
    if (manyToMany.isArray()) {
        for (const json::Value &entry : manyToMany.array())
            addDeclaredManyToMany(table, entry, found);
    }
}

void RelationFinder::addDeclaredMany(const Table &table, const json::Value &entry, TableRelations &found) const
{
    const TablePtr child = named(table, entry["foreignTable"].string());
    const std::string name(entry["name"].string());
    if (!child || name.empty())
        return;
    const Names key = columnIn(entry, "localKey", primaryKeyNames(table));
    if (auto columns = pairs(table, key, *child, columnIn(entry, "foreignKey", {})))
        add(table, found, name, makeRelation(name, RelationKind::OneToMany, {Hop{child, std::move(*columns)}}));
}

void RelationFinder::addDeclaredManyToMany(const Table &table, const json::Value &entry, TableRelations &found) const
{
    const TablePtr junction = named(table, entry["junctionTable"].string());
    const TablePtr target = named(table, entry["foreignTable"].string());
    const std::string name(entry["name"].string());
    if (!junction || !target || name.empty())
        return;
    auto near = pairs(table, columnIn(entry, "localKey", primaryKeyNames(table)), *junction,
                      columnIn(entry, "junctionLocalKey", {}));
    auto far = pairs(*junction, columnIn(entry, "junctionForeignKey", {}), *target,
                     columnIn(entry, "foreignKey", primaryKeyNames(*target)));
    if (near && far)
        add(table, found, name,
            makeRelation(name, RelationKind::ManyToMany,
                         {Hop{junction, std::move(*near)}, Hop{target, std::move(*far)}}));
}

/// Only now, since what is declared goes first.
void RelationFinder::addShortNames(const Table &table, TableRelations &found) const
{
    for (const RelationPtr &relation : found.m_references)
        add(table, found, relation->name, relation);
}

void RelationFinder::addReverse(const Table &table, TableRelations &found) const
{
    const std::vector<Reference> &references = referencesTo(table);
    for (const auto &[child, key] : references) {
        std::optional<Hop> hop = backward(table, *key, child);
        if (!hop)
            continue;
        const auto sameTable = [&child = child](const Reference &other) { return other.table->name == child->name; };
        const bool alone = std::count_if(references.begin(), references.end(), sameTable) == 1;
        const std::string precise = child->name + "!" + key->columns.front();
        const std::string &name = alone ? child->name : precise;
        const RelationPtr relation = makeRelation(name, RelationKind::OneToMany, {std::move(*hop)});
        add(table, found, precise, relation);
        if (alone)
            add(table, found, name, relation);
    }
}

void RelationFinder::addJunctions(const Table &table, TableRelations &found) const
{
    const std::vector<Junction> junctions = junctionsOf(table);
    for (const auto &[near, far] : junctions) {
        const TablePtr target = physical(far.key->targetPhysicalName);
        std::optional<Hop> first = backward(table, *near.key, near.table);
        std::optional<Hop> second = forward(*far.table, *far.key, target);
        if (!first || !second)
            continue;
        const auto sameTarget = [&far = far](const Junction &other) {
            return other.far.key->targetTable == far.key->targetTable;
        };
        const bool alone = std::count_if(junctions.begin(), junctions.end(), sameTarget) == 1;
        // Of a table with itself there are two through the same junction.
        const bool own = target->physicalName == table.physicalName;
        const std::string precise = target->name + "!" + (own ? far.key->columns.front() : near.table->name);
        const std::string &name = alone ? target->name : precise;
        const RelationPtr relation =
            makeRelation(name, RelationKind::ManyToMany, {std::move(*first), std::move(*second)});
        add(table, found, precise, relation);
        if (alone)
            add(table, found, name, relation);
    }
}

const std::vector<RelationFinder::Reference> &RelationFinder::referencesTo(const Table &table) const
{
    static const std::vector<Reference> none;
    const auto found = m_references.find(table.physicalName);
    return found == m_references.end() ? none : found->second;
}

std::vector<RelationFinder::Junction> RelationFinder::junctionsOf(const Table &table) const
{
    std::vector<Junction> junctions;
    for (const Reference &near : referencesTo(table)) {
        for (const ForeignKey &key : near.table->foreignKeys) {
            if (&key != near.key && arePrimaryKey(*near.table, *near.key, key) && physical(key.targetPhysicalName))
                junctions.push_back({near, {near.table, &key}});
        }
    }
    return junctions;
}

/// Entries name tables as the database does; as the app does is understood as well.
RelationFinder::TablePtr RelationFinder::named(const Table &from, std::string_view name) const
{
    if (TablePtr table = physical(name))
        return table;
    return physical(physicalTableName(from.appSlug, name));
}

RelationFinder::TablePtr RelationFinder::physical(std::string_view name) const
{
    const auto found = m_byPhysicalName.find(name);
    return found == m_byPhysicalName.end() ? nullptr : found->second;
}

} // namespace tenantry::data
