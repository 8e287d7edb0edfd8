// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/schemachange.h"

#include "core/base/ids.h"
#include "core/data/schema/revisionstore.h"
#include "core/data/schema/tablestore.h"
#include "core/json/writer.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

Result<std::int64_t> count(sql::Session &session, const std::string &sql)
{
    const sql::CursorPtr cursor = TRY(session.connection().query(sql, {}));
    return TRY(cursor->next()) ? cursor->integer(0) : 0;
}

/// What an engine says of a step, told as something about the request.
Error explained(Error error, const SchemaOperation &operation)
{
    const QString table = QString::fromStdString(operation.table);
    switch (error.code) {
    case ErrorCode::UniqueViolation:
    case ErrorCode::CheckViolation:
    case ErrorCode::NotNullViolation:
    case ErrorCode::ForeignKeyViolation:
    case ErrorCode::BadRequest:
        return Error::make(ErrorCode::Validation,
                           u"Rows that are in '%1' break the new rule for '%2'."_s.arg(
                               table, QString::fromStdString(operation.column)),
                           u"Change those rows first; nothing was changed."_s)
            .withCause(error.cause);
    case ErrorCode::Unavailable:
        return Error::make(ErrorCode::Conflict, u"The table '%1' or one it refers to is in use."_s.arg(table),
                           u"Try again; nothing was changed."_s)
            .withCause(error.cause);
    case ErrorCode::Timeout:
        return Error::make(ErrorCode::Timeout, u"The change of '%1' took too long."_s.arg(table),
                           u"Nothing was changed; try at a quieter time, or with fewer changes at once."_s)
            .withCause(error.cause);
    default:
        return error;
    }
}

Result<void> run(sql::Transaction &transaction, const SchemaOperation &operation)
{
    if (operation.sql.empty() || operation.way == OperationWay::Rebuilt)
        return {};
    if (Result<void> done = transaction.script(operation.sql); !done)
        return failure(explained(std::move(done).error(), operation));
    return {};
}

std::string script(const std::vector<SchemaOperation> &operations, std::string SchemaOperation::*sql)
{
    std::string text;
    for (const SchemaOperation &operation : operations)
        text += operation.sql.empty() ? std::string() : (text.empty() ? "" : ";\n") + operation.*sql;
    return text;
}

Result<void> store(sql::Transaction &transaction, const apps::App &app, TablePlan &plan, const Author &author)
{
    TableRecord &record = plan.record;
    record.updatedAt = author.now;
    if (plan.action == TableAction::Updated) {
        record.modifiedBy = author.id;
        if (plan.droppedEdges)
            TRY(tablestore::remove(transaction, *plan.droppedEdges));
        return tablestore::update(transaction, record);
    }
    record.createdBy = author.id;
    record.createdAt = author.now;
    record.table.id = TRY(tablestore::insert(transaction, app.id, record));
    return {};
}

Result<void> requireFreeName(sql::Session &session, const Table &table)
{
    if (!TRY(tablestore::isPhysicalNameTaken(session, table.physicalName)))
        return {};
    return failure(ErrorCode::Conflict,
                   u"The table '%1' would be kept under the name '%2', which another app uses."_s.arg(
                       QString::fromStdString(table.name), QString::fromStdString(table.physicalName)),
                   u"Choose another name."_s);
}

Error lossConflict(const SchemaPlan &plan)
{
    SchemaReport report = plan.report();
    json::Array operations;
    QString first;
    for (const TablePlan &table : plan.tables) {
        QStringList reasons;
        for (const SchemaOperation &operation : table.operations) {
            if (!operation.destructive)
                continue;
            operations.push_back(toJson(operation));
            const QString subject = QString::fromStdString(operation.column);
            reasons.append(subject.isEmpty() ? operation.reason : u"'%1': %2"_s.arg(subject, operation.reason));
        }
        if (reasons.isEmpty())
            continue;
        const QString message =
            u"Changing the table '%1' like this loses data."_s.arg(QString::fromStdString(table.record.table.name));
        report.failures.push_back({table.record.table.name, message, reasons.join(u'\n')});
        if (first.isEmpty())
            first = message + u' ' + reasons.first();
    }
    json::Object data = report.toJson();
    data.set("operations", std::move(operations));
    Error error = Error::make(ErrorCode::Conflict, first, u"Send allow_data_loss=true if that is meant."_s);
    error.data = json::write(json::Value(std::move(data)));
    return error;
}

/// One check that rows have failed.
struct Violation
{
    const SchemaOperation *operation;
    std::int64_t rows;
};

Error violationError(const TablePlan &plan, const std::vector<Violation> &violations)
{
    const QString table = QString::fromStdString(plan.record.table.name);
    std::vector<FieldError> fields;
    json::Array list;
    for (const auto &[operation, rows] : violations) {
        const QString column = QString::fromStdString(operation->column);
        const QString message = u"%1: %2 %3"_s.arg(operation->check->constraint)
                                    .arg(rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(rows))
                                    .arg(operation->check->complaint);
        fields.push_back({column.isEmpty() ? operation->check->constraint : column, message});
        json::Object object;
        object.set("table", operation->table);
        object.set("column", column.isEmpty() ? json::Value() : json::Value(column));
        object.set("constraint", operation->check->constraint);
        object.set("rows", rows);
        list.emplace_back(std::move(object));
    }
    Error error = Error::invalid(fields);
    error.message = u"Rows in the table '%1' stand against the change. '%2': %3"_s.arg(table, fields.front().path,
                                                                                       fields.front().message);
    error.detail = u"Change those rows first; nothing was changed."_s;
    SchemaReport report;
    report.failures.push_back({plan.record.table.name, error.message, error.detail});
    json::Object data = report.toJson();
    data.set("violations", std::move(list));
    error.data = json::write(json::Value(std::move(data)));
    return error;
}

} // namespace

Result<void> settleLosses(sql::Session &session, SchemaPlan &plan, DataLoss loss)
{
    bool loses = false;
    for (TablePlan &table : plan.tables) {
        for (SchemaOperation &operation : table.operations) {
            if (!operation.lossCount.empty() && TRY(count(session, operation.lossCount)) > 0)
                operation.destructive = true;
            loses = loses || operation.destructive;
        }
    }
    if (loses && loss == DataLoss::Refuse)
        return failure(lossConflict(plan));
    return {};
}

Result<void> refuseViolations(sql::Session &session, const TablePlan &plan)
{
    std::vector<Violation> violations;
    bool misfits = false;
    for (const SchemaOperation &operation : plan.operations) {
        if (!operation.check)
            continue;
        // What does not fit its new type cannot be looked at as a value of it.
        if (misfits && operation.kind != OperationKind::AlterType)
            break;
        const std::int64_t rows = TRY(count(session, operation.check->count));
        if (rows > 0)
            violations.push_back({&operation, rows});
        misfits = misfits || (rows > 0 && operation.kind == OperationKind::AlterType);
    }
    if (violations.empty())
        return {};
    return failure(violationError(plan, violations));
}

SchemaRevision revisionOf(const TablePlan &plan, const apps::App &app, const Author &author)
{
    SchemaRevision revision;
    revision.revisionId = newUuid();
    revision.appId = app.id;
    revision.table = plan.record.table.name;
    revision.kind = plan.before ? RevisionKind::Update : RevisionKind::Create;
    revision.forwardSql = script(plan.operations, &SchemaOperation::sql);
    std::vector<SchemaOperation> backwards = plan.operations;
    std::reverse(backwards.begin(), backwards.end());
    revision.rollbackSql = script(backwards, &SchemaOperation::rollbackSql);
    json::Array changes;
    for (const SchemaOperation &operation : plan.operations) {
        changes.push_back(toJson(operation));
        revision.reversible = revision.reversible && operation.reversible;
    }
    revision.changes = json::Value(std::move(changes));
    for (const ColumnRename &rename : plan.renames)
        revision.renames.emplace(rename.to, rename.from);
    if (plan.before) {
        revision.oldDefinition = plan.before->definition;
        revision.oldHash = plan.before->schemaHash;
        // The same definition again: there is nothing to go back to.
        revision.reversible = revision.reversible && plan.before->schemaHash != plan.record.table.schemaHash;
    }
    revision.newDefinition = plan.record.table.definition;
    revision.newHash = plan.record.table.schemaHash;
    revision.createdBy = author.id;
    revision.createdAt = author.now;
    return revision;
}

Result<void> carryOut(sql::Transaction &transaction, const apps::App &app, TablePlan &plan, const Author &author,
                      std::optional<RevisionKind> kind)
{
    if (plan.action == TableAction::Unchanged)
        return {};
    if (plan.action == TableAction::Created)
        TRY(requireFreeName(transaction, plan.record.table));
    TRY(refuseViolations(transaction, plan));
    const auto begun = std::chrono::steady_clock::now();
    for (const SchemaOperation &operation : plan.operations)
        TRY(run(transaction, operation));
    TRY(store(transaction, app, plan, author));
    if (!plan.changesSchema())
        return {};
    SchemaRevision revision = revisionOf(plan, app, author);
    revision.kind = kind.value_or(revision.kind);
    revision.durationMs =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count();
    TRY(revisionstore::insert(transaction, revision));
    plan.revision = std::move(revision);
    return {};
}

SchemaRevision plannedRevision(const TablePlan &plan, const apps::App &app, const Author &author,
                               std::optional<RevisionKind> kind)
{
    SchemaRevision revision = revisionOf(plan, app, author);
    revision.kind = kind.value_or(revision.kind);
    revision.status = RevisionStatus::Pending;
    revision.revisionId.clear();
    return revision;
}

Result<void> carryOut(sql::Transaction &transaction, const apps::App &app, SchemaPlan &plan, const Author &author,
                      std::optional<RevisionKind> kind)
{
    for (TablePlan &table : plan.tables)
        TRY(carryOut(transaction, app, table, author, kind));
    for (TableRecord &follower : plan.followers) {
        follower.updatedAt = author.now;
        TRY(tablestore::update(transaction, follower));
    }
    return {};
}

Result<void> limitTime(sql::Transaction &transaction, std::chrono::milliseconds limit)
{
    if (transaction.dialect() == sql::Dialect::Postgres) // to the end of the transaction, however that ends
        return transaction.script("SET LOCAL statement_timeout = '" + std::to_string(limit.count()) + "ms'");
    transaction.connection().setDeadline(limit);
    return {};
}

} // namespace tenantry::data
