// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablechanges.h"

#include "core/data/columntype.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

std::string_view commentOf(const Table &table, std::string_view column)
{
    const std::optional<std::size_t> index = table.columnIndex(column);
    return index ? table.definition["fields"].at(*index)["comment"].string() : std::string_view();
}

bool equal(const ForeignKey &left, const ForeignKey &right)
{
    return left.columns == right.columns && left.targetPhysicalName == right.targetPhysicalName &&
           left.targetColumns == right.targetColumns && left.onDelete == right.onDelete;
}

bool equal(const Index &left, const Index &right)
{
    return left.name == right.name && left.columns == right.columns && left.unique == right.unique;
}

bool sameChecks(const Constraints &left, const Constraints &right)
{
    return left.minLength == right.minLength && left.maxLength == right.maxLength && left.minimum == right.minimum &&
           left.maximum == right.maximum && left.pattern == right.pattern && left.oneOf == right.oneOf;
}

bool hasChecks(const Constraints &rules)
{
    return !sameChecks(rules, Constraints());
}

template<class List, class Item>
bool contains(const List &list, const Item &item)
{
    return std::any_of(list.begin(), list.end(), [&](const auto &other) { return equal(other, item); });
}

std::vector<std::string> keyColumns(const Table &table)
{
    std::vector<std::string> names;
    for (const std::size_t index : table.primaryKey)
        names.push_back(table.columns[index].name);
    return names;
}

class ChangePlanner
{
public:
    ChangePlanner(const TableBefore &before, const Table &after, const std::map<std::string, std::string> &renames,
                  const DdlWriter &ddl)
        : m_before(before)
        , m_old(before.table)
        , m_new(after)
        , m_renames(renames)
        , m_ddl(ddl)
    {
    }

    std::vector<SchemaOperation> plan()
    {
        if (keyColumns(m_old) != keyColumns(m_new))
            refuse(OperationKind::AlterType, {}, u"the primary key of a table cannot be changed"_s, Loss::Yes);
        const bool searchChanges = !sameSearch(m_old, m_new);
        if (searchChanges && m_old.search)
            carryOut(OperationKind::DropIndex, std::string(searchColumn), m_ddl.dropSearch(m_old),
                     m_ddl.createSearch(m_old));
        planForeignKeys();
        for (const Index &index : m_old.indexes) {
            if (!contains(m_new.indexes, index))
                dropIndex(index);
        }
        for (const Column &column : m_old.columns) {
            if (!m_new.column(column.name))
                planMissingColumn(column);
        }
        for (const Column &column : m_new.columns) {
            if (const Column *old = m_old.column(column.name))
                planColumn(*old, column);
            else if (!isRename(column.name))
                addColumn(column);
        }
        for (const Index &index : m_new.indexes) {
            if (!contains(m_old.indexes, index))
                carryOut(OperationKind::AddIndex, index.name, m_ddl.createIndex(m_new, index),
                         m_ddl.dropIndex(m_new, index));
        }
        if (searchChanges && m_new.search)
            carryOut(OperationKind::AddIndex, std::string(searchColumn), m_ddl.createSearch(m_new),
                     m_ddl.dropSearch(m_new));
        return std::move(m_operations);
    }

private:
    enum class Loss { No, Yes };

    void carryOut(OperationKind kind, const std::string &subject, std::string sql, std::string rollback)
    {
        SchemaOperation operation;
        operation.kind = kind;
        operation.table = m_new.name;
        operation.column = subject;
        operation.sql = std::move(sql);
        operation.rollbackSql = std::move(rollback);
        m_operations.push_back(std::move(operation));
    }

    void refuse(OperationKind kind, const std::string &subject, const QString &reason, Loss loss)
    {
        SchemaOperation operation;
        operation.kind = kind;
        operation.table = m_new.name;
        operation.column = subject;
        operation.destructive = loss == Loss::Yes;
        operation.refused = true;
        operation.reason = reason;
        m_operations.push_back(std::move(operation));
    }

    bool isRename(const std::string &column) const
    {
        const auto found = m_renames.find(column);
        return found != m_renames.end() && m_old.column(found->second) && !m_new.column(found->second);
    }

    void planMissingColumn(const Column &column)
    {
        const auto renamed = std::any_of(m_renames.begin(), m_renames.end(), [&](const auto &rename) {
            return rename.second == column.name && m_new.column(rename.first) && !m_old.column(rename.first);
        });
        if (renamed)
            refuse(OperationKind::RenameColumn, column.name, u"a field cannot be renamed"_s, Loss::No);
        else
            refuse(OperationKind::DropColumn, column.name, u"the definition leaves out a field that holds data"_s,
                   Loss::Yes);
    }

    void addColumn(const Column &column)
    {
        if (!column.nullable && !column.fallback) {
            refuse(OperationKind::AddColumn, column.name, u"a new required field needs a default"_s, Loss::Yes);
            return;
        }
        if (column.fallback && defaultFunction(*column.fallback)) {
            refuse(OperationKind::AddColumn, column.name,
                   u"the default of a field that is added to a table must be a constant"_s, Loss::No);
            return;
        }
        if (column.fallback && isReferring(column)) {
            refuse(OperationKind::AddColumn, column.name,
                   u"a foreign key that is added to a table must not have a default"_s, Loss::No);
            return;
        }
        if (refersToNewColumn(column)) {
            refuse(OperationKind::AddColumn, column.name,
                   u"a foreign key that is added to a table must refer to a field that is there"_s, Loss::No);
            return;
        }
        carryOut(OperationKind::AddColumn, column.name, m_ddl.addColumn(m_new, column),
                 m_ddl.dropColumn(m_new, column));
        if (column.constraints.unique)
            addUnique(column);
        planComment(column.name);
    }

    bool isReferring(const Column &column) const
    {
        return std::any_of(m_new.foreignKeys.begin(), m_new.foreignKeys.end(), [&](const ForeignKey &key) {
            return std::find(key.columns.begin(), key.columns.end(), column.name) != key.columns.end();
        });
    }

    bool refersToNewColumn(const Column &column) const
    {
        return std::any_of(m_new.foreignKeys.begin(), m_new.foreignKeys.end(), [&](const ForeignKey &key) {
            const bool isOwn = key.columns.front() == column.name && key.targetPhysicalName == m_new.physicalName;
            return isOwn && !m_old.column(key.targetColumns.front());
        });
    }

    void planColumn(const Column &old, const Column &column)
    {
        if (old.type != column.type || old.generated != column.generated)
            refuse(OperationKind::AlterType, column.name,
                   u"the type of a field cannot be changed from %1 to %2"_s.arg(describeType(old.type),
                                                                                describeType(column.type)),
                   Loss::Yes);
        if (old.nullable != column.nullable)
            refuse(column.nullable ? OperationKind::DropNotNull : OperationKind::SetNotNull, column.name,
                   u"`required` of an existing field cannot be changed"_s, Loss::No);
        if (old.fallback != column.fallback)
            refuse(column.fallback ? OperationKind::SetDefault : OperationKind::DropDefault, column.name,
                   u"the default of an existing field cannot be changed"_s, Loss::No);
        if (!sameChecks(old.constraints, column.constraints))
            refuse(hasChecks(column.constraints) ? OperationKind::AddCheck : OperationKind::DropCheck, column.name,
                   u"the constraints of an existing field cannot be changed"_s, Loss::No);
        if (!old.constraints.unique && column.constraints.unique)
            addUnique(column);
        else if (old.constraints.unique && !column.constraints.unique)
            dropUnique(column);
        planComment(column.name);
    }

    void addUnique(const Column &column)
    {
        carryOut(OperationKind::AddIndex, column.name, m_ddl.createUnique(m_new, column),
                 m_ddl.dropUnique(m_new, column));
    }

    void dropUnique(const Column &column)
    {
        if (isReferredTo({column.name}))
            refuse(OperationKind::DropIndex, column.name, u"a foreign key refers to this unique field"_s, Loss::No);
        else
            carryOut(OperationKind::DropIndex, column.name, m_ddl.dropUnique(m_new, column),
                     m_ddl.createUnique(m_new, column));
    }

    void dropIndex(const Index &index)
    {
        if (index.unique && isReferredTo(index.columns))
            refuse(OperationKind::DropIndex, index.name, u"a foreign key refers to the fields of this index"_s,
                   Loss::No);
        else
            carryOut(OperationKind::DropIndex, index.name, m_ddl.dropIndex(m_old, index),
                     m_ddl.createIndex(m_old, index));
    }

    bool isReferredTo(std::vector<std::string> columns) const
    {
        const auto same = [&](const ForeignKey &key) {
            return std::is_permutation(key.targetColumns.begin(), key.targetColumns.end(), columns.begin(),
                                       columns.end());
        };
        const auto refers = [&](const ForeignKey *key) { return same(*key); };
        const auto refersToItself = [&](const ForeignKey &key) {
            return key.targetPhysicalName == m_new.physicalName && same(key);
        };
        return std::any_of(m_before.references.begin(), m_before.references.end(), refers) ||
               std::any_of(m_new.foreignKeys.begin(), m_new.foreignKeys.end(), refersToItself);
    }

    void planForeignKeys()
    {
        for (const ForeignKey &key : m_old.foreignKeys) {
            if (!contains(m_new.foreignKeys, key))
                refuse(OperationKind::DropForeignKey, key.columns.front(),
                       u"a foreign key of an existing field cannot be changed"_s, Loss::No);
        }
        for (const ForeignKey &key : m_new.foreignKeys) {
            const bool comesWithColumn = key.columns.size() == 1 && !m_old.column(key.columns.front());
            if (!comesWithColumn && !contains(m_old.foreignKeys, key))
                refuse(OperationKind::AddForeignKey, key.columns.front(),
                       u"a foreign key cannot be added to an existing field"_s, Loss::No);
        }
    }

    void planComment(const std::string &column)
    {
        const std::string_view old = commentOf(m_old, column);
        const std::string_view comment = commentOf(m_new, column);
        if (old == comment)
            return;
        const bool kept = m_ddl.dialect() == sql::Dialect::Postgres;
        const Column &definition = *m_new.column(column);
        carryOut(OperationKind::SetComment, column, kept ? m_ddl.setComment(m_new, definition, comment) : std::string(),
                 kept ? m_ddl.setComment(m_new, definition, old) : std::string());
    }

    const TableBefore &m_before;
    const Table &m_old;
    const Table &m_new;
    const std::map<std::string, std::string> &m_renames;
    const DdlWriter &m_ddl;
    std::vector<SchemaOperation> m_operations;
};

} // namespace

std::vector<SchemaOperation> planCreation(const Table &table, const DdlWriter &ddl)
{
    std::vector<SchemaOperation> operations;
    const auto add = [&](OperationKind kind, const std::string &subject, std::string sql, std::string rollback) {
        operations.push_back({kind, table.name, subject, std::move(sql), std::move(rollback), false, false, {}});
    };
    add(OperationKind::CreateTable, {}, ddl.createTable(table), ddl.dropTable(table.physicalName));
    for (const Column &column : table.columns) {
        if (column.constraints.unique)
            add(OperationKind::AddIndex, column.name, ddl.createUnique(table, column), ddl.dropUnique(table, column));
    }
    for (const Index &index : table.indexes)
        add(OperationKind::AddIndex, index.name, ddl.createIndex(table, index), ddl.dropIndex(table, index));
    if (table.search)
        add(OperationKind::AddIndex, std::string(searchColumn), ddl.createSearch(table), ddl.dropSearch(table));
    for (const ForeignKey &key : table.foreignKeys) {
        if (ddl.isAddedLast(table, key))
            add(OperationKind::AddForeignKey, key.columns.front(), ddl.addForeignKey(table, key),
                ddl.dropForeignKey(table, key));
    }
    for (const Column &column : table.columns) {
        const std::string_view comment = commentOf(table, column.name);
        if (!comment.empty() && ddl.dialect() == sql::Dialect::Postgres)
            add(OperationKind::SetComment, column.name, ddl.setComment(table, column, comment),
                ddl.setComment(table, column, {}));
    }
    return operations;
}

std::vector<SchemaOperation> planChange(const TableBefore &before, const Table &after,
                                        const std::map<std::string, std::string> &renames, const DdlWriter &ddl)
{
    return ChangePlanner(before, after, renames, ddl).plan();
}

} // namespace tenantry::data
