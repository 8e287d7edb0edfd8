// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/session.h"

namespace tenantry::sql {

/// While it lives, SQLite keeps more pages of the database in memory than the little that ordinary writes need, so that
/// a write of very many rows does not write the same pages out over and over. Does nothing on PostgreSQL.
class WriteMemory
{
public:
    explicit WriteMemory(Transaction &transaction);
    ~WriteMemory();
    WriteMemory(const WriteMemory &) = delete;
    WriteMemory &operator=(const WriteMemory &) = delete;

private:
    Transaction &m_transaction;
    std::optional<std::int64_t> m_before; ///< as SQLite counts it
};

} // namespace tenantry::sql
