// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/foreignkeydefinition.h"

#include "core/data/columntype.h"
#include "core/data/definition/columnlist.h"
#include "core/data/definition/deleteaction.h"
#include "core/data/definition/fielddefinition.h"
#include "core/data/systemtables.h"
#include "core/data/tablename.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

OnDelete readOnDelete(const json::Value &key, const JsonPath &path, DefinitionReport &report)
{
    const json::Value &written = key["x-actions"]["onDelete"];
    if (written.isNull())
        return OnDelete::NoAction;
    const std::string name = written.text().toUpper().toStdString();
    if (const auto action = actionNamed(name))
        return *action;
    report.problem(path / "x-actions" / "onDelete",
                   u"must be one of NO ACTION, RESTRICT, CASCADE, SET NULL and SET DEFAULT"_s);
    return OnDelete::NoAction;
}

void checkAction(const ForeignKey &key, const Table &table, const JsonPath &path, DefinitionReport &report)
{
    for (const std::string &name : key.columns) {
        const Column &column = *table.column(name);
        const QString field = QString::fromStdString(name);
        if (key.onDelete == OnDelete::SetNull && !column.nullable)
            report.problem(path / "x-actions" / "onDelete",
                           u"SET NULL needs a field that may be null, '%1' may not"_s.arg(field));
        if (key.onDelete == OnDelete::SetDefault && !column.fallback)
            report.problem(path / "x-actions" / "onDelete",
                           u"SET DEFAULT needs a field with a default, '%1' has none"_s.arg(field));
    }
}

/// Which table `resource` means, as far as the text says.
void readTarget(const json::Value &resource, const Table &table, ForeignKey &key, const JsonPath &path,
                DefinitionReport &report)
{
    key.targetApp = table.appSlug;
    if (!resource.isString()) {
        report.problem(path, u"name the table that is referred to (\"\" means this one)"_s);
        return;
    }
    const std::string_view name = resource.string();
    const std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) {
        key.targetApp = QString::fromUtf8(name.data(), qsizetype(colon));
        key.targetTable = normalizedTableName(name.substr(colon + 1));
    } else if (const Table *system = systemtables::find(name)) {
        key.targetApp.clear();
        key.targetTable = system->name;
        key.targetPhysicalName = system->physicalName;
        return;
    } else {
        key.targetTable = name.empty() ? table.name : normalizedTableName(name);
    }
    key.targetPhysicalName = physicalTableName(key.targetApp, key.targetTable);
}

ForeignKey readForeignKey(const json::Value &written, const Table &table, const JsonPath &path,
                          DefinitionReport &report)
{
    ForeignKey key;
    if (!written.isObject() || !written["reference"].isObject()) {
        report.problem(path, u"must be an object with `fields` and `reference`"_s);
        return key;
    }
    const json::Value &reference = written["reference"];
    key.columns = readColumnList(written["fields"], table, path / "fields", report);
    readTarget(reference["resource"], table, key, path / "reference" / "resource", report);
    if (!reference["fields"].isNull())
        key.targetColumns = readNameList(reference["fields"], path / "reference" / "fields", report);
    key.onDelete = readOnDelete(written, path, report);
    checkAction(key, table, path, report);
    return key;
}

/// Whether the columns are a key of the table, so that each value means one row.
bool isKey(const Table &table, std::vector<std::string> columns)
{
    const auto equal = [&](std::vector<std::string> other) {
        std::sort(other.begin(), other.end());
        return other == columns;
    };
    std::sort(columns.begin(), columns.end());
    std::vector<std::string> primaryKey;
    for (const std::size_t index : table.primaryKey)
        primaryKey.push_back(table.columns[index].name);
    if (equal(primaryKey))
        return true;
    if (table.keepsDocuments())
        return false; // the database has no other column that a key could refer to
    if (columns.size() == 1 && table.column(columns.front())->constraints.unique)
        return true;
    return std::any_of(table.indexes.begin(), table.indexes.end(),
                       [&](const Index &index) { return index.unique && equal(index.columns); });
}

void makeUuid(Table &table, std::size_t column)
{
    table.columns[column].type = ColumnType::Uuid;
    table.columns[column].format = "uuid";
    json::Array &fields = *table.definition.object()->find("fields")->array();
    setFieldType(*fields[column].object(), "string", "uuid");
}

class Resolver
{
public:
    Resolver(Table &table, ForeignKey &key, const JsonPath &path, DefinitionReport &report)
        : m_table(table)
        , m_key(key)
        , m_path(path)
        , m_report(report)
    {
    }

    void resolve(const Table &target)
    {
        if (m_key.targetColumns.empty()) {
            for (const std::size_t index : target.primaryKey)
                m_key.targetColumns.push_back(target.columns[index].name);
            writeTargetColumns();
        }
        if (m_key.targetColumns.size() != m_key.columns.size()) {
            problem(u"must have as many fields as the foreign key itself"_s);
            return;
        }
        for (const std::string &name : m_key.targetColumns) {
            if (!target.column(name)) {
                problem(u"the table '%1' has no field '%2'"_s.arg(targetName(), QString::fromStdString(name)));
                return;
            }
        }
        if (!isKey(target, m_key.targetColumns))
            problem(u"must be the primary key of '%1', or unique there"_s.arg(targetName()));
        for (std::size_t i = 0; i < m_key.columns.size(); ++i)
            matchTypes(*m_table.columnIndex(m_key.columns[i]), *target.column(m_key.targetColumns[i]));
    }

private:
    void problem(const QString &message) { m_report.problem(m_path / "reference" / "fields", message); }
    QString targetName() const { return QString::fromStdString(m_key.targetTable); }

    void writeTargetColumns()
    {
        json::Array names;
        for (const std::string &name : m_key.targetColumns)
            names.emplace_back(name);
        json::Array &keys = *m_table.definition.object()->find("foreignKeys")->array();
        json::Object &written = *keys[std::size_t(&m_key - m_table.foreignKeys.data())].object();
        written.find("reference")->object()->set("fields", json::Value(std::move(names)));
    }

    void matchTypes(std::size_t column, const Column &target)
    {
        const ColumnType type = m_table.columns[column].type;
        if (type == ColumnType::Text && target.type == ColumnType::Uuid) {
            makeUuid(m_table, column);
            return;
        }
        if (type == ColumnType::Integer && m_key.targetApp.isEmpty() && target.type == ColumnType::Uuid) {
            makeUuid(m_table, column);
            m_report.warning(m_path / "fields",
                             u"'%1' is kept as a UUID, which the keys of '%2' are"_s.arg(
                                 QString::fromStdString(m_table.columns[column].name), targetName()));
            return;
        }
        if (type == target.type)
            return;
        m_report.problem(m_path / "fields",
                         u"'%1' is %2, but '%3' of '%4' is %5"_s.arg(
                             QString::fromStdString(m_table.columns[column].name), describeType(type),
                             QString::fromStdString(target.name), targetName(), describeType(target.type)));
    }

    Table &m_table;
    ForeignKey &m_key;
    JsonPath m_path;
    DefinitionReport &m_report;
};

} // namespace

std::vector<ForeignKey> readForeignKeys(const json::Value &foreignKeys, const Table &table, const JsonPath &path,
                                        DefinitionReport &report)
{
    if (foreignKeys.isNull())
        return {};
    if (!foreignKeys.isArray()) {
        report.problem(path, u"must be a list"_s);
        return {};
    }
    std::vector<ForeignKey> keys;
    for (std::size_t i = 0; i < foreignKeys.array().size(); ++i) {
        ForeignKey key = readForeignKey(foreignKeys.at(i), table, path / i, report);
        const auto same = [&](const ForeignKey &other) { return other.columns == key.columns; };
        if (!key.columns.empty() && std::any_of(keys.begin(), keys.end(), same))
            report.problem(path / i / "fields", u"another foreign key has these fields"_s);
        keys.push_back(std::move(key));
    }
    return keys;
}

void resolveForeignKeys(Table &table, const TableLookup &lookup, const JsonPath &path, DefinitionReport &report)
{
    for (std::size_t i = 0; i < table.foreignKeys.size(); ++i) {
        ForeignKey &key = table.foreignKeys[i];
        const JsonPath place = path / "foreignKeys" / i;
        const bool isOwn = key.targetPhysicalName == table.physicalName;
        const Table *system = key.targetApp.isEmpty() ? systemtables::find(key.targetTable) : nullptr;
        const Table *target = isOwn ? &table : system ? system : lookup(key.targetApp, key.targetTable);
        if (!target) {
            const QString where =
                key.targetApp == table.appSlug ? u"this app"_s : u"an app '%1' of this site"_s.arg(key.targetApp);
            if (key.targetTable == "storage_objects" && key.targetApp == table.appSlug) {
                report.problem(place / "reference" / "resource",
                               u"storage_objects cannot be referred to yet: this server keeps no objects of storage"_s);
                continue;
            }
            report.problem(place / "reference" / "resource",
                           u"there is no table '%1' in %2"_s.arg(QString::fromStdString(key.targetTable), where));
            continue;
        }
        Resolver(table, key, place, report).resolve(*target);
    }
}

} // namespace tenantry::data
