// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/indexwriter.h"
#include "core/data/search/searchindex.h"
#include "core/data/table.h"
#include "core/sql/namespace.h"

#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// Writes the statements that make and change physical tables, in the dialect of one database and naming its schema.
/// How columns are kept is said in table.h, how constraints are called in constraintname.h. Pure, but for of().
class DdlWriter
{
public:
    /// `extension` is what the database has for indexes over vectors.
    explicit DdlWriter(const sql::Namespace &space, std::optional<VectorExtension> extension = {})
        : m_space(space)
        , m_extension(std::move(extension))
    {
    }

    /// For the database of a session.
    static Result<DdlWriter> of(sql::Session &session);

    /// Columns, checks, primary key and the foreign keys that need no index; not the indexes and comments. With `as`
    /// under another name, as the first step of a rebuild.
    std::string createTable(const Table &table, std::string_view as = {}) const;
    /// Whether a foreign key has to be added when the indexes are there: PostgreSQL takes one to a unique field of the
    /// same table only then.
    bool isAddedLast(const Table &table, const ForeignKey &key) const;
    std::string dropTable(std::string_view physicalName) const;
    std::string renameTable(std::string_view from, std::string_view to) const;

    /// The column with its own checks and, if it is one's only column, the foreign key.
    std::string addColumn(const Table &table, const Column &column) const;
    std::string dropColumn(const Table &table, const Column &column) const;

    /// Of the indexes that the definition lists; good as long as this.
    IndexWriter indexes() const { return {m_space, m_extension}; }
    /// The index behind a field's `unique`.
    std::string createUnique(const Table &table, const Column &column) const;
    std::string dropUnique(const Table &table, const Column &column) const;

    /// PostgreSQL only: SQLite alters no constraints.
    std::string addForeignKey(const Table &table, const ForeignKey &key) const;
    std::string dropForeignKey(const Table &table, const ForeignKey &key) const;

    /// PostgreSQL only: SQLite has no comments. Empty text takes the comment away.
    std::string setComment(const Table &table, const Column &column, std::string_view comment) const;

    /// The index behind full-text search (search/searchindex.h).
    std::string createSearch(const Table &table) const { return createSearchIndex(m_space, table); }
    std::string dropSearch(const Table &table) const { return dropSearchIndex(m_space, table); }
    /// Drops the table with what is kept beside it.
    std::string removeTable(const Table &table) const;

    /// The type as the engine spells it, with its collation.
    std::string columnType(const Column &column) const;
    /// What a row that leaves the column out gets; empty when that is null, or the next number of a counter.
    std::string defaultExpression(const Column &column) const;

    const sql::Namespace &space() const { return m_space; }
    sql::Dialect dialect() const { return m_space.dialect(); }

private:
    std::string columnDefinition(const Table &table, const Column &column) const;
    std::string checks(const Table &table, const Column &column) const;
    std::string foreignKey(const ForeignKey &key) const;

    sql::Namespace m_space;
    std::optional<VectorExtension> m_extension;
};

} // namespace tenantry::data
