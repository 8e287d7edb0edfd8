// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/cursor.h"
#include "core/sql/namespace.h"
#include "core/sql/value.h"

#include <chrono>

namespace tenantry::sql {

/// One connection of an engine. One thread at a time; only interrupt() may come from another.
/// SQL names its parameters $1, $2, ... on both engines; prepared statements are cached by their text. PostgreSQL
/// infers a parameter's type from where it stands; where nothing tells, write CAST($1 AS TEXT). Text holding U+0000 is
/// refused.
class Connection
{
public:
    virtual ~Connection() = default;

    virtual Dialect dialect() const = 0;
    virtual Result<CursorPtr> query(std::string_view sql, const Values &values) = 0;
    /// Runs to the end and answers the number of rows changed.
    virtual Result<std::int64_t> execute(std::string_view sql, const Values &values) = 0;
    /// Checks deferred foreign keys now instead of at the commit.
    virtual Result<void> settleConstraints() = 0;
    /// Several statements without parameters, as in a migration.
    virtual Result<void> script(std::string_view sql) = 0;
    /// Statements that run longer from now on fail with ErrorCode::Timeout; zero means no limit.
    virtual void setDeadline(std::chrono::milliseconds limit) = 0;
    /// Stops what is running, from any thread.
    virtual void interrupt() = 0;
    virtual bool isBroken() const = 0;
};

} // namespace tenantry::sql
