// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

enum class ConstraintKind {
    PrimaryKey,
    Unique,
    NotNull, ///< has no name of its own; engines name the column
    MinLength,
    MaxLength,
    Minimum,
    Maximum,
    OneOf,
    Pattern,
    ForeignKey,
    Index,
    Sequence,
    Loop, ///< of a table of edges: none leads to where it comes from
};

/// What a constraint is called in the database: `{physical name}:{kind}:{subject}`, beyond 63 bytes cut and ended with
/// a hash. The colons keep it apart from every table, with which it shares a namespace. `subject` is the column or an
/// index's own name, and empty for a primary key.
std::string constraintName(std::string_view physicalName, ConstraintKind kind, std::string_view subject);
/// A foreign key's subject is its columns, with commas between them.
std::string constraintName(const Table &table, const ForeignKey &key);

/// A constraint of a table and the columns it is about.
struct TableConstraint
{
    ConstraintKind kind = ConstraintKind::NotNull;
    std::vector<std::string> columns;
};

/// The constraint that an engine reported as violated (Error::constraint): by its name, by the column for NOT NULL, and
/// on SQLite, where primary keys have no names, by `{physical name}_pkey`. Nothing when it is none of this table.
std::optional<TableConstraint> findConstraint(const Table &table, const QString &reported);

} // namespace tenantry::data
