// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/repeatedinsert.h"
#include "core/data/rows/rowwriter.h"

namespace tenantry::data {

/// Who keeps SQLite's index of the words in new rows.
enum class WordKeeping {
    ByEngine, ///< triggers, or nobody where the index is made anew afterwards
    ByLoader, ///< the triggers are away (searchindex.h); FTS5 then does not write its index out after every row
};

/// Writes many new rows that nobody wants to see, as fast as the engine takes them: nothing comes back, and statements
/// are put together once. Fails as RowWriter does. The plan and the context outlive it.
class RowLoader
{
public:
    RowLoader(sql::Transaction &transaction, const WritePlan &plan, const WriteContext &context, WordKeeping words);
    RowLoader(const RowLoader &) = delete;
    RowLoader &operator=(const RowLoader &) = delete;

    /// Whether new rows need no more than being written: no guards, no history, no rules of a graph.
    static bool isEnoughFor(const WritePlan &plan);

    /// `paths` stand before the fields of each row in errors.
    Result<void> load(std::span<const RowValues> rows, const QStringList &paths);

private:
    using Rows = std::span<const RowValues>;

    Result<void> loadEach(Rows rows);
    Result<void> loadTogether(Rows rows);
    Result<void> keepWords(const RowValues &row);

    sql::Transaction &m_transaction;
    const Table &m_table;
    SqlWriter m_sql;
    RowWriter m_writer; ///< finds out which row was refused
    const WordKeeping m_words;
    RepeatedInsert m_insert;
    Statement m_wordsStatement;
};

} // namespace tenantry::data
