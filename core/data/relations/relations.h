// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/relations/relation.h"

#include <map>
#include <string_view>

namespace tenantry::data {

/// The relations of one table by name.
///
/// | name                 | leads                                                          |
/// | a foreign key column | to the row it refers to; also without `_id`                    |
/// | a declared name      | as `reverseRelationships` or `manyToManyRelationships` say     |
/// | a table's name       | to the rows of that table which refer to this one              |
/// | `table!column`       | the same, where a table refers to this one in several columns  |
/// | a table's name       | through a junction, whose primary key is its two foreign keys  |
/// | `table!junction`     | the same, where several junctions lead there                   |
///
/// A foreign key of several columns has the name of the table it refers to. No relation has the name of a column that
/// is no foreign key, and of two with equal names the one further up in this list has it.
class TableRelations
{
public:
    /// Null when there is none of that name.
    RelationPtr find(std::string_view name) const;
    /// Sorted; a relation may have several.
    std::vector<std::string> names() const;
    /// Of the foreign keys, in the order they were declared.
    const std::vector<RelationPtr> &references() const { return m_references; }

private:
    friend class RelationFinder;

    std::map<std::string, RelationPtr, std::less<>> m_byName;
    std::vector<RelationPtr> m_references;
};

/// The relations among all tables of a site at one moment. Immutable.
class Relations
{
public:
    Relations() = default;
    /// Tables that refer to none of the given ones, or to what they do not have, have no such relation.
    explicit Relations(const std::vector<std::shared_ptr<const Table>> &tables);

    /// Of nothing to nothing.
    static const Relations &none();

    /// None for a table that is not among them.
    const TableRelations &of(const Table &table) const;

private:
    std::map<std::string, TableRelations, std::less<>> m_tables; ///< by physical name
};

} // namespace tenantry::data
