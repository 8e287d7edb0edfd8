// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"

#include <QString>

#include <map>
#include <optional>
#include <string>

namespace tenantry::data {

enum class RevisionKind { Create, Update, Delete, Rollback, Reflect };
enum class RevisionStatus { Pending, Success, Failed, RolledBack };

/// One recorded change of a datatable, with what it takes to go back.
struct SchemaRevision
{
    std::int64_t id = 0;
    QString revisionId;
    std::int64_t appId = 0;
    std::string table;
    RevisionKind kind = RevisionKind::Update;
    RevisionStatus status = RevisionStatus::Success;
    std::string forwardSql;
    std::string rollbackSql;
    json::Value changes = json::Value(json::Array()); ///< SchemaOperation each
    std::map<std::string, std::string> renames;       ///< new column name -> old one
    std::optional<json::Value> oldDefinition;         ///< nothing: there was no table
    std::optional<json::Value> newDefinition;         ///< nothing: there is no table
    std::optional<std::string> oldHash;
    std::optional<std::string> newHash;
    bool reversible = true;
    std::optional<QString> error;
    std::int64_t durationMs = 0;
    std::optional<QString> createdBy; ///< id of a user
    Micros createdAt = 0;
};

std::string_view nameOf(RevisionKind kind);
std::string_view nameOf(RevisionStatus status);
/// As the API shows it.
json::Value toJson(const SchemaRevision &revision);

} // namespace tenantry::data
