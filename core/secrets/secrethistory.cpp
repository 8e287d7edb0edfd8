// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrethistory.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

namespace tenantry::secrets::secrethistory {

namespace {

QByteArray tagsText(const QStringList &tags)
{
    json::Array names;
    for (const QString &tag : tags)
        names.emplace_back(tag);
    return json::write(json::Value(std::move(names)));
}

QStringList tagsFrom(std::string_view text)
{
    QStringList tags;
    const json::Value names = json::read(text).value_or(json::Value());
    for (const json::Value &name : names.array())
        tags.append(name.text());
    return tags;
}

SecretHistoryEntry entryFrom(const sql::Cursor &row)
{
    SecretHistoryEntry entry;
    entry.id = row.integer(0);
    entry.at = row.integer(1);
    entry.change = row.string(2);
    if (!row.isNull(3))
        entry.user = row.string(3);
    entry.correlationId = row.string(4);
    entry.key = row.string(5);
    entry.typeName = row.string(6);
    entry.sensitivity = row.string(7);
    entry.tags = tagsFrom(row.text(8));
    entry.description = row.string(9);
    return entry;
}

} // namespace

Result<void> add(sql::Transaction &transaction, const Secret &secret, SecretHistoryEntry entry)
{
    TRY(transaction.execute(
        "INSERT INTO {secret_history} (secret_id, app_id, key, change, secret_type, sensitivity_level, tags, "
        "description, username, correlation_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {secret.id, secret.appId, secret.key, entry.change, secret.typeName, nameOf(secret.sensitivity),
         tagsText(secret.tags), secret.description, entry.user, entry.correlationId, entry.at}));
    return {};
}

Result<Page<SecretHistoryEntry>> list(sql::Session &session, std::int64_t appId, const QString &key,
                                      const SecretHistoryQuery &query)
{
    Conditions conditions;
    conditions.add("app_id = " + conditions.bind(appId));
    conditions.add("key = " + conditions.bind(key));
    if (!query.change.isEmpty())
        conditions.add("change = " + conditions.bind(query.change));
    if (!query.user.isEmpty())
        conditions.add("username = " + conditions.bind(query.user));
    if (query.from)
        conditions.add("created_at >= " + conditions.bind(*query.from));
    if (query.until)
        conditions.add("created_at <= " + conditions.bind(*query.until));
    Page<SecretHistoryEntry> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {secret_history}" + conditions.where(),
                                         conditions.values(), [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = "SELECT id, created_at, change, username, correlation_id, key, secret_type, sensitivity_level, "
                       "tags, description FROM {secret_history}" +
                       conditions.where() + " ORDER BY id DESC";
    text += " LIMIT " + conditions.bind(query.window.limit);
    text += " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(session.all(text, conditions.values(), entryFrom));
    return page;
}

} // namespace tenantry::secrets::secrethistory
