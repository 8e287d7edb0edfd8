// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/schemaoperation.h"
#include "core/json/value.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tenantry::data {

enum class TableAction { Created, Updated, Unchanged };

/// What became of one table, or would in a dry run.
struct TableOutcome
{
    std::string name;
    TableAction action = TableAction::Unchanged;
    std::string physicalName;
    std::vector<SchemaOperation> operations;
};

/// What is wrong with one table of a package.
struct TableFailure
{
    std::string table;
    QString message;
    QString detail;
};

/// The answer to a schema change.
struct SchemaReport
{
    std::vector<TableOutcome> tables; ///< in the order in which they are made
    std::vector<TableFailure> failures;
    QStringList warnings;
    bool dryRun = false;

    std::size_t count(TableAction action) const;
    bool changesNothing() const { return count(TableAction::Unchanged) == tables.size(); }
    json::Object toJson() const;
};

} // namespace tenantry::data
