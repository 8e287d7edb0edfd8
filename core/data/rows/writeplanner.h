// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/query/queryplan.h"
#include "core/data/rows/rowaccess.h"
#include "core/data/rows/rowparser.h"
#include "core/data/rows/rowtag.h"
#include "core/data/rows/writecontext.h"
#include "core/json/value.h"

#include <functional>
#include <map>

namespace tenantry::data {

/// A write to one table that is decided and parsed, ready to run in any transaction, also again.
using PlannedWrite = std::function<Result<Written>(sql::Transaction &, const WriteContext &)>;

struct UpsertOptions
{
    QStringList uniqueFields; ///< what tells which row is meant; empty: the primary key
    bool partial = true;      ///< false: what a found row is not given gets its default, as in a new row
};

/// Turns what a client sends into writes of one table: asks access control, reads the body against the definition.
/// Touches no database, so that mistakes cost the writer nothing. `caller` is the client, its table the view's.
class WritePlanner
{
public:
    WritePlanner(const RowAccess &access, RowCaller caller, TableView view);

    /// Asks access control for all that plans may need, for those that are made within a transaction.
    void askAhead();

    /// An object is written to an object, an array to an array.
    Result<PlannedWrite> create(const json::Value &body) const;
    Result<PlannedWrite> update(const QString &id, const json::Value &body,
                                const std::optional<RowTags> &expected = {}) const;
    /// An array of changes, each with its row's key.
    Result<PlannedWrite> updateMany(const json::Value &body) const;
    /// An object is written to an object, an array to an array.
    Result<PlannedWrite> upsert(const json::Value &body, const UpsertOptions &options) const;

    Result<PlannedWrite> remove(const QString &id, const std::optional<RowTags> &expected = {}) const;
    /// Rows of the keys `ids`, separated by commas.
    Result<PlannedWrite> removeMany(const QString &ids) const;
    Result<PlannedWrite> removeMany(const QStringList &ids) const;
    /// Rows that meet `filter` (filtertree.h), of those the caller may see and delete. A filter without a condition is
    /// refused.
    Result<PlannedWrite> removeWhere(const json::Value &filter) const;

private:
    RowParser parser() const;
    access::Decision decide(access::Action action) const;
    access::Decision decide(access::Action action, const QString &table) const;
    Result<EndGuards> endGuards(access::Action action) const;
    Result<WritePlan> creating() const;
    Result<WritePlan> changing(access::Action action, const QString &verb) const;

    const RowAccess &m_access;
    const RowCaller m_caller;
    const TableView m_view;
    /// By table and action.
    std::map<std::pair<QString, access::Action>, access::Decision> m_decisions;
};

} // namespace tenantry::data
