// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemarevision.h"

#include "core/base/datetime.h"

namespace tenantry::data {

std::string_view nameOf(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::Create:
        return "create";
    case RevisionKind::Update:
        return "update";
    case RevisionKind::Delete:
        return "delete";
    case RevisionKind::Rollback:
        return "rollback";
    case RevisionKind::Reflect:
        return "reflect";
    }
    Q_UNREACHABLE();
}

std::string_view nameOf(RevisionStatus status)
{
    switch (status) {
    case RevisionStatus::Pending:
        return "pending";
    case RevisionStatus::Success:
        return "success";
    case RevisionStatus::Failed:
        return "failed";
    case RevisionStatus::RolledBack:
        return "rolled_back";
    }
    Q_UNREACHABLE();
}

json::Value toJson(const SchemaRevision &revision)
{
    const auto orNull = [](const auto &value) { return value ? json::Value(*value) : json::Value(); };
    json::Object object;
    object.set("revision_id", revision.revisionId.isEmpty() ? json::Value() : json::Value(revision.revisionId));
    object.set("table", revision.table);
    object.set("operation_type", nameOf(revision.kind));
    object.set("forward_sql", revision.forwardSql);
    object.set("rollback_sql", revision.rollbackSql);
    object.set("changes", revision.changes);
    object.set("status", nameOf(revision.status));
    object.set("reversible", revision.reversible);
    object.set("error", orNull(revision.error));
    object.set("duration_ms", revision.durationMs);
    object.set("created_by", orNull(revision.createdBy));
    object.set("created_at", formatDateTime(revision.createdAt));
    object.set("old_schema_hash", orNull(revision.oldHash));
    object.set("new_schema_hash", orNull(revision.newHash));
    return json::Value(std::move(object));
}

} // namespace tenantry::data
