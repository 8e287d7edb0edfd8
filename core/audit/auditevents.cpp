// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditevents.h"

namespace tenantry::audit {

namespace {

AuditEvent eventFrom(const sql::Cursor &row)
{
    AuditEvent event;
    event.id = row.integer(0);
    event.at = row.integer(1);
    if (!row.isNull(2))
        event.actor = row.string(2);
    event.action = row.string(3);
    event.target = row.string(4);
    event.address = row.string(5);
    event.correlationId = row.string(6);
    return event;
}

} // namespace

Result<void> record(sql::Transaction &transaction, const AuditEvent &event)
{
    TRY(transaction.execute("INSERT INTO {audit_events} (at, actor, action, target, address, correlation_id) "
                            "VALUES ($1, $2, $3, $4, $5, $6)",
                            {event.at, event.actor, event.action, event.target, event.address, event.correlationId}));
    return {};
}

Result<Page<AuditEvent>> listed(sql::Session &session, const Window &window)
{
    Page<AuditEvent> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {audit_events}", {},
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    page.items = TRY(session.all("SELECT id, at, actor, action, target, address, correlation_id FROM {audit_events} "
                                 "ORDER BY id DESC LIMIT $1 OFFSET $2",
                                 {window.limit, window.offset}, eventFrom));
    return page;
}

} // namespace tenantry::audit
