// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/reflection/followed.h"
#include "core/data/schema/alterwriter.h"
#include "core/data/search/searchindex.h"
#include "core/data/vectors/vectorindex.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// What definitions can ask for and an engine gives without more being said.
constexpr std::array plainMethods{std::string_view("btree"), std::string_view("hash"), std::string_view("gin"),
                                  std::string_view("gist"), std::string_view("brin")};

class IndexFollower
{
public:
    IndexFollower(const FollowedTable &table, Followed &followed)
        : m_table(table)
        , m_before(table.before)
        , m_physical(table.physical)
        , m_followed(followed)
    {
    }

    Result<void> follow()
    {
        m_known.insert(nameOf(ConstraintKind::Index, searchColumn));
        followUnique();
        followDeclared();
        for (const PhysicalIndex &index : m_physical.indexes) {
            if (!m_known.contains(index.name) && !take(index))
                m_followed.remark(
                    u"The index '%1' is none that a definition can say; it stays in the database only."_s.arg(
                        QString::fromStdString(index.name)));
        }
        const bool was = m_before.definition.object().contains("indexes");
        if (was || !m_indexes.empty())
            m_followed.definition.set("indexes", json::Value(std::move(m_indexes)));
        followSearch();
        return {};
    }

private:
    bool isPostgres() const { return m_table.ddl.dialect() == sql::Dialect::Postgres; }
    std::string nameOf(ConstraintKind kind, std::string_view subject) const
    {
        return constraintName(m_before.physicalName, kind, subject);
    }

    bool has(const std::string &name) const
    {
        return std::any_of(m_physical.indexes.begin(), m_physical.indexes.end(),
                           [&](const PhysicalIndex &index) { return index.name == name; });
    }

    void followUnique()
    {
        for (const Column &column : m_before.columns) {
            json::Object *field = fieldOf(m_followed.definition, column.name);
            if (!field || !column.constraints.unique)
                continue;
            const std::string name = nameOf(ConstraintKind::Unique, column.name);
            if (has(name))
                m_known.insert(name);
            else
                constraintsOf(*field).remove("unique");
        }
    }

    /// An index that the engine does not make is in the definition alone. One over vectors may be declared since before
    /// the database could make it, and then is made now.
    void followDeclared()
    {
        const json::Value &written = m_before.definition["indexes"];
        for (std::size_t i = 0; i < m_before.indexes.size(); ++i) {
            const Index &index = m_before.indexes[i];
            const std::string name = nameOf(ConstraintKind::Index, index.name);
            const bool isMade = m_table.ddl.indexes().makes(m_before, index);
            const bool isNew = isMade && !has(name) && isOverVectors(index.method);
            if (isNew)
                m_followed.unheldIndexes.insert(index.name);
            if (!isMade || isNew || (has(name) && m_known.insert(name).second))
                m_indexes.push_back(written.at(i));
        }
    }

    bool take(const PhysicalIndex &index)
    {
        const bool isKnownMethod =
            std::find(plainMethods.begin(), plainMethods.end(), index.method) != plainMethods.end();
        const auto isField = [&](const std::string &column) {
            return fieldOf(m_followed.definition, column) != nullptr;
        };
        if (!index.plain || !isKnownMethod || !std::all_of(index.columns.begin(), index.columns.end(), isField))
            return false;
        return index.unique && index.columns.size() == 1 ? takeUnique(index) : takeIndex(index);
    }

    bool takeUnique(const PhysicalIndex &index)
    {
        const std::string &column = index.columns.front();
        json::Object &constraints = constraintsOf(*fieldOf(m_followed.definition, column));
        if (constraints.contains("unique"))
            return false;
        constraints.set("unique", true);
        if (index.name == nameOf(ConstraintKind::Unique, column))
            return true;
        m_followed.unheldUnique.insert(column);
        giveUp(index, column);
        return true;
    }

    bool takeIndex(const PhysicalIndex &index)
    {
        const bool isTaken = std::any_of(m_indexes.begin(), m_indexes.end(), [&](const json::Value &other) {
            return other["name"].string() == index.name;
        });
        if (isTaken)
            return false;
        json::Array fields;
        for (const std::string &column : index.columns)
            fields.emplace_back(column);
        json::Object entry;
        entry.set("name", index.name);
        entry.set("fields", std::move(fields));
        if (index.method != "btree")
            entry.set("type", index.method);
        if (index.unique)
            entry.set("unique", true);
        m_indexes.emplace_back(std::move(entry));
        if (isPostgres() && !index.ofConstraint) {
            m_followed.makeRoom(
                m_table, OperationKind::AddIndex, index.name,
                AlterWriter(m_table.ddl.space()).renameIndex(index.name, nameOf(ConstraintKind::Index, index.name)),
                u"gets the server's name"_s);
            return true;
        }
        m_followed.unheldIndexes.insert(index.name);
        giveUp(index, index.name);
        return true;
    }

    /// Takes an index away that the server makes again. One that others depend on stays beside it.
    void giveUp(const PhysicalIndex &index, const std::string &subject)
    {
        const std::string &name = index.name;
        if (index.holdsKeys || (index.ofConstraint && !isPostgres())) {
            m_followed.remark(u"The index '%1' stays beside the server's own."_s.arg(QString::fromStdString(name)));
            return;
        }
        const sql::Namespace &space = m_table.ddl.space();
        m_followed.makeRoom(m_table, OperationKind::DropIndex, subject,
                            index.ofConstraint ? "ALTER TABLE " + space.table(m_before.physicalName) +
                                                     " DROP CONSTRAINT " + sql::quoteIdentifier(name)
                                               : "DROP INDEX " + space.table(name),
                            u"made again under the server's name"_s);
    }

    void followSearch()
    {
        if (!m_before.search || m_physical.hasSearch)
            return;
        for (const char *key : {"search_fields", "search_language", "search_config"})
            m_followed.definition.remove(key);
    }

    const FollowedTable &m_table;
    const Table &m_before;
    const PhysicalTable &m_physical;
    Followed &m_followed;
    std::set<std::string> m_known;
    json::Array m_indexes;
};

} // namespace

Result<void> followIndexes(const FollowedTable &table, Followed &followed)
{
    return IndexFollower(table, followed).follow();
}

} // namespace tenantry::data
