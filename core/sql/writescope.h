// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace tenantry::sql {

/// While one lives, this thread runs a write closure of `database`. Keeps the rule that such a closure reads and
/// writes through its transaction only: a read of its own would see the state before it, and could wait for itself.
class WriteScope
{
public:
    explicit WriteScope(const void *database);
    ~WriteScope();
    WriteScope(const WriteScope &) = delete;
    WriteScope &operator=(const WriteScope &) = delete;

    /// ErrorCode::Internal on a thread that runs a write closure of `database`.
    static Result<void> requireOutside(const void *database);
    /// Whether this thread runs a write closure of any database.
    static bool isInside();

private:
    const void *m_database;
    const WriteScope *m_outer;
};

} // namespace tenantry::sql
