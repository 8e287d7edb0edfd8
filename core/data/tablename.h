// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace tenantry::data {

/// Longest name PostgreSQL keeps whole, in bytes.
inline constexpr std::size_t maxIdentifierBytes = 63;
/// Longest physical name of a table, so that its companion `{name}_edges` stays within 63 bytes.
inline constexpr std::size_t maxPhysicalNameBytes = 57;

/// The naming rules of tables and columns.

/// Hyphens and white space become '_'; a leading digit gets the prefix "t_".
std::string normalizedTableName(std::string_view written);

/// `{app_slug with _}_{name}`: the table's name in the database.
std::string physicalTableName(const QString &appSlug, std::string_view tableName);

/// Why a (normalised) name cannot be that of a table of this app, or nothing.
std::optional<QString> tableNameProblem(const QString &appSlug, std::string_view tableName);

/// Why a name cannot be that of a column, or nothing. The same on both engines, so names that only one of them
/// reserves are refused too.
std::optional<QString> columnNameProblem(std::string_view name);

} // namespace tenantry::data
