// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/relations/relations.h"

namespace tenantry::data {

/// Finds how tables are related: from their foreign keys and from what their definitions declare.
class RelationFinder
{
public:
    using TablePtr = std::shared_ptr<const Table>;

    explicit RelationFinder(const std::vector<TablePtr> &tables);

    TableRelations relationsOf(const Table &table) const;

private:
    /// A foreign key, and the table whose it is.
    struct Reference
    {
        TablePtr table;
        const ForeignKey *key;
    };
    /// Two foreign keys of one junction, as seen from the table that the first refers to.
    struct Junction
    {
        Reference near;
        Reference far;
    };

    void addReferences(const Table &table, TableRelations &found) const;
    void addDeclared(const Table &table, TableRelations &found) const;
    void addDeclaredMany(const Table &table, const json::Value &entry, TableRelations &found) const;
    void addDeclaredManyToMany(const Table &table, const json::Value &entry, TableRelations &found) const;
    void addShortNames(const Table &table, TableRelations &found) const;
    void addReverse(const Table &table, TableRelations &found) const;
    void addJunctions(const Table &table, TableRelations &found) const;

    const std::vector<Reference> &referencesTo(const Table &table) const;
    std::vector<Junction> junctionsOf(const Table &table) const;
    TablePtr named(const Table &from, std::string_view name) const;
    TablePtr physical(std::string_view name) const;

    static void add(const Table &table, TableRelations &found, const std::string &name, const RelationPtr &relation);

    std::map<std::string, TablePtr, std::less<>> m_byPhysicalName;
    std::map<std::string, std::vector<Reference>, std::less<>> m_references; ///< by whom they lead to
};

} // namespace tenantry::data
