// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/data/schema/tabledraft.h"
#include "core/data/schema/tablerecord.h"
#include "core/tenancy/site.h"

namespace tenantry::data {

/// What is wrong with definitions that somebody thinks of, and what is worth knowing about them.
struct SchemaOpinion
{
    std::vector<FieldError> problems;
    QStringList warnings;
};

/// Looks at definitions without making anything of them; for app managers.
Result<SchemaOpinion> validateSchema(const Site &site, const SitePrincipal &principal, const QString &app,
                                     std::vector<TableDraft> drafts);

/// The drafts of a body that is a data package, one table, or a definition alone.
Result<std::vector<TableDraft>> readAnyDefinition(const QString &appSlug, const json::Value &body);

/// The tables of an app as a data package that makes the same tables elsewhere, each behind those that it refers to;
/// for app managers. Without names, all. ErrorCode::Validation for a name that is none.
Result<json::Value> exportSchema(const Site &site, const SitePrincipal &principal, const QString &app,
                                 const QStringList &names);

} // namespace tenantry::data
