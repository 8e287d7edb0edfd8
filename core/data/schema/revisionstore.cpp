// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/revisionstore.h"

#include "core/json/reader.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::data::revisionstore {

namespace {

constexpr std::string_view select =
    "SELECT id, revision_id, app_id, table_name, operation_type, status, forward_sql, rollback_sql, changes, renames, "
    "old_definition, new_definition, old_schema_hash, new_schema_hash, is_reversible, error, duration_ms, created_by, "
    "created_at FROM {schema_operations} WHERE app_id = $1 AND table_name = $2";

template<class Kind>
Kind named(std::string_view name, std::initializer_list<Kind> kinds)
{
    for (const Kind kind : kinds) {
        if (nameOf(kind) == name)
            return kind;
    }
    return *kinds.begin();
}

std::optional<json::Value> document(const sql::Cursor &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return json::read(row.text(column)).value_or(json::Value());
}

std::optional<std::string> text(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<std::string>(row.text(column));
}

std::optional<QString> string(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<QString>(row.string(column));
}

SchemaRevision toRevision(const sql::Cursor &row)
{
    SchemaRevision revision;
    revision.id = row.integer(0);
    revision.revisionId = row.string(1);
    revision.appId = row.integer(2);
    revision.table = row.text(3);
    revision.kind = named(row.text(4), {RevisionKind::Update, RevisionKind::Create, RevisionKind::Delete,
                                        RevisionKind::Rollback, RevisionKind::Reflect});
    revision.status = named(row.text(5), {RevisionStatus::Success, RevisionStatus::Pending, RevisionStatus::Failed,
                                          RevisionStatus::RolledBack});
    revision.forwardSql = row.text(6);
    revision.rollbackSql = row.text(7);
    revision.changes = document(row, 8).value_or(json::Value());
    const json::Value renames = document(row, 9).value_or(json::Value());
    for (const auto &[to, from] : renames.object())
        revision.renames.emplace(to, from.string());
    revision.oldDefinition = document(row, 10);
    revision.newDefinition = document(row, 11);
    revision.oldHash = text(row, 12);
    revision.newHash = text(row, 13);
    revision.reversible = row.boolean(14);
    revision.error = string(row, 15);
    revision.durationMs = row.integer(16);
    revision.createdBy = string(row, 17);
    revision.createdAt = row.integer(18);
    return revision;
}

std::string compact(const json::Value &value)
{
    return json::write(value).toStdString();
}

std::optional<std::string> compact(const std::optional<json::Value> &value)
{
    return value ? std::optional<std::string>(compact(*value)) : std::nullopt;
}

std::string compact(const std::map<std::string, std::string> &renames)
{
    json::Object object;
    for (const auto &[to, from] : renames)
        object.set(to, from);
    return compact(json::Value(std::move(object)));
}

} // namespace

Result<Page> ofTable(sql::Session &session, std::int64_t appId, std::string_view table, std::int64_t offset,
                     std::int64_t limit)
{
    Page page;
    const auto total =
        TRY(session.first("SELECT count(*) FROM {schema_operations} WHERE app_id = $1 AND table_name = $2",
                          {appId, table}, [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    page.revisions = TRY(session.all(std::string(select) + " ORDER BY id DESC LIMIT $3 OFFSET $4",
                                     {appId, table, limit, offset}, toRevision));
    return page;
}

Result<std::optional<SchemaRevision>> find(sql::Session &session, std::int64_t appId, std::string_view table,
                                           const QString &revisionId)
{
    return session.first(std::string(select) + " AND revision_id = $3", {appId, table, revisionId}, toRevision);
}

Result<void> insert(sql::Transaction &transaction, const SchemaRevision &revision)
{
    TRY(transaction.execute(
        "INSERT INTO {schema_operations} (revision_id, app_id, table_name, operation_type, status, forward_sql, "
        "rollback_sql, changes, renames, old_definition, new_definition, old_schema_hash, new_schema_hash, "
        "is_reversible, error, duration_ms, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
        "$11, $12, $13, $14, $15, $16, $17, $18)",
        {revision.revisionId, revision.appId, revision.table, nameOf(revision.kind), nameOf(revision.status),
         revision.forwardSql, revision.rollbackSql, compact(revision.changes), compact(revision.renames),
         compact(revision.oldDefinition), compact(revision.newDefinition), revision.oldHash, revision.newHash,
         revision.reversible, revision.error, revision.durationMs, revision.createdBy, revision.createdAt}));
    return {};
}

Result<void> setStatus(sql::Transaction &transaction, std::int64_t id, RevisionStatus status)
{
    TRY(transaction.execute("UPDATE {schema_operations} SET status = $2 WHERE id = $1", {id, nameOf(status)}));
    return {};
}

} // namespace tenantry::data::revisionstore
