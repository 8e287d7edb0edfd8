// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/audittrail.h"

#include "core/data/values/rowkey.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

Result<json::Value> parsed(const QByteArray &row)
{
    return json::read({row.constData(), std::size_t(row.size())});
}

/// Names of the fields that differ, in the table's order.
json::Array differences(const Table &table, const json::Value &before, const json::Value &after)
{
    json::Array names;
    for (const Column &column : table.columns) {
        if (before[column.name] != after[column.name])
            names.emplace_back(column.name);
    }
    return names;
}

} // namespace

struct AuditTrail::Entry
{
    std::string_view event;
    json::Value row; ///< to tell which row it is
    sql::Value previous = {};
    json::Array changed = {};
};

Result<void> AuditTrail::created(const QByteArray &row)
{
    if (!isKept())
        return {};
    auto after = TRY(parsed(row));
    return append({"CREATE", std::move(after)});
}

Result<void> AuditTrail::updated(const QByteArray &before, const QByteArray &after)
{
    if (!isKept())
        return {};
    auto old = TRY(parsed(before));
    json::Array changed = differences(m_table, old, TRY(parsed(after)));
    return append({"UPDATE", std::move(old), before, std::move(changed)});
}

Result<void> AuditTrail::deleted(const QByteArray &before)
{
    if (!isKept())
        return {};
    auto old = TRY(parsed(before));
    return append({"DELETE", std::move(old), before});
}

/// Versions of one record cannot collide: whoever writes it holds its row until the end of the transaction. The log is
/// nothing that permissions are remembered from, so it does not count as a table of the platform's own.
Result<void> AuditTrail::append(const Entry &entry)
{
    const std::optional<RowKey> key = rowKeyFromJson(m_table, entry.row);
    if (!key)
        return failure(Error::internal(u"a written row has no key"_s));
    TRY(m_transaction.connection().execute(
        m_transaction.space().resolve(
            "INSERT INTO {audit_log} (table_id, table_name, record_id, version, event_type, previous_data, "
            "changed_fields, created_by, created_at) VALUES ($1, $2, $3, (SELECT coalesce(max(version), 0) + 1 FROM "
            "{audit_log} WHERE table_id = $1 AND record_id = $3), $4, $5, $6, $7, $8)"),
        {m_table.id, m_table.name, recordId(m_table, *key), entry.event, entry.previous, json::write(entry.changed),
         m_context.author, m_context.at}));
    return {};
}

} // namespace tenantry::data
