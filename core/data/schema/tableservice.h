// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/data/reflection/tablereflection.h"
#include "core/data/schema/schemadefinition.h"
#include "core/data/schema/schemareport.h"
#include "core/data/schema/tabledraft.h"
#include "core/data/schema/tabledrop.h"
#include "core/data/schema/tablerecord.h"
#include "core/tenancy/site.h"

namespace tenantry::data {

/// A table after a change and what was done to it; in a dry run, what would be.
struct TableChange
{
    TableRecord record;
    SchemaReport report;
};

/// Defines, lists and drops the datatables of apps. `app` is a slug; whoever calls has made sure that the principal may
/// see the app. Changes are for app managers, and each is one transaction. Thread-safe.
class TableService
{
public:
    /// Where countRows() stops counting.
    static constexpr std::int64_t countLimit = 100'000;

    /// `limit` is for one statement of a change, then ErrorCode::Timeout.
    explicit TableService(const Clock &clock, std::chrono::milliseconds limit = changeLimit)
        : m_clock(clock)
        , m_limit(limit)
    {
    }

    /// By name; mirrors of tables of other apps (mirrors.h) come last.
    Result<std::vector<TableRecord>> list(const Site &site, const QString &app) const;
    Result<TableRecord> find(const Site &site, const QString &app, const QString &table) const;
    /// How many rows there are, or nothing when there are too many to count them in passing or no table to hold them.
    Result<std::optional<std::int64_t>> countRows(const Site &site, const Table &table) const;

    /// A new table; ErrorCode::Conflict when there is one of that name.
    Later<TableRecord> create(const Site &site, const SitePrincipal &principal, const QString &app,
                              TableDraft draft) const;
    /// Changes what `body` names of an existing table.
    Later<TableChange> update(const Site &site, const SitePrincipal &principal, const QString &app,
                              const QString &table, const json::Value &body, SchemaFlags flags) const;
    /// Makes the physical table of a definition that has none; no change where it is there.
    Later<TableChange> materialize(const Site &site, const SitePrincipal &principal, const QString &app,
                                   const QString &table, SchemaMode mode) const;
    /// Makes the definition follow the table in the database (reflection/tablereflection.h); no change where it does.
    Later<ReflectedTable> reflect(const Site &site, const SitePrincipal &principal, const QString &app,
                                  const QString &table, Metadata metadata) const;
    /// Creates or changes every table of a package, or none.
    Later<SchemaReport> define(const Site &site, const SitePrincipal &principal, const QString &app,
                               std::vector<TableDraft> drafts, SchemaFlags flags) const;
    Later<DroppedTable> drop(const Site &site, const SitePrincipal &principal, const QString &app, const QString &table,
                             DropKind kind) const;

private:
    const Clock &m_clock;
    const std::chrono::milliseconds m_limit;
};

} // namespace tenantry::data
