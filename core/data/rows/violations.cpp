// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/violations.h"

#include "core/data/constraintname.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

Error aboutFields(ErrorCode code, const std::vector<std::string> &columns, const QString &path, const QString &message,
                  Error error)
{
    Error result = Error::make(code, message);
    for (const std::string &column : columns)
        result.fields.push_back({path + QString::fromStdString(column), message});
    result.cause = std::move(error.cause);
    return result;
}

/// As a failed look-up words it: one problem, at the reference's first column.
Error dangling(const Table &table, const std::vector<std::string> &columns, const QString &path, Error error)
{
    const auto key = std::find_if(table.foreignKeys.begin(), table.foreignKeys.end(),
                                  [&](const ForeignKey &candidate) { return candidate.columns == columns; });
    Error result = Error::field(path + QString::fromStdString(columns.front()), danglingMessage(*key));
    result.cause = std::move(error.cause);
    return result;
}

} // namespace

Error explainViolation(const Table &table, Error error, const QString &path)
{
    const TableConstraint violated = findConstraint(table, error.constraint).value_or(TableConstraint());
    const std::vector<std::string> &columns = violated.columns;
    switch (error.code) {
    case ErrorCode::UniqueViolation:
        return aboutFields(ErrorCode::Conflict, columns, path,
                           u"A row of '%1' with this value exists already."_s.arg(QString::fromStdString(table.name)),
                           std::move(error));
    case ErrorCode::ForeignKeyViolation:
        if (violated.kind != ConstraintKind::ForeignKey)
            return stillReferenced(QString::fromStdString(table.name), std::move(error));
        return dangling(table, columns, path, std::move(error));
    case ErrorCode::NotNullViolation:
        return aboutFields(ErrorCode::Validation, columns, path, u"This field is required."_s, std::move(error));
    case ErrorCode::CheckViolation:
        return aboutFields(ErrorCode::Validation, columns, path, u"The value breaks a rule of this field."_s,
                           std::move(error));
    default:
        return error;
    }
}

QString danglingMessage(const ForeignKey &key)
{
    return u"There is no row in '%1' with this key."_s.arg(QString::fromStdString(key.targetTable));
}

Error stillReferenced(const QString &tableName, Error error)
{
    if (error.code != ErrorCode::ForeignKeyViolation)
        return error;
    return aboutFields(ErrorCode::Conflict, {}, {},
                       u"Other rows still refer to this row of '%1'; change or delete those first."_s.arg(tableName),
                       std::move(error));
}

Error noSuchRow(const Table &table, const QString &id)
{
    return Error::make(ErrorCode::NotFound,
                       u"'%1' has no row with the key %2."_s.arg(QString::fromStdString(table.name), id));
}

} // namespace tenantry::data
