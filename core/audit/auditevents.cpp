// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditevents.h"

#include "core/sql/origin.h"

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

Result<void> record(sql::Transaction &transaction, const QString &action, const QString &target)
{
    return record(transaction, action, target, transaction.origin() ? transaction.origin()->username : std::nullopt);
}

Result<void> record(sql::Transaction &transaction, const QString &action, const QString &target,
                    const std::optional<QString> &actor)
{
    const sql::Origin nobody;
    const sql::Origin &origin = transaction.origin() ? *transaction.origin() : nobody;
    return record(transaction, {0, Clock().now(), actor, action, target, origin.address, origin.correlationId});
}

Result<Page<AuditEvent>> listed(sql::Session &session, const AuditQuery &query)
{
    Conditions conditions;
    for (const auto &[column, wanted] :
         {std::pair("actor", &query.actor), {"action", &query.action}, {"target", &query.target}}) {
        if (!wanted->isEmpty())
            conditions.add(std::string(column) + " = " + conditions.bind(*wanted));
    }
    if (query.from)
        conditions.add("at >= " + conditions.bind(*query.from));
    if (query.until)
        conditions.add("at <= " + conditions.bind(*query.until));
    Page<AuditEvent> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {audit_events}" + conditions.where(),
                                         conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = "SELECT id, at, actor, action, target, address, correlation_id FROM {audit_events}" +
                       conditions.where() + " ORDER BY id DESC";
    text += " LIMIT " + conditions.bind(query.window.limit);
    text += " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(session.all(text, conditions.values(), eventFrom));
    return page;
}

} // namespace tenantry::audit
