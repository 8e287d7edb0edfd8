// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/changeplanner.h"

#include "core/data/vectors/vectorindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

template<class List, class Item>
bool contains(const List &list, const Item &item)
{
    return std::any_of(list.begin(), list.end(), [&](const auto &other) { return equal(other, item); });
}

bool names(const std::vector<std::string> &columns, const std::string &name)
{
    return std::find(columns.begin(), columns.end(), name) != columns.end();
}

bool sameSet(const std::vector<std::string> &left, const std::vector<std::string> &right)
{
    return std::is_permutation(left.begin(), left.end(), right.begin(), right.end());
}

/// The columns of a foreign key, as reports name it.
std::string subjectOf(const ForeignKey &key)
{
    std::string text;
    for (const std::string &column : key.columns)
        text.append(text.empty() ? "" : ", ").append(column);
    return text;
}

} // namespace

ChangePlanner::ChangePlanner(const TableComparison &comparison, std::vector<const ForeignKey *> references,
                             const DdlWriter &ddl)
    : m_comparison(comparison)
    , m_before(comparison.renamedBefore())
    , m_after(comparison.after())
    , m_ddl(ddl)
    , m_alter(ddl.space())
    , m_operations(comparison.after().name, ddl.dialect())
    , m_columns(comparison, ddl, m_operations)
{
    for (const ForeignKey *key : references) {
        ForeignKey &reference = m_references.emplace_back(*key);
        for (std::string &name : reference.targetColumns) {
            for (const ColumnRename &rename : comparison.renames()) {
                if (name == rename.from)
                    name = rename.to;
            }
        }
    }
}

std::vector<SchemaOperation> ChangePlanner::plan()
{
    refuseWhatOthersReferTo();
    m_columns.rename();
    dropForeignKeys();
    dropIndexes();
    dropSearch();
    m_columns.dropRules();
    dropPrimaryKey();
    m_columns.dropColumns();
    m_columns.addColumns();
    m_columns.alterTypes();
    m_columns.changeNullability();
    m_columns.changeFillings();
    m_columns.addRules();
    addPrimaryKey();
    m_columns.changeUniqueness();
    addIndexes();
    addSearch();
    addForeignKeys();
    m_columns.changeComments();
    return m_operations.take();
}

void ChangePlanner::refuseWhatOthersReferTo()
{
    if (m_comparison.changesPrimaryKey() && isReferredTo(primaryKeyNames(m_before)))
        m_operations.refuse(OperationKind::AlterType, {}, u"other tables refer to the primary key"_s);
    for (const Column &column : m_before.columns) {
        const Column *after = m_after.column(column.name);
        if (!after && isReferredTo(column.name))
            m_operations.refuse(OperationKind::DropColumn, column.name, u"other tables refer to this field"_s);
        else if (after && m_comparison.changesType(column, *after) && isReferredTo(column.name))
            m_operations.refuse(OperationKind::AlterType, column.name, u"other tables refer to this field"_s);
        else if (after && column.constraints.unique && !after->constraints.unique && isReferredTo({column.name}))
            m_operations.refuse(OperationKind::DropIndex, column.name, u"a foreign key refers to this unique field"_s);
    }
    for (const Index &index : m_before.indexes) {
        if (index.unique && !index.columns.empty() && !contains(m_after.indexes, index) && isReferredTo(index.columns))
            m_operations.refuse(OperationKind::DropIndex, index.name,
                                u"a foreign key refers to the fields of this index"_s);
    }
}

bool ChangePlanner::isReferredTo(const std::vector<std::string> &columns) const
{
    const auto refers = [&](const ForeignKey &key) { return sameSet(key.targetColumns, columns); };
    const auto refersToItself = [&](const ForeignKey &key) {
        return key.targetPhysicalName == m_after.physicalName && contains(m_before.foreignKeys, key) && refers(key) &&
               !sameSet(columns, primaryKeyNames(m_before));
    };
    return std::any_of(m_references.begin(), m_references.end(), refers) ||
           std::any_of(m_after.foreignKeys.begin(), m_after.foreignKeys.end(), refersToItself);
}

bool ChangePlanner::isReferredTo(const std::string &column) const
{
    return std::any_of(m_references.begin(), m_references.end(),
                       [&](const ForeignKey &key) { return names(key.targetColumns, column); });
}

bool ChangePlanner::changesType(const std::string &name) const
{
    const Column *before = m_before.column(name);
    const Column *after = m_after.column(name);
    return before && after && m_comparison.changesType(*before, *after);
}

bool ChangePlanner::mustStepAside(const ForeignKey &key) const
{
    const auto changes = [this](const std::string &name) { return changesType(name); };
    const bool isOwn = key.targetPhysicalName == m_after.physicalName;
    return std::any_of(key.columns.begin(), key.columns.end(), changes) ||
           (isOwn && (m_comparison.changesPrimaryKey() ||
                      std::any_of(key.targetColumns.begin(), key.targetColumns.end(), changes)));
}

/// What an index is made of may not say anything of the new type.
bool ChangePlanner::mustStepAside(const Index &index) const
{
    const auto changes = [this](const Column &column) { return changesType(column.name); };
    const bool computes = !index.expression.empty() || !index.where.empty() || !index.operatorClass.empty() ||
                          isOverVectors(index.method);
    return computes &&
           (!m_comparison.renames().empty() || std::any_of(m_before.columns.begin(), m_before.columns.end(), changes));
}

void ChangePlanner::dropForeignKeys()
{
    for (const ForeignKey &key : m_before.foreignKeys) {
        if (!contains(m_after.foreignKeys, key) || mustStepAside(key))
            m_operations.alter(OperationKind::DropForeignKey, subjectOf(key), m_ddl.dropForeignKey(m_before, key),
                               m_ddl.addForeignKey(m_before, key));
    }
}

void ChangePlanner::dropIndexes()
{
    for (const Index &index : m_before.indexes) {
        if (!contains(m_after.indexes, index) || mustStepAside(index))
            m_operations.add(OperationKind::DropIndex, index.name, m_ddl.indexes().drop(m_before, index),
                             m_ddl.indexes().create(m_before, index));
    }
    for (const Column &column : m_before.columns) {
        const Column *after = m_after.column(column.name);
        if (after && column.constraints.unique && !after->constraints.unique)
            m_operations.add(OperationKind::DropIndex, column.name, m_ddl.dropUnique(m_before, column),
                             m_ddl.createUnique(m_before, column));
    }
}

void ChangePlanner::dropPrimaryKey()
{
    if (!m_comparison.changesPrimaryKey())
        return;
    SchemaOperation &operation = m_operations.alter(OperationKind::AlterType, {}, m_alter.dropPrimaryKey(m_before),
                                                    m_alter.addPrimaryKey(m_before));
    operation.destructive = true;
    operation.reason = u"the primary key is taken away"_s;
}

void ChangePlanner::addPrimaryKey()
{
    if (!m_comparison.changesPrimaryKey())
        return;
    const std::vector<std::string> key = primaryKeyNames(m_after);
    const bool comesWithColumn = key.size() == 1 && !m_before.column(key.front());
    if (comesWithColumn)
        return;
    SchemaOperation &operation = m_operations.alter(OperationKind::AlterType, {}, m_alter.addPrimaryKey(m_after),
                                                    m_alter.dropPrimaryKey(m_after));
    operation.destructive = true;
    QStringList list;
    for (const std::string &name : key)
        list.append(QString::fromStdString(name));
    operation.reason = u"the primary key becomes %1"_s.arg(list.join(u", "_s));
    operation.check = RowChecks(m_comparison, m_ddl).duplicates(key, spellingOf(ConstraintKind::PrimaryKey));
}

void ChangePlanner::addIndexes()
{
    for (const Index &index : m_after.indexes) {
        const auto same = std::find_if(m_before.indexes.begin(), m_before.indexes.end(),
                                       [&](const Index &other) { return equal(other, index); });
        if (same != m_before.indexes.end() && !mustStepAside(*same))
            continue;
        SchemaOperation &operation =
            m_operations.add(OperationKind::AddIndex, index.name, m_ddl.indexes().create(m_after, index),
                             m_ddl.indexes().drop(m_after, index));
        operation.reason = m_ddl.indexes().remarkOn(m_after, index);
        if (index.unique && index.expression.empty() && index.where.empty())
            operation.check =
                RowChecks(m_comparison, m_ddl).duplicates(index.columns, spellingOf(ConstraintKind::Unique));
    }
}

void ChangePlanner::dropSearch()
{
    if (m_before.search && !sameSearch(m_before, m_after))
        m_operations.add(OperationKind::DropIndex, std::string(searchColumn), m_ddl.dropSearch(m_before),
                         m_ddl.createSearch(m_before));
}

void ChangePlanner::addSearch()
{
    if (m_after.search && !sameSearch(m_before, m_after))
        m_operations.add(OperationKind::AddIndex, std::string(searchColumn), m_ddl.createSearch(m_after),
                         m_ddl.dropSearch(m_after));
}

void ChangePlanner::addForeignKeys()
{
    for (const ForeignKey &key : m_after.foreignKeys) {
        if (m_columns.comesWithColumn(key) || (contains(m_before.foreignKeys, key) && !mustStepAside(key)))
            continue;
        m_operations
            .alter(OperationKind::AddForeignKey, subjectOf(key), m_ddl.addForeignKey(m_after, key),
                   m_ddl.dropForeignKey(m_after, key))
            .check = RowChecks(m_comparison, m_ddl).dangling(key);
    }
}

} // namespace tenantry::data
