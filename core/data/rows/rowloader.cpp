// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowloader.h"

#include "core/data/search/searchindex.h"

#include <algorithm>

namespace tenantry::data {

namespace {

bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::UniqueViolation || code == ErrorCode::NotNullViolation ||
           code == ErrorCode::CheckViolation || code == ErrorCode::ForeignKeyViolation;
}

} // namespace

RowLoader::RowLoader(sql::Transaction &transaction, const WritePlan &plan, const WriteContext &context,
                     WordKeeping words)
    : m_transaction(transaction)
    , m_table(*plan.table)
    , m_sql(transaction.space())
    , m_writer(transaction, plan, context)
    , m_words(words)
    , m_insert(m_table, transaction.dialect(), [this](const RowValues &row) {
        return m_sql.load(m_table, {&row, 1});
    })
{
    if (m_words == WordKeeping::ByLoader)
        m_wordsStatement = {keepWordsOfLastRow(m_table), sql::Values(m_table.search->fields.size())};
}

bool RowLoader::isEnoughFor(const WritePlan &plan)
{
    const Table &table = *plan.table;
    return plan.allowed.empty() && !table.audited && !table.nodes && !(table.graph && table.graph->selfReference);
}

Result<void> RowLoader::load(Rows rows, const QStringList &paths)
{
    const bool together = m_transaction.dialect() == sql::Dialect::Postgres;
    Result<void> loaded = m_transaction.nested([&] { return together ? loadTogether(rows) : loadEach(rows); });
    if (loaded || !isRefusal(loaded.error().code))
        return loaded;
    TRY(m_writer.insert(rows, paths));
    // Refused once and then not: only PostgreSQL, where others write at the same time.
    return together ? Result<void>() : loaded;
}

Result<void> RowLoader::loadEach(Rows rows)
{
    for (const RowValues &row : rows) {
        const Statement &statement = m_insert.of(row);
        TRY(m_transaction.connection().execute(statement.text, statement.values));
        if (m_words == WordKeeping::ByLoader)
            TRY(keepWords(row));
    }
    return {};
}

Result<void> RowLoader::keepWords(const RowValues &row)
{
    std::size_t parameter = 0;
    for (const Search::Field &field : m_table.search->fields)
        m_wordsStatement.values[parameter++] = row[field.column].value_or(sql::Value());
    TRY(m_transaction.connection().execute(m_wordsStatement.text, m_wordsStatement.values));
    return {};
}

Result<void> RowLoader::loadTogether(Rows rows)
{
    while (!rows.empty()) {
        const auto end = std::find_if_not(rows.begin(), rows.end(),
                                          [&](const RowValues &row) { return sameColumns(row, rows.front()); });
        const Rows run = rows.first(hasValues(rows.front()) ? std::size_t(end - rows.begin()) : 1);
        const Statement statement = m_sql.load(m_table, run);
        TRY(m_transaction.connection().execute(statement.text, statement.values));
        TRY(m_writer.raiseIdentity(run));
        rows = rows.subspan(run.size());
    }
    return {};
}

} // namespace tenantry::data
