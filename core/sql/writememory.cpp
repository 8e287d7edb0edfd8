// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/writememory.h"

namespace tenantry::sql {

namespace {

constexpr std::int64_t pages = -32 * 1024; ///< negative: KiB

void setCache(Transaction &transaction, std::int64_t size)
{
    // It costs time and nothing else when it fails.
    static_cast<void>(transaction.script("PRAGMA cache_size=" + std::to_string(size)));
}

} // namespace

WriteMemory::WriteMemory(Transaction &transaction)
    : m_transaction(transaction)
{
    if (transaction.dialect() == Dialect::Postgres)
        return;
    const auto size =
        transaction.first("PRAGMA cache_size", {}, [](const Cursor &cursor) { return cursor.integer(0); });
    m_before = size.value_or(std::nullopt);
    if (m_before)
        setCache(transaction, pages);
}

WriteMemory::~WriteMemory()
{
    if (m_before)
        setCache(m_transaction, *m_before);
}

} // namespace tenantry::sql
