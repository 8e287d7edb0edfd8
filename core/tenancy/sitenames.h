// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

namespace tenantry {

// How a site's names come about. Pure rules.

/// Longest schema name there is: what PostgreSQL keeps of an identifier.
inline constexpr int maxSchemaNameLength = 63;

/// What a deployment puts before the names of its sites: "dev-" for ENVIRONMENT=dev, nothing in production.
QString deploymentPrefix(const QString &environment);

/// `name` with the deployment's prefix, unless it has it already.
QString prefixedSiteName(const QString &name, const QString &environment);

/// A schema name made from a site's (prefixed) name: lower case, every run of other characters one '_', never
/// beginning with a digit, free of reserved names.
QString schemaNameFrom(const QString &prefixedName);

/// Whether a caller may give this name to a schema; the error is about the field `schema_name`.
Result<void> checkSchemaName(const QString &name);

/// `name`, or the first of name_1, name_2, ... that is not `taken`; cut so that it stays within 63 characters.
QString freeSchemaName(const QString &name, const std::function<bool(const QString &)> &taken);

} // namespace tenantry
