// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/value.h"

#include <vector>

namespace tenantry::sql {

/// One step of a schema: SQL that is run once in each database, in the order of the numbers.
struct Migration
{
    int number = 0;
    QString name;
    std::string sql; ///< with names and types in braces, see Namespace
};

/// The schema of one kind of database, as the list of steps that make it. The steps are files, embedded through
/// core/migrations.qrc:
///
///     core/<room>/migrations/platform_0001_organizations.sql    in the control plane's database
///     core/<room>/migrations/site_0001_users.sql                in each site's
///
/// The number is unique among the files of a kind, rooms together; a step may refer to tables of steps before it. A
/// file that was released is never changed: a later file changes what it made. Both engines run the same text; what
/// only one can run stands between lines of its own:
///
///     -- only: postgres
///     CREATE INDEX {#notes_owner} ON {notes} (owner) INCLUDE (title);
///     -- end
///
/// Unique indexes are made by name (CREATE UNIQUE INDEX {#users_email} ON {users} (email)), so that a violation carries
/// the same Error::constraint ("_users_email") on both engines.
class Migrations
{
public:
    static Migrations platform();
    static Migrations site();
    /// The *.sql files of a folder (of the resources, too) whose names begin with `kind` and '_'.
    static Migrations fromFolder(const QString &folder, const QString &kind);

    const std::vector<Migration> &steps() const { return m_steps; }
    /// The number of the last step; 0 when there is none.
    int version() const { return m_steps.empty() ? 0 : m_steps.back().number; }

private:
    std::vector<Migration> m_steps;
};

/// `sql` without what stands between "-- only:" another engine and "-- end".
std::string forDialect(std::string_view sql, Dialect dialect);

} // namespace tenantry::sql
