// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/documentchanges.h"

#include "core/data/documents/fieldextraction.h"
#include "core/data/documents/storedtable.h"
#include "core/data/schema/checkconditions.h"
#include "core/data/schema/operationlist.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// An index of the database over what documents hold.
struct DocumentIndex
{
    std::string subject; ///< as reports name it
    std::string create;
    std::string drop;
    QString remark;
    std::optional<RowCheck> check;

    bool operator==(const DocumentIndex &other) const { return subject == other.subject && create == other.create; }
};

std::string fieldOf(const Table &table, const std::string &name, const DdlWriter &ddl)
{
    return fieldSql(table, *table.columnIndex(name), {}, ddl.dialect());
}

/// Rows that a unique index does not bear.
RowCheck duplicates(const Table &table, const std::vector<std::string> &columns, const DdlWriter &ddl)
{
    std::string values;
    std::string known;
    for (const std::string &name : columns) {
        const std::string value = fieldOf(table, name, ddl);
        values += (values.empty() ? "" : ", ") + value;
        known += (known.empty() ? "" : " AND ") + value + " IS NOT NULL";
    }
    return {"SELECT CAST(coalesce(sum(n), 0) AS bigint) FROM (SELECT count(*) AS n FROM " +
                ddl.space().table(table.physicalName) + " WHERE " + known + " GROUP BY " + values +
                " HAVING count(*) > 1) AS d",
            spellingOf(ConstraintKind::Unique), QStringLiteral("have the same value as another")};
}

std::vector<DocumentIndex> indexesOf(const Table &table, const DdlWriter &ddl)
{
    std::vector<DocumentIndex> list;
    for (const Column &column : table.columns) {
        if (column.constraints.unique)
            list.push_back({column.name,
                            ddl.createUnique(table, column),
                            ddl.dropUnique(table, column),
                            {},
                            duplicates(table, {column.name}, ddl)});
    }
    for (const Index &index : table.indexes) {
        DocumentIndex &made = list.emplace_back();
        made.subject = index.name;
        made.create = ddl.indexes().create(table, index);
        made.drop = ddl.indexes().drop(table, index);
        made.remark = ddl.indexes().remarkOn(table, index);
        if (index.unique && index.expression.empty() && index.where.empty())
            made.check = duplicates(table, index.columns, ddl);
    }
    return list;
}

bool contains(const std::vector<DocumentIndex> &list, const DocumentIndex &index)
{
    return std::find(list.begin(), list.end(), index) != list.end();
}

} // namespace

std::vector<SchemaOperation> planDocumentChanges(const Table &before, const Table &after, const DdlWriter &ddl)
{
    OperationList operations(after.name, ddl.dialect());
    const std::vector<DocumentIndex> old = indexesOf(before, ddl);
    const std::vector<DocumentIndex> wanted = indexesOf(after, ddl);
    for (const DocumentIndex &index : old) {
        if (!contains(wanted, index))
            operations.add(OperationKind::DropIndex, index.subject, index.drop, index.create);
    }
    for (const DocumentIndex &index : wanted) {
        if (contains(old, index))
            continue;
        SchemaOperation &operation = operations.add(OperationKind::AddIndex, index.subject, index.create, index.drop);
        operation.reason = index.remark;
        operation.check = index.check;
    }
    return operations.take();
}

} // namespace tenantry::data
