// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/constraintname.h"
#include "core/data/reflection/physicaltable.h"
#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaoperation.h"

#include <QStringList>

#include <functional>
#include <set>

namespace tenantry::data {

/// What becomes of the parts of a definition that the database does not hold: titles, descriptions, `x-` keys,
/// formats, patterns of its own, declared relations.
enum class Metadata { Keep, Drop };

/// A table as it was defined, as it is, and what stands around it.
struct FollowedTable
{
    const Table &before;
    const PhysicalTable &physical;
    const DdlWriter &ddl;
    Metadata metadata = Metadata::Keep;
    /// How a definition of the app names the table that the database calls so; nothing when it is none of the site's.
    std::function<std::optional<std::string>(const std::string &physicalName)> resourceOf;
    /// Whether two constants of SQL are one value to the database.
    std::function<Result<bool>(const std::string &left, const std::string &right)> areEqual;
};

/// A definition while it follows its table, and what is gathered on the way. What stands in the database under other
/// names or in other forms than the server's is brought into these by steps (`room`) and by the way from what is
/// `held` to the whole definition, as if the server had still to make it.
struct Followed
{
    json::Object definition;
    std::vector<SchemaOperation> room; ///< steps that make place
    QStringList remarks;               ///< on what no definition can say, and stays as it is

    std::set<std::string> unheldUnique;  ///< columns
    std::set<std::string> unheldIndexes; ///< names
    std::set<std::string> unheldKeys;    ///< columns of foreign keys, with commas between them
    std::set<std::pair<std::string, ConstraintKind>> unheldRules;

    void remark(const QString &text) { remarks.append(text); }
    void makeRoom(const FollowedTable &table, OperationKind kind, const std::string &subject, std::string sql,
                  const QString &reason);
    /// The definition without what the database does not hold as the server does.
    json::Value held() const;
};

/// Follows the columns, their types, defaults and rules. ErrorCode::Conflict naming a column whose values no field
/// has.
Result<void> followColumns(const FollowedTable &table, Followed &followed);
/// Follows primary key, foreign keys and indexes, of fields that are there.
Result<void> followKeys(const FollowedTable &table, Followed &followed);
Result<void> followIndexes(const FollowedTable &table, Followed &followed);

/// A field of a definition by name, or null.
json::Object *fieldOf(json::Object &definition, std::string_view name);
/// `constraints` of a field, made where there are none.
json::Object &constraintsOf(json::Object &field);

} // namespace tenantry::data
