// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/data/vectors/vectorextension.h"
#include "core/sql/namespace.h"

#include <string>

namespace tenantry::data {

/// Writes the statements that make and drop the indexes which a definition declares, in the dialect of one database and
/// naming its schema. Their expressions and conditions are parsed and written anew. Pure.
class IndexWriter
{
public:
    /// `extension` is what the database has for indexes over vectors. Both outlive it.
    IndexWriter(const sql::Namespace &space, const std::optional<VectorExtension> &extension)
        : m_space(space)
        , m_extension(extension)
    {
    }

    /// Whether the database makes such an index at all. SQLite has B-trees alone: `hash` and `brin` are one there, and
    /// what a B-tree cannot hold is not indexed. PostgreSQL has indexes over vectors from pgvector.
    bool makes(const Table &table, const Index &index) const;
    /// What is to be said about the index that is made; empty when it is what was asked for.
    QString remarkOn(const Table &table, const Index &index) const;

    /// Both empty when the database makes no such index.
    std::string create(const Table &table, const Index &index) const;
    std::string drop(const Table &table, const Index &index) const;

private:
    std::string subject(const Table &table, const Index &index) const;
    QString whyNotMade(const Table &table, const Index &index) const;

    const sql::Namespace &m_space;
    const std::optional<VectorExtension> &m_extension;
};

} // namespace tenantry::data
