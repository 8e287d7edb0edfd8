// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/session.h"

#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

struct PhysicalColumn
{
    std::string name;
    std::string type;      ///< as the engine spells it, without a collation: "text", "character varying(20)", "INTEGER"
    std::string collation; ///< empty: the engine's own, or the type has none
    bool notNull = false;
    std::string fallback;                                                   ///< SQL of the default; empty: none
    enum class Counter { None, Always, ByDefault } counter = Counter::None; ///< GENERATED AS IDENTITY
    bool computed = false;                                                  ///< GENERATED ALWAYS AS (...)
    std::string comment;
};

struct PhysicalForeignKey
{
    std::string name; ///< empty on SQLite
    std::vector<std::string> columns;
    std::string targetTable; ///< as the database calls it; empty: none of this site's
    std::vector<std::string> targetColumns;
    OnDelete onDelete = OnDelete::NoAction;
    bool deferred = true;
};

struct PhysicalIndex
{
    std::string name;
    std::vector<std::string> columns;
    bool unique = false;
    std::string method; ///< "btree", ...
    /// Of whole columns in ascending order, over all rows: all that a definition says of an index is above.
    bool plain = true;
    bool ofConstraint = false; ///< made for a UNIQUE of the table
    bool holdsKeys = false;    ///< foreign keys depend on it
};

struct PhysicalCheck
{
    std::string name; ///< empty: it has none
    std::string condition;
};

/// A table as the engine has it, whoever made it so. The index behind the primary key is not among the indexes.
struct PhysicalTable
{
    std::vector<PhysicalColumn> columns;
    std::string primaryKeyName; ///< empty on SQLite
    std::vector<std::string> primaryKey;
    std::vector<PhysicalForeignKey> foreignKeys;
    std::vector<PhysicalIndex> indexes;
    std::vector<PhysicalCheck> checks;
    bool hasSearch = false; ///< the index behind full-text search is there (search/searchindex.h)

    const PhysicalColumn *column(std::string_view name) const;
};

/// Nothing when the engine has no table of that name.
Result<std::optional<PhysicalTable>> readPhysicalTable(sql::Session &session, const std::string &physicalName);

} // namespace tenantry::data
