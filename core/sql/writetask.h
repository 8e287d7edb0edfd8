// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"

#include <functional>

namespace tenantry::sql {

enum class WriteKind {
    Grouped,   ///< may share its transaction (and its fsync) with neighbours, in a savepoint of its own
    Alone,     ///< long work (DDL, import, bulk changes): a transaction to itself
    Rebuild,   ///< Alone, and on SQLite with foreign keys off while it runs and checked before it commits
    Rehearsal, ///< rolled back after the closure has answered
};

/// A write on its way: what Database::write hands to the engine.
struct WriteTask
{
    WriteKind kind = WriteKind::Grouped;
    std::function<Result<void>(Transaction &)> run; ///< may be called more than once
    std::function<void(Result<void>)> settle;       ///< called exactly once, after commit or failure
};

} // namespace tenantry::sql
