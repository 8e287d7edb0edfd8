// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/sql/migrations.h"

namespace tenantry::sql {

/// Brings databases to the schema this program knows. What was done is kept in `{schema_migrations}`; each step is a
/// transaction, so an interrupted run goes on where it stopped. Several servers may start at once. Thread-safe.
class Migrator
{
public:
    explicit Migrator(Migrations migrations);

    int version() const { return m_migrations->version(); }

    /// Runs the steps that are missing and answers how many those were. ErrorCode::Conflict, and nothing done, when
    /// the database has steps this program does not know: a newer one made them.
    Later<int> migrate(std::shared_ptr<Database> database) const;

    /// How many steps are missing; fails as migrate() does.
    Result<int> pending(Database &database) const;

private:
    std::shared_ptr<const Migrations> m_migrations;
};

} // namespace tenantry::sql
