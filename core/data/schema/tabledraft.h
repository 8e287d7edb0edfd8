// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/definition/tabledefinition.h"
#include "core/json/value.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tenantry::data {

/// What a client asks a table to be: its definition and what stands beside it. What is left out keeps its value on an
/// existing table.
struct TableDraft
{
    std::string name; ///< normalised
    json::Value definition;
    DefinitionSource source = DefinitionSource::Client;
    std::optional<QString> title;
    std::optional<QString> description;
    std::optional<std::string> providerType;
    std::optional<json::Value> providerConfig;
    std::optional<bool> auditEnabled;
    std::optional<std::optional<QString>> assignedTo;
    std::optional<bool> materialize; ///< false: only the definition is kept
    JsonPath path;                   ///< of the whole entry in the request
    JsonPath definitionPath;         ///< of the definition
    DefinitionReport report;         ///< what is wrong with the entry so far
};

/// Where the definition stands in an entry: `json_schema` of a table, `schema` of a package's resource.
enum class DraftForm { Table, Resource };

/// Problems go to the draft's own report.
TableDraft readTableDraft(const QString &appSlug, const json::Value &entry, DraftForm form, const JsonPath &path);

/// The `resources` of a data package. Fails when it is none; problems of its tables are in the drafts' reports.
Result<std::vector<TableDraft>> readDataPackage(const QString &appSlug, const json::Value &package);

} // namespace tenantry::data
