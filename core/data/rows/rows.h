// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/evaluator.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/data/cataloguestore.h"
#include "core/data/query/queryplanner.h"
#include "core/data/rows/rowreader.h"

namespace tenantry::data {

/// Which table, and who asks.
struct RowCaller
{
    Site site;
    SitePrincipal principal;
    QString app;
    QString table;
};

/// Rows of datatables (datatables-rows.md): reading, creating, changing, deleting, by the rules of the table's
/// definition and of access control. Rows are JSON text in and out. Thread-safe. Unknown apps, tables and rows are
/// NotFound, and so are rows the caller may not see.
class Rows
{
public:
    Rows(const CatalogueStore &catalogues, const access::Evaluator &evaluator, const Clock &clock)
        : m_catalogues(catalogues)
        , m_evaluator(evaluator)
        , m_clock(clock)
    {
    }

    Result<RowPage> list(const RowCaller &caller, const Parameters &parameters) const;
    Result<QByteArray> read(const RowCaller &caller, const QString &id, const Parameters &parameters) const;

    /// An object gives an object, an array an array.
    Later<QByteArray> create(const RowCaller &caller, const json::Value &body) const;
    Later<QByteArray> update(const RowCaller &caller, const QString &id, const json::Value &body) const;
    struct Updated
    {
        QByteArray rows; ///< a JSON array
        std::int64_t count = 0;
    };
    Later<Updated> updateMany(const RowCaller &caller, const json::Value &body) const;
    /// Answers 1, or NotFound.
    Later<std::int64_t> remove(const RowCaller &caller, const QString &id) const;
    /// Rows of the keys `ids`, separated by commas; how many are gone.
    Later<std::int64_t> removeMany(const RowCaller &caller, const QString &ids) const;
    /// Rows that meet `filter` (filtertree.h), of those the caller may see and delete; how many are gone. A filter
    /// without a condition is refused.
    Later<std::int64_t> removeWhere(const RowCaller &caller, const QString &filter) const;

private:
    using TablePtr = std::shared_ptr<const Table>;

    access::Decision decide(const RowCaller &caller, access::Action action) const;
    template<class Plan>
    auto reading(const RowCaller &caller, sql::ReadKind kind, Plan plan) const;
    template<class Plan, class Run>
    auto writing(const RowCaller &caller, sql::WriteKind kind, Plan plan, Run run) const;

    const CatalogueStore &m_catalogues;
    const access::Evaluator &m_evaluator;
    const Clock &m_clock;
};

} // namespace tenantry::data
