// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/rowwriter.h"

#include <map>

namespace tenantry::data {

/// What becomes of a row that is there already.
enum class OnMatch {
    Merge,  ///< the given fields change
    Replace ///< all fields change but the key; those not given to their default
};

/// An upsert that is decided and parsed. Whoever may only create or only change finds out where it comes to the other.
struct UpsertPlan
{
    WritePlan find; ///< the rows the caller may see
    Result<WritePlan> create;
    Result<WritePlan> change;
    std::vector<std::size_t> identity; ///< columns that tell which row is meant
    std::vector<UpsertItem> items;
    OnMatch onMatch = OnMatch::Merge;
};

/// The columns named by `unique_fields`, or the primary key. Validation when a name is unknown, or when the columns
/// hold no primary key, unique field or unique index, so that several rows could be meant.
Result<std::vector<std::size_t>> identifyingColumns(const Table &table, const QStringList &names);

/// Validation when two items mean the same row, or an item does not tell which one it means.
Result<void> requireDistinct(const Table &table, const UpsertPlan &plan);

/// Writes each item to the row it means, or as a new one. Rows are looked up first: ON CONFLICT would ask of every item
/// what only a new row needs. Where another transaction makes one of the rows in between, it is found and changed.
class RowUpserter
{
public:
    RowUpserter(sql::Transaction &transaction, const UpsertPlan &plan, const WriteContext &context)
        : m_transaction(transaction)
        , m_plan(plan)
        , m_table(*plan.find.table)
        , m_context(context)
    {
    }

    /// The rows as they are now, in the order of the items.
    Result<RowTexts> run();

private:
    /// Keys of the rows that are there, by what identifies them.
    using Matches = std::map<std::string, RowKey>;

    Result<Matches> find();
    Result<void> write(const Matches &matches, RowTexts &out);
    Result<void> insert(const std::vector<std::size_t> &items, RowTexts &out);
    Result<void> change(const std::vector<std::size_t> &items, const Matches &matches, RowTexts &out);
    std::vector<Condition> lookups() const;

    sql::Transaction &m_transaction;
    const UpsertPlan &m_plan;
    const Table &m_table;
    const WriteContext &m_context;
};

} // namespace tenantry::data
