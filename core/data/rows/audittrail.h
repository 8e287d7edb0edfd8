// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/rows/writecontext.h"
#include "core/data/table.h"
#include "core/sql/session.h"

namespace tenantry::data {

/// Appends what happens to rows of an audited table to the site's audit log, in the transaction in which it happens, so
/// that neither is there without the other. Does nothing for other tables. Rows are JSON text with every column.
class AuditTrail
{
public:
    AuditTrail(sql::Transaction &transaction, const Table &table, const WriteContext &context)
        : m_transaction(transaction)
        , m_table(table)
        , m_context(context)
    {
    }

    bool isKept() const { return m_table.audited; }

    Result<void> created(const QByteArray &row);
    Result<void> updated(const QByteArray &before, const QByteArray &after);
    Result<void> deleted(const QByteArray &before);

private:
    struct Entry;

    Result<void> append(const Entry &entry);

    sql::Transaction &m_transaction;
    const Table &m_table;
    const WriteContext &m_context;
};

} // namespace tenantry::data
