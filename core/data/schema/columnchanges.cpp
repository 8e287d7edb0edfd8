// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/columnchanges.h"

#include "core/data/columntype.h"
#include "core/data/schema/columncast.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isReferring(const Table &table, const Column &column)
{
    return std::any_of(table.foreignKeys.begin(), table.foreignKeys.end(),
                       [&](const ForeignKey &key) { return contains(key.columns, column.name); });
}

void append(std::string &script, const std::string &statement)
{
    if (!statement.empty())
        script += (script.empty() ? "" : ";\n") + statement;
}

const CheckCondition *find(const std::vector<CheckCondition> &checks, ConstraintKind kind)
{
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const CheckCondition &check) { return check.kind == kind; });
    return found == checks.end() ? nullptr : &*found;
}

} // namespace

ColumnChanges::ColumnChanges(const TableComparison &comparison, const DdlWriter &ddl, OperationList &operations)
    : m_comparison(comparison)
    , m_before(comparison.renamedBefore())
    , m_after(comparison.after())
    , m_ddl(ddl)
    , m_alter(ddl.space())
    , m_checks(comparison, ddl)
    , m_operations(operations)
{
}

void ColumnChanges::rename()
{
    Table table = m_comparison.before();
    for (const ColumnRename &change : m_comparison.renames()) {
        Table after = renamed(table, change);
        rename(table, after, change);
        table = std::move(after);
    }
}

/// Constraints and indexes are called by their columns, so they get new names too.
void ColumnChanges::rename(const Table &before, const Table &after, const ColumnRename &change)
{
    std::string sql = m_alter.renameColumn(after, change.from, change.to);
    std::string rollback = m_alter.renameColumn(after, change.to, change.from);
    const Column &column = *after.column(change.to);
    const std::vector<CheckCondition> checks =
        checkConditions(column, sql::quoteIdentifier(column.name), m_ddl.dialect());
    const auto renameConstraint = [&](const std::string &from, const std::string &to) {
        if (from == to || isSqlite())
            return;
        append(sql, m_alter.renameConstraint(after, from, to));
        append(rollback, m_alter.renameConstraint(after, to, from));
    };
    for (const CheckCondition &check : checks)
        renameConstraint(constraintName(after.physicalName, check.kind, change.from),
                         constraintName(after.physicalName, check.kind, change.to));
    for (std::size_t i = 0; i < after.foreignKeys.size(); ++i)
        renameConstraint(constraintName(before, before.foreignKeys[i]), constraintName(after, after.foreignKeys[i]));
    if (column.constraints.unique)
        renameUnique(before, after, change, sql, rollback);
    const bool named = !checks.empty() || isReferring(after, column);
    SchemaOperation &operation =
        named ? m_operations.alter(OperationKind::RenameColumn, change.to, std::move(sql), std::move(rollback))
              : m_operations.add(OperationKind::RenameColumn, change.to, std::move(sql), std::move(rollback));
    operation.reason = u"was '%1'"_s.arg(QString::fromStdString(change.from));
}

void ColumnChanges::renameUnique(const Table &before, const Table &after, const ColumnRename &change, std::string &sql,
                                 std::string &rollback) const
{
    const Column &old = *before.column(change.from);
    const Column &column = *after.column(change.to);
    if (isSqlite()) { // renames no indexes
        append(sql, m_ddl.dropUnique(before, old));
        append(sql, m_ddl.createUnique(after, column));
        append(rollback, m_ddl.dropUnique(after, column));
        append(rollback, m_ddl.createUnique(before, old));
        return;
    }
    const std::string from = constraintName(before.physicalName, ConstraintKind::Unique, old.name);
    const std::string to = constraintName(after.physicalName, ConstraintKind::Unique, column.name);
    append(sql, m_alter.renameIndex(from, to));
    append(rollback, m_alter.renameIndex(to, from));
}

void ColumnChanges::dropRules()
{
    for (const Column &column : m_after.columns) {
        const Column *old = m_comparison.old(column);
        if (!old)
            continue;
        const bool all = m_comparison.changesType(*old, column);
        const std::string name = sql::quoteIdentifier(column.name);
        const auto rules = checkConditions(column, name, m_ddl.dialect());
        for (const CheckCondition &check : checkConditions(*old, name, m_ddl.dialect())) {
            if (all || !find(rules, check.kind))
                m_operations
                    .alter(OperationKind::DropCheck, column.name, m_alter.dropCheck(m_before, *old, check.kind),
                           m_alter.addCheck(m_before, *old, check))
                    .reason = spellingOf(check.kind);
        }
    }
}

void ColumnChanges::dropColumns()
{
    for (const Column &column : m_before.columns) {
        if (!m_after.column(column.name))
            dropColumn(column);
    }
}

void ColumnChanges::dropColumn(const Column &column)
{
    const bool isPlain = !contains(primaryKeyNames(m_before), column.name) && canBeAdded(m_before, column);
    std::string sql;
    if (column.constraints.unique)
        append(sql, m_ddl.dropUnique(m_before, column));
    append(sql, m_ddl.dropColumn(m_before, column));
    std::string rollback = m_ddl.addColumn(m_before, column);
    if (column.constraints.unique)
        append(rollback, m_ddl.createUnique(m_before, column));
    SchemaOperation &operation =
        isPlain ? m_operations.add(OperationKind::DropColumn, column.name, std::move(sql), std::move(rollback))
                : m_operations.alter(OperationKind::DropColumn, column.name, std::move(sql), std::move(rollback));
    operation.destructive = true;
    operation.reason = u"the values of the field are lost"_s;
}

/// SQLite adds columns with constant defaults, and none that must have a value and has no default.
bool ColumnChanges::canBeAdded(const Table &table, const Column &column) const
{
    const bool isConstant = !column.fallback || !defaultFunction(*column.fallback);
    const bool hasValue = column.nullable || column.fallback;
    return isConstant && hasValue && !column.generated && !isReferring(table, column);
}

bool ColumnChanges::comesWithColumn(const ForeignKey &key) const
{
    const auto isNew = [&](const std::string &name) { return !m_before.column(name); };
    const bool isOwn = key.targetPhysicalName == m_after.physicalName;
    if (key.columns.size() != 1 || !isNew(key.columns.front()))
        return false;
    return !isOwn || (!isNew(key.targetColumns.front()) && !m_comparison.changesPrimaryKey() &&
                      contains(primaryKeyNames(m_before), key.targetColumns.front()));
}

void ColumnChanges::addColumns()
{
    for (const Column &column : m_after.columns) {
        if (!m_comparison.old(column))
            addColumn(column);
    }
}

void ColumnChanges::addColumn(const Column &column)
{
    Table with = m_after;
    std::erase_if(with.foreignKeys, [this](const ForeignKey &key) { return !comesWithColumn(key); });
    const bool refers = isReferring(m_after, column);
    const bool addable =
        canBeAdded(m_after, column) || (refers && column.nullable && !column.fallback && isReferring(with, column));
    std::string sql = m_ddl.addColumn(with, column);
    std::string rollback = m_ddl.dropColumn(m_after, column);
    SchemaOperation &operation =
        addable ? m_operations.add(OperationKind::AddColumn, column.name, std::move(sql), std::move(rollback))
                : m_operations.alter(OperationKind::AddColumn, column.name, std::move(sql), std::move(rollback));
    if (column.nullable || column.generated || column.fallback)
        return;
    operation.lossCount = m_checks.allRows();
    operation.check = m_checks.withoutValue();
    operation.reason = u"rows that are there would have no value"_s;
}

void ColumnChanges::alterTypes()
{
    for (const Column &column : m_after.columns) {
        const Column *old = m_comparison.old(column);
        if (old && m_comparison.changesType(*old, column))
            alterType(*old, column);
    }
}

void ColumnChanges::alterType(const Column &old, const Column &column)
{
    const CastKind kind = castKind(old.type, column.type);
    const CastKind back = castKind(column.type, old.type);
    const std::string name = sql::quoteIdentifier(column.name);
    std::string sql = m_alter.dropFilling(m_before, old);
    append(sql, m_alter.alterType(m_after, column, m_comparison.uncutValueOf(column, TableComparison::Names::Renamed)));
    std::string rollback = m_alter.dropFilling(m_after, column);
    append(rollback, m_alter.alterType(m_before, old,
                                       back == CastKind::Impossible
                                           ? std::string()
                                           : castExpression(column.type, old.type, name, m_ddl.dialect())));
    SchemaOperation &operation =
        m_operations.alter(OperationKind::AlterType, column.name, std::move(sql), std::move(rollback));
    operation.reversible = kind != CastKind::Impossible && back != CastKind::Impossible;
    operation.destructive = kind != CastKind::Lossless;
    operation.reason = u"from %1 to %2"_s.arg(describeType(old.type), describeType(column.type));
    if (kind == CastKind::Impossible)
        operation.reason += u", which none of the values can become: they are lost"_s;
    else
        operation.check = m_checks.misfits(column);
}

void ColumnChanges::changeNullability()
{
    for (const Column &column : m_after.columns) {
        const Column *old = m_comparison.old(column);
        if (!old || old->nullable == column.nullable)
            continue;
        std::string set = m_alter.setNotNull(m_after, column);
        std::string drop = m_alter.dropNotNull(m_after, column);
        if (column.nullable)
            m_operations.alter(OperationKind::DropNotNull, column.name, std::move(drop), std::move(set));
        else
            m_operations.alter(OperationKind::SetNotNull, column.name, std::move(set), std::move(drop)).check =
                m_checks.nulls(column);
    }
}

void ColumnChanges::changeFillings()
{
    for (const Column &column : m_after.columns) {
        if (const Column *old = m_comparison.old(column))
            changeFilling(*old, column);
    }
}

void ColumnChanges::changeFilling(const Column &old, const Column &column)
{
    std::string add = m_alter.addFilling(m_after, column);
    std::string restore = m_alter.addFilling(m_before, old);
    const bool wasDropped = m_comparison.changesType(old, column);
    if (wasDropped ? add.empty() : add == restore)
        return;
    std::string sql = wasDropped ? std::string() : m_alter.dropFilling(m_before, old);
    std::string rollback = m_alter.dropFilling(m_after, column);
    append(sql, add);
    append(rollback, wasDropped ? std::string() : restore);
    const OperationKind kind = add.empty() ? OperationKind::DropDefault : OperationKind::SetDefault;
    m_operations.alter(kind, column.name, std::move(sql), std::move(rollback));
}

void ColumnChanges::addRules()
{
    for (const Column &column : m_after.columns) {
        if (const Column *old = m_comparison.old(column))
            changeRules(*old, column);
    }
}

void ColumnChanges::changeRules(const Column &old, const Column &column)
{
    const std::string name = sql::quoteIdentifier(column.name);
    std::vector<CheckCondition> before;
    if (!m_comparison.changesType(old, column))
        before = checkConditions(old, name, m_ddl.dialect());
    for (const CheckCondition &check : checkConditions(column, name, m_ddl.dialect()))
        changeRule(old, column, find(before, check.kind), &check);
}

void ColumnChanges::changeRule(const Column &old, const Column &column, const CheckCondition *before,
                               const CheckCondition *after)
{
    if (before && before->condition == after->condition)
        return;
    std::string sql = before ? m_alter.dropCheck(m_before, old, before->kind) : std::string();
    std::string rollback = m_alter.dropCheck(m_after, column, after->kind);
    const bool cuts = after->kind == ConstraintKind::MaxLength && m_comparison.shortens(old, column);
    if (cuts)
        append(sql, m_alter.shorten(m_after, column, *column.constraints.maxLength));
    append(sql, m_alter.addCheck(m_after, column, *after));
    if (before)
        append(rollback, m_alter.addCheck(m_before, old, *before));
    SchemaOperation &operation =
        m_operations.alter(OperationKind::AddCheck, column.name, std::move(sql), std::move(rollback));
    operation.reason = spellingOf(after->kind);
    if (!cuts) {
        operation.check = m_checks.violations(column, after->kind);
    } else if (castKind(old.type, column.type) != CastKind::Impossible || old.type == column.type) {
        operation.lossCount = m_checks.tooLong(column);
        operation.reason += u": longer texts are cut"_s;
    }
}

void ColumnChanges::changeUniqueness()
{
    for (const Column &column : m_after.columns) {
        const Column *old = m_comparison.old(column);
        const bool was = old && old->constraints.unique;
        if (column.constraints.unique && !was)
            m_operations
                .add(OperationKind::AddIndex, column.name, m_ddl.createUnique(m_after, column),
                     m_ddl.dropUnique(m_after, column))
                .check = m_checks.duplicates({column.name}, spellingOf(ConstraintKind::Unique));
    }
}

void ColumnChanges::changeComments()
{
    const bool kept = m_ddl.dialect() == sql::Dialect::Postgres;
    for (const Column &column : m_after.columns) {
        const std::string_view old = commentOf(m_before, column.name);
        const std::string_view comment = commentOf(m_after, column.name);
        if (old != comment)
            m_operations.add(OperationKind::SetComment, column.name,
                             kept ? m_ddl.setComment(m_after, column, comment) : std::string(),
                             kept ? m_ddl.setComment(m_after, column, old) : std::string());
    }
}

} // namespace tenantry::data
