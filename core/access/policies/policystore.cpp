// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/policies/policystore.h"

#include "core/audit/history.h"
#include "core/base/datetime.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

namespace tenantry::access::policystore {

namespace {

namespace history = audit::history;
using history::Change;

constexpr std::string_view columns =
    "p.app_id, p.kind, p.name, p.version, p.is_disabled, p.is_system, p.body, p.modified_by, p.updated_at";

StoredPolicy from(const sql::Cursor &row)
{
    StoredPolicy policy;
    policy.appId = row.integer(0);
    policy.kind = policyKindNamed(row.string(1)).value_or(PolicyKind::Resource);
    policy.name = row.string(2);
    policy.version = row.string(3);
    policy.disabled = row.boolean(4);
    policy.system = row.boolean(5);
    policy.body = json::read(row.text(6)).value_or(json::Value());
    policy.modifiedBy = row.isNull(7) ? QString() : row.string(7);
    policy.updatedAt = row.integer(8);
    return policy;
}

std::string selecting(std::string_view rest)
{
    return std::string("SELECT ").append(columns).append(" FROM {policies} p ").append(rest);
}

Result<void> raiseVersion(sql::Transaction &transaction)
{
    TRY(transaction.execute("UPDATE {policy_version} SET version = version + 1 WHERE id = 1"));
    return {};
}

history::NewEntry entryOf(const StoredPolicy &policy, Change change, const QString &reason = {})
{
    json::Object fields;
    fields.set("id", policy.id());
    fields.set("kind", nameOf(policy.kind));
    fields.set("name", policy.name);
    fields.set("version", policy.version);
    fields.set("disabled", policy.disabled);
    fields.set("is_system", policy.system);
    fields.set("policy", policy.body);
    fields.set("updated_at", policy.updatedAt ? json::Value(dateTimeText(*policy.updatedAt)) : json::Value());
    return {historyOf(policy.appId, policy.id()), change, std::move(fields), reason};
}

/// What the history says of a stored policy that goes. The system's own is stored as long as it is disabled.
history::NewEntry entryOfRemoved(StoredPolicy policy, Micros now)
{
    if (!policy.system)
        return entryOf(policy, Change::Deleted);
    policy.disabled = false;
    policy.updatedAt = now;
    return entryOf(policy, Change::Changed);
}

Result<void> addEntries(sql::Transaction &transaction, const std::vector<StoredPolicy> &deleted, const QString &reason)
{
    std::vector<history::NewEntry> entries;
    entries.reserve(deleted.size());
    for (const StoredPolicy &policy : deleted)
        entries.push_back(entryOf(policy, Change::Deleted, reason));
    return history::add(transaction, entries);
}

} // namespace

history::Record historyOf(std::int64_t appId, const QString &id)
{
    return {QStringLiteral("policy"), QString::number(appId) + u'/' + id};
}

Result<std::int64_t> version(sql::Session &session)
{
    const auto version = TRY(session.first("SELECT version FROM {policy_version} WHERE id = 1", {},
                                           [](const sql::Cursor &row) { return row.integer(0); }));
    return version.value_or(0);
}

Result<std::vector<StoredPolicy>> ofApp(sql::Session &session, std::int64_t appId)
{
    return session.all(selecting("WHERE p.app_id = $1 ORDER BY p.name, p.version"), {appId}, from);
}

Result<std::vector<std::pair<QString, StoredPolicy>>> all(sql::Session &session)
{
    const std::string sql = std::string("SELECT ").append(columns).append(
        ", a.slug FROM {policies} p JOIN {apps} a ON a.id = p.app_id WHERE NOT a.is_deleted ORDER BY p.id");
    return session.all(sql, {}, [](const sql::Cursor &row) { return std::pair(row.string(9), from(row)); });
}

Result<std::optional<StoredPolicy>> find(sql::Session &session, std::int64_t appId, const QString &id)
{
    const qsizetype colon = id.lastIndexOf(QLatin1Char(':'));
    return session.first(selecting("WHERE p.app_id = $1 AND p.name = $2 AND p.version = $3"),
                         {appId, id.left(colon), id.mid(colon + 1)}, from);
}

Result<void> put(sql::Transaction &transaction, const StoredPolicy &policy, Micros now)
{
    const bool isThere = policy.system || TRY(find(transaction, policy.appId, policy.id()));
    TRY(transaction.execute(
        "INSERT INTO {policies} (app_id, kind, name, version, is_disabled, is_system, body, created_by, modified_by, "
        "created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $9) "
        "ON CONFLICT (app_id, name, version) DO UPDATE SET kind = excluded.kind, is_disabled = excluded.is_disabled, "
        "is_system = excluded.is_system, body = excluded.body, modified_by = excluded.modified_by, "
        "updated_at = excluded.updated_at",
        {policy.appId, nameOf(policy.kind), policy.name, policy.version, policy.disabled, policy.system,
         json::write(policy.body), policy.modifiedBy, now}));
    StoredPolicy stored = policy;
    stored.updatedAt = now;
    TRY(history::add(transaction, entryOf(stored, isThere ? Change::Changed : Change::Created)));
    return raiseVersion(transaction);
}

Result<void> remove(sql::Transaction &transaction, std::int64_t appId, const QString &id, Micros now)
{
    const auto doomed = TRY(find(transaction, appId, id));
    if (!doomed)
        return {};
    TRY(history::add(transaction, entryOfRemoved(*doomed, now)));
    const qsizetype colon = id.lastIndexOf(QLatin1Char(':'));
    TRY(transaction.execute("DELETE FROM {policies} WHERE app_id = $1 AND name = $2 AND version = $3",
                            {appId, id.left(colon), id.mid(colon + 1)}));
    return raiseVersion(transaction);
}

Result<void> removeOfResource(sql::Transaction &transaction, std::int64_t appId, const QString &kind)
{
    constexpr std::string_view which = "app_id = $1 AND name = $2 AND kind = 'resourcePolicy'";
    const sql::Values values{appId, kind};
    const auto doomed = TRY(transaction.all(selecting(std::string("WHERE ").append(which)), values, from));
    if (doomed.empty())
        return {};
    TRY(addEntries(transaction, doomed, QStringLiteral("The resource was deleted")));
    TRY(transaction.execute(std::string("DELETE FROM {policies} WHERE ").append(which), values));
    return raiseVersion(transaction);
}

Result<void> noteAppDeleted(sql::Transaction &transaction, std::int64_t appId)
{
    return addEntries(transaction, TRY(ofApp(transaction, appId)), QStringLiteral("The app was deleted"));
}

} // namespace tenantry::access::policystore
