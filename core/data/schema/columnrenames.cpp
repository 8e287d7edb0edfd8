// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/columnrenames.h"

#include "core/data/definition/tabledefinition.h"

#include <algorithm>
#include <set>

namespace tenantry::data {

namespace {

bool comesFrom(const std::vector<ColumnRename> &renames, const std::string &name)
{
    return std::any_of(renames.begin(), renames.end(), [&](const ColumnRename &r) { return r.from == name; });
}

bool leadsTo(const std::vector<ColumnRename> &renames, const std::string &name)
{
    return std::any_of(renames.begin(), renames.end(), [&](const ColumnRename &r) { return r.to == name; });
}

/// Those whose old column is to go and whose new one is not there, unless others make it so.
std::vector<ColumnRename> meant(const Table &before, const Table &after,
                                const std::map<std::string, std::string> &asked)
{
    std::vector<ColumnRename> renames;
    for (const auto &[to, from] : asked) {
        if (from != to && before.column(from) && after.column(to) && !comesFrom(renames, from))
            renames.push_back({from, to});
    }
    const auto isNone = [&](const ColumnRename &rename) {
        return (before.column(rename.to) && !comesFrom(renames, rename.to)) ||
               (after.column(rename.from) && !leadsTo(renames, rename.from));
    };
    for (auto none = renames.begin(); (none = std::find_if(renames.begin(), renames.end(), isNone)) != renames.end();)
        renames.erase(none);
    return renames;
}

bool rename(std::vector<std::string> &names, const ColumnRename &rename)
{
    const auto found = std::find(names.begin(), names.end(), rename.from);
    if (found == names.end())
        return false;
    *found = rename.to;
    return true;
}

} // namespace

std::vector<ColumnRename> columnRenames(const Table &before, const Table &after,
                                        const std::map<std::string, std::string> &asked)
{
    std::vector<ColumnRename> waiting = meant(before, after, asked);
    std::set<std::string> taken;
    for (const Column &column : before.columns)
        taken.insert(column.name);
    const auto isFree = [&](const ColumnRename &rename) { return !taken.contains(rename.to); };
    std::vector<ColumnRename> ordered;
    for (auto next = waiting.begin(); (next = std::find_if(waiting.begin(), waiting.end(), isFree)) != waiting.end();) {
        taken.erase(next->from);
        taken.insert(next->to);
        ordered.push_back(*next);
        waiting.erase(next);
    }
    return ordered;
}

Table renamed(Table table, const ColumnRename &change)
{
    for (Column &column : table.columns) {
        if (column.name == change.from)
            column.name = change.to;
    }
    for (ForeignKey &key : table.foreignKeys) {
        rename(key.columns, change);
        if (key.targetPhysicalName == table.physicalName)
            rename(key.targetColumns, change);
    }
    for (Index &index : table.indexes)
        rename(index.columns, change);
    return table;
}

std::optional<Table> followingRenames(const Table &table, const Table &target, const std::vector<ColumnRename> &renames)
{
    Table changed = table;
    bool follows = false;
    for (std::size_t i = 0; i < changed.foreignKeys.size(); ++i) {
        ForeignKey &key = changed.foreignKeys[i];
        if (key.targetPhysicalName != target.physicalName)
            continue;
        for (const ColumnRename &change : renames)
            follows = rename(key.targetColumns, change) || follows;
        json::Array names;
        for (const std::string &name : key.targetColumns)
            names.emplace_back(name);
        json::Array &written = *changed.definition.object()->find("foreignKeys")->array();
        written[i].object()->find("reference")->object()->set("fields", json::Value(std::move(names)));
    }
    if (!follows)
        return std::nullopt;
    changed.schemaHash = definitionHash(changed.definition);
    return changed;
}

} // namespace tenantry::data
