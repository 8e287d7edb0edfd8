// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tenantry::sql {

/// While one lives, this thread runs a write closure of `database`. Makes the rule checkable that such a closure reads
/// through its transaction only: a read of its own would see the state before it, and could wait for itself.
class WriteScope
{
public:
    explicit WriteScope(const void *database);
    ~WriteScope();
    WriteScope(const WriteScope &) = delete;
    WriteScope &operator=(const WriteScope &) = delete;

    static bool isInside(const void *database);

private:
    const void *m_database;
    const WriteScope *m_outer;
};

} // namespace tenantry::sql
