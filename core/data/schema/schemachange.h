// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apps/app.h"
#include "core/data/schema/schemaplanner.h"
#include "core/sql/session.h"

#include <chrono>

namespace tenantry::data {

/// Who changes definitions, and when.
struct Author
{
    QString id;
    Micros now = 0;
};

enum class DataLoss { Refuse, Allow };

/// Finds out which steps of a plan take something away from rows that are there (SchemaOperation::lossCount), and
/// refuses them unless that is allowed: ErrorCode::Conflict with `data.operations`.
Result<void> settleLosses(sql::Session &session, SchemaPlan &plan, DataLoss loss);

/// ErrorCode::Validation when rows of a table break what its plan asks of them, naming each constraint and how many
/// rows; `data.violations` lists them. Looks at the table as it is.
Result<void> refuseViolations(sql::Session &session, const TablePlan &plan);

/// Makes the tables what the plan says, and records that (schemarevision.h). The whole of it or, with the transaction,
/// nothing. `kind` is what each change is recorded as, otherwise Create or Update.
Result<void> carryOut(sql::Transaction &transaction, const apps::App &app, SchemaPlan &plan, const Author &author,
                      std::optional<RevisionKind> kind = std::nullopt);
Result<void> carryOut(sql::Transaction &transaction, const apps::App &app, TablePlan &plan, const Author &author,
                      std::optional<RevisionKind> kind = std::nullopt);

/// The record of a change, with a new id and without a duration.
SchemaRevision revisionOf(const TablePlan &plan, const apps::App &app, const Author &author);

/// The same of a change that is not carried out: pending, and without an id.
SchemaRevision plannedRevision(const TablePlan &plan, const apps::App &app, const Author &author,
                               std::optional<RevisionKind> kind);

/// How long a statement of a change of tables may take where nothing else is said.
inline constexpr std::chrono::milliseconds changeLimit{30'000};

/// From now on no statement of this transaction takes longer; ErrorCode::Timeout for one that would.
Result<void> limitTime(sql::Transaction &transaction, std::chrono::milliseconds limit);

} // namespace tenantry::data
