// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/deleteaction.h"
#include "core/data/reflection/followed.h"
#include "core/data/schema/alterwriter.h"
#include "core/data/schema/tablecomparison.h"
#include "core/data/systemtables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text.append(text.empty() ? "" : ",").append(name);
    return text;
}

json::Value listOf(const std::vector<std::string> &names)
{
    json::Array list;
    for (const std::string &name : names)
        list.emplace_back(name);
    return json::Value(std::move(list));
}

class KeyFollower
{
public:
    KeyFollower(const FollowedTable &table, Followed &followed)
        : m_table(table)
        , m_before(table.before)
        , m_physical(table.physical)
        , m_followed(followed)
    {
    }

    Result<void> follow()
    {
        TRY(followPrimaryKey());
        json::Array keys;
        const json::Value &written = m_before.definition["foreignKeys"];
        for (std::size_t i = 0; i < m_before.foreignKeys.size(); ++i) {
            if (const PhysicalForeignKey *physical = find(m_before.foreignKeys[i]))
                keys.push_back(followKey(written.at(i), m_before.foreignKeys[i], *physical));
        }
        for (const PhysicalForeignKey &physical : m_physical.foreignKeys) {
            if (!m_seen.contains(&physical))
                addKey(physical, keys);
        }
        if (keys.empty() && written.isNull())
            return {};
        m_followed.definition.set("foreignKeys", json::Value(std::move(keys)));
        return {};
    }

private:
    bool isPostgres() const { return m_table.ddl.dialect() == sql::Dialect::Postgres; }

    Result<void> followPrimaryKey()
    {
        if (m_physical.primaryKey.empty())
            return failure(ErrorCode::Conflict, u"The table has no primary key, which every datatable has."_s,
                           u"Give it one; nothing was changed."_s);
        if (primaryKeyNames(m_before) != m_physical.primaryKey)
            m_followed.definition.set("primaryKey", listOf(m_physical.primaryKey));
        const std::string name = constraintName(m_before.physicalName, ConstraintKind::PrimaryKey, {});
        if (isPostgres() && m_physical.primaryKeyName != name)
            m_followed.makeRoom(
                m_table, OperationKind::AlterType, {},
                AlterWriter(m_table.ddl.space()).renameConstraint(m_before, m_physical.primaryKeyName, name),
                u"the primary key gets the server's name"_s);
        return {};
    }

    const PhysicalForeignKey *find(const ForeignKey &key)
    {
        const systemtables::KeyPlace place = systemtables::keyPlace(key, m_table.ddl.dialect());
        for (const PhysicalForeignKey &physical : m_physical.foreignKeys) {
            if (physical.columns == key.columns && physical.targetTable == place.table &&
                physical.targetColumns == place.columns && m_seen.insert(&physical).second)
                return &physical;
        }
        return nullptr;
    }

    json::Value followKey(const json::Value &written, const ForeignKey &key, const PhysicalForeignKey &physical)
    {
        json::Object entry = written.object();
        if (physical.onDelete != key.onDelete) {
            json::Object actions = entry.contains("x-actions") ? *entry.find("x-actions")->object() : json::Object();
            actions.set("onDelete", actionName(physical.onDelete));
            entry.set("x-actions", std::move(actions));
        }
        adopt(physical, constraintName(m_before, key));
        return json::Value(std::move(entry));
    }

    void addKey(const PhysicalForeignKey &physical, json::Array &keys)
    {
        const QString columns = QString::fromStdString(joined(physical.columns));
        const auto resource = physical.targetTable.empty() ? std::nullopt : m_table.resourceOf(physical.targetTable);
        const bool isTaken = std::any_of(keys.begin(), keys.end(), [&](const json::Value &key) {
            return key["fields"] == listOf(physical.columns) ||
                   QString::fromUtf8(key["fields"].string().data(), qsizetype(key["fields"].string().size())) ==
                       columns;
        });
        if (!resource || isTaken) {
            m_followed.remark(
                u"The foreign key of '%1' is none that a definition can say; it stays in the database only."_s.arg(
                    columns));
            return;
        }
        const bool isSystem = systemtables::find(*resource) != nullptr;
        json::Object reference;
        reference.set("resource", *resource);
        reference.set("fields",
                      isSystem ? json::Value(json::Array{json::Value("id")}) : listOf(physical.targetColumns));
        json::Object entry;
        entry.set("fields", listOf(physical.columns));
        entry.set("reference", std::move(reference));
        json::Object actions;
        actions.set("onDelete", actionName(physical.onDelete));
        entry.set("x-actions", std::move(actions));
        keys.emplace_back(std::move(entry));
        ForeignKey key;
        key.columns = physical.columns;
        adopt(physical, constraintName(m_before, key));
    }

    /// Has a key made anew that is not as the server makes it. On SQLite keys have no name that matters.
    void adopt(const PhysicalForeignKey &physical, const std::string &name)
    {
        const bool isDeferred = physical.onDelete != OnDelete::Restrict;
        if (!isPostgres() || (physical.name == name && physical.deferred == isDeferred))
            return;
        m_followed.makeRoom(m_table, OperationKind::DropForeignKey, joined(physical.columns),
                            "ALTER TABLE " + m_table.ddl.space().table(m_before.physicalName) + " DROP CONSTRAINT " +
                                sql::quoteIdentifier(physical.name),
                            u"made again as the server makes it"_s);
        m_followed.unheldKeys.insert(joined(physical.columns));
    }

    const FollowedTable &m_table;
    const Table &m_before;
    const PhysicalTable &m_physical;
    Followed &m_followed;
    std::set<const PhysicalForeignKey *> m_seen;
};

} // namespace

Result<void> followKeys(const FollowedTable &table, Followed &followed)
{
    return KeyFollower(table, followed).follow();
}

} // namespace tenantry::data
