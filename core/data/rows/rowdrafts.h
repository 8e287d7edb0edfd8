// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/rows/rowrenderer.h"

#include <span>
#include <unordered_map>
#include <unordered_set>

namespace tenantry::data {

/// Rows as JSON text with gaps for the related rows that are populated in them, and the keys by which those are found.
class RowDrafts : private RowMembers
{
public:
    /// What fills the gaps of one relation: JSON by key.
    using Found = std::unordered_map<std::string, QByteArray>;

    /// The cursor's columns are the projection's, then its hidden ones; `others` write members of theirs. All outlive
    /// it.
    RowDrafts(const Table &table, const Projection &projection, const RowRenderer &renderer, sql::Dialect dialect,
              std::span<RowMembers *const> others = {});

    void add(const sql::Cursor &row);
    std::size_t size() const { return m_rows.size(); }

    /// Keys that the rows lead to by one of the projection's relations, each once: a list for each column of its first
    /// hop, in step; neutral values (valuecodec.h) or what the engine writes for them.
    const std::vector<sql::Values> &keys(std::size_t populated) const { return m_places[populated].keys; }

    /// The text of a row, its gaps filled with what was found for each of the projection's relations.
    QByteArray filled(std::size_t row, const std::vector<Found> &found) const;

private:
    struct Gap
    {
        qsizetype at;
        std::size_t populated;
        std::string key; ///< empty when it leads nowhere
    };
    struct Draft
    {
        QByteArray text;
        std::vector<Gap> gaps;
    };
    struct Place
    {
        std::string member;                 ///< `"shelf":`
        std::optional<std::size_t> instead; ///< of which answered column
        std::string_view none;              ///< what is written when nothing is found
        std::vector<int> columns;           ///< of the cursor, that hold the key
        std::vector<ColumnType> types;
        std::vector<sql::Values> keys;
        std::unordered_set<std::string> known;
    };

    bool replace(std::size_t i, const sql::Cursor &row, json::Writer &writer) override;
    void add(const sql::Cursor &row, json::Writer &writer) override;
    void addGap(std::size_t populated, const sql::Cursor &row, json::Writer &writer);

    const RowRenderer &m_renderer;
    sql::Dialect m_dialect;
    std::vector<RowMembers *> m_members;
    std::vector<Place> m_places; ///< as the projection's relations
    std::vector<Draft> m_rows;
};

/// The values of some columns as one text that is equal for equal keys; empty when one is null.
std::string keyText(const sql::Cursor &row, std::span<const int> columns, std::span<const ColumnType> types);

} // namespace tenantry::data
