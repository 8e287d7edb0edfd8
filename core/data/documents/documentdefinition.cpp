// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/documents/documentdefinition.h"

#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/documents/storedtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

QString named(const std::string &name)
{
    return QString::fromStdString(name);
}

class Adapter
{
public:
    Adapter(Table &table, const JsonPath &path, DefinitionReport &report)
        : m_table(table)
        , m_path(path)
        , m_report(report)
    {
    }

    void adapt()
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            adaptField(i);
        refuseWhatNeedsColumns();
        dropForeignKeys();
    }

private:
    void adaptField(std::size_t index)
    {
        const Column &column = m_table.columns[index];
        const JsonPath place = m_path / "fields" / index;
        if (!isInDocument(m_table, index)) {
            if (column.name == documentColumn)
                m_report.problem(place / "name",
                                 u"'%1' is where documents are kept; name the key otherwise"_s.arg(named(column.name)));
            return;
        }
        const ColumnType type = column.type;
        if (type == ColumnType::Range || type == ColumnType::Multirange || type == ColumnType::Vector)
            m_report.problem(place / "type", u"'%1' is %2, which tables of the provider 'jsonb' cannot hold; use "
                                             "'flat_table'"_s.arg(named(column.name), describeType(column.type)));
        addIndex(column, m_table.definition["fields"].at(index)["x-index"], place / "x-index");
    }

    void addIndex(const Column &column, const json::Value &written, const JsonPath &place)
    {
        if (written.isNull())
            return;
        const bool isGin = written.string() == "gin";
        if (!isGin && written.string() != "btree") {
            m_report.problem(place, u"must be 'btree' or 'gin'"_s);
            return;
        }
        if (isGin ? !isDocument(column.type) : !isScalar(column.type)) {
            m_report.problem(place, u"'%1' cannot be indexed by this type of index: it is %2"_s.arg(
                                        named(column.name), describeType(column.type)));
            return;
        }
        Index index;
        index.name = column.name;
        index.columns = {column.name};
        index.method = isGin ? IndexMethod::Gin : IndexMethod::Btree;
        const auto same = [&](const Index &other) { return folded(other.name) == folded(index.name); };
        if (std::any_of(m_table.indexes.begin(), m_table.indexes.end(), same))
            m_report.problem(place, u"an index has the name of this field, which that of `x-index` would get"_s);
        m_table.indexes.push_back(std::move(index));
    }

    void refuseWhatNeedsColumns()
    {
        for (std::size_t i = 0; i < m_table.definition["indexes"].array().size(); ++i) {
            for (const std::string &name : m_table.indexes[i].columns) {
                if (m_table.column(name)->type == ColumnType::List)
                    m_report.problem(m_path / "indexes" / i / "fields",
                                     u"'%1' is a list within a document, which cannot be indexed"_s.arg(named(name)));
            }
        }
        const QString needed = u"needs columns, which tables of the provider 'jsonb' do not have; use 'flat_table'"_s;
        if (m_table.graph)
            m_report.problem(m_path / (m_table.definition["graph"].isNull() ? "hierarchy" : "graph"), needed);
        if (m_table.search)
            m_report.problem(m_path / "search_fields", needed);
        for (const char *key : {"reverseRelationships", "manyToManyRelationships"}) {
            if (!m_table.definition[key].array().empty())
                m_report.warning(m_path / key, u"is kept but has no effect on a table of the provider 'jsonb'"_s);
        }
    }

    void dropForeignKeys()
    {
        for (std::size_t i = 0; i < m_table.foreignKeys.size(); ++i)
            m_report.warning(m_path / "foreignKeys" / i,
                             u"is kept but not enforced, and no relation, on a table of the provider 'jsonb'"_s);
        m_table.foreignKeys.clear();
    }

    Table &m_table;
    const JsonPath &m_path;
    DefinitionReport &m_report;
};

/// The part of a key that its column in the database depends on.
bool sameKey(const Table &before, const Table &after)
{
    const auto same = [&](std::size_t left, std::size_t right) {
        const Column &old = before.columns[left];
        const Column &column = after.columns[right];
        return old.name == column.name && old.type == column.type && old.generated == column.generated;
    };
    return std::equal(before.primaryKey.begin(), before.primaryKey.end(), after.primaryKey.begin(),
                      after.primaryKey.end(), same);
}

} // namespace

void adaptToDocuments(Table &table, const JsonPath &path, DefinitionReport &report)
{
    Adapter(table, path, report).adapt();
}

void refuseReshaping(const Table &before, const Table &after, const std::map<std::string, std::string> &renames,
                     const JsonPath &path, DefinitionReport &report)
{
    if (!sameKey(before, after))
        report.problem(path / "primaryKey",
                       u"the key of a table of the provider 'jsonb' stays as it is, unless the table is made anew with "
                       "force_recreate"_s);
    for (const auto &[to, from] : renames) {
        const std::optional<std::size_t> index = after.columnIndex(to);
        if (index && before.column(from) && !before.column(to))
            report.problem(path / "fields" / *index / "x-rename-from",
                           u"documents are left as they are, so '%1' cannot become '%2'; declare '%2' beside it"_s.arg(
                               named(from), named(to)));
    }
}

} // namespace tenantry::data
