// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/tabledefinition.h"

#include "core/base/crypto.h"
#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/definition/columnlist.h"
#include "core/data/definition/fielddefinition.h"
#include "core/data/definition/indexdefinition.h"
#include "core/data/definition/searchdefinition.h"
#include "core/data/graph/graphdefinition.h"
#include "core/data/tablename.h"
#include "core/json/writer.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// PostgreSQL ends at 1,600 columns, SQLite at 2,000.
constexpr std::size_t maxFields = 1000;

/// Written by the server only; what a client sends under these names is ignored.
constexpr std::array serverMarkers{"x-search-metadata", "x-auto-generated",  "x-edge-table",    "x-system-table",
                                   "x-read-only",       "x-reference-table", "x-source-app",    "x-source-table",
                                   "x-reflected",       "x-reflected-at",    "_hierarchy_mode", "_hierarchy_sugar"};

constexpr std::array withoutEffect{"uniqueKeys", "missingValues", "trueValues",  "falseValues",
                                   "bareNumber", "groupChar",     "decimalChar", "dialect"};

class Reader
{
public:
    Reader(TableDefinition &result, const JsonPath &path, DefinitionReport &report)
        : m_result(result)
        , m_table(result.table)
        , m_path(path)
        , m_report(report)
    {
    }

    void read(DefinitionSource source)
    {
        if (!m_table.definition.isObject()) {
            m_report.problem(m_path, u"must be an object with `fields` and `primaryKey`"_s);
            return;
        }
        tidy(*m_table.definition.object(), source);
        if (!readFields())
            return;
        readPrimaryKey();
        m_table.foreignKeys =
            readForeignKeys(m_table.definition["foreignKeys"], m_table, m_path / "foreignKeys", m_report);
        markGeneratedKey();
        m_table.indexes = readIndexes(m_table.definition["indexes"], m_table, m_path / "indexes", m_report);
        m_table.search = readSearch(m_table.definition, m_table, m_path, m_report);
        checkRelations();
        m_table.graph = readGraph(m_table, m_path, m_report);
        for (const char *key : withoutEffect) {
            if (!m_table.definition[key].isNull() && m_table.definition[key] != json::Value(false))
                m_report.warning(m_path / key, u"is kept but has no effect"_s);
        }
    }

private:
    static void tidy(json::Object &definition, DefinitionSource source)
    {
        for (const char *marker : serverMarkers) {
            if (source == DefinitionSource::Client)
                definition.remove(marker);
        }
        if (const json::Value *fields = definition.find("x-search-fields")) {
            if (!definition.contains("search_fields"))
                definition.set("search_fields", json::Value(*fields));
            definition.remove("x-search-fields");
        }
    }

    bool readFields()
    {
        json::Value *fields = m_table.definition.object()->find("fields");
        json::Array *list = fields ? fields->array() : nullptr;
        if (!list || list->empty() || list->size() > maxFields) {
            m_report.problem(m_path / "fields", u"must be a list of 1 to %1 fields"_s.arg(maxFields));
            return false;
        }
        std::set<QString> seen;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const JsonPath place = m_path / "fields" / i;
            noteRename((*list)[i]);
            Column column = readField((*list)[i], place, m_report);
            const QString nameInCapitals = folded(QString::fromStdString(column.name));
            if (!column.name.empty() && !seen.insert(nameInCapitals).second)
                m_report.problem(place / "name", u"another field has this name (upper and lower case are the same)"_s);
            m_table.columns.push_back(std::move(column));
        }
        return true;
    }

    void noteRename(json::Value &field)
    {
        const std::string_view old = field["x-rename-from"].string();
        if (!old.empty())
            m_result.renames.emplace(field["name"].string(), old);
        if (json::Object *members = field.object())
            members->remove("x-rename-from");
    }

    void readPrimaryKey()
    {
        const JsonPath place = m_path / "primaryKey";
        const json::Value &written = m_table.definition["primaryKey"];
        if (written.isNull()) {
            m_report.problem(place, u"name the field or fields that identify a row"_s);
            return;
        }
        for (const std::string &name : readColumnList(written, m_table, place, m_report)) {
            const std::size_t index = *m_table.columnIndex(name);
            const DataType &type = m_table.columns[index].type;
            if (!isScalar(type))
                m_report.problem(place, u"'%1' cannot be part of a key: it is %2"_s.arg(QString::fromStdString(name),
                                                                                        describeType(type)));
            m_table.columns[index].nullable = false;
            m_table.primaryKey.push_back(index);
        }
    }

    /// A key that is one UUID or integer is made by the database, unless it repeats the key of another table or has a
    /// default of its own. A lone string key called `id` is a UUID.
    void markGeneratedKey()
    {
        if (m_table.primaryKey.size() != 1)
            return;
        const std::size_t index = m_table.primaryKey.front();
        Column &key = m_table.columns[index];
        const auto refers = [&](const ForeignKey &foreignKey) {
            return std::find(foreignKey.columns.begin(), foreignKey.columns.end(), key.name) !=
                   foreignKey.columns.end();
        };
        if (std::any_of(m_table.foreignKeys.begin(), m_table.foreignKeys.end(), refers))
            return;
        if (key.type == ColumnType::Text && key.format.empty() && key.name == "id" && !key.fallback) {
            key.type = ColumnType::Uuid;
            key.format = "uuid";
            setFieldType(*m_table.definition.object()->find("fields")->array()->at(index).object(), "string", "uuid");
        }
        const bool random = key.fallback && defaultFunction(*key.fallback) == DefaultFunction::RandomUuid;
        if (key.type == ColumnType::Uuid)
            key.generated = !key.fallback || random;
        else if (key.type == ColumnType::Integer)
            key.generated = !key.fallback;
    }

    void checkRelations()
    {
        for (const char *key : {"reverseRelationships", "manyToManyRelationships"}) {
            const json::Value &value = m_table.definition[key];
            if (!value.isNull() && !value.isArray())
                m_report.problem(m_path / key, u"must be a list"_s);
        }
    }

    TableDefinition &m_result;
    Table &m_table;
    const JsonPath &m_path;
    DefinitionReport &m_report;
};

} // namespace

TableDefinition TableDefinition::read(const QString &appSlug, std::string_view name, const json::Value &definition,
                                      const JsonPath &path, DefinitionReport &report, DefinitionSource source)
{
    TableDefinition result;
    result.table.appSlug = appSlug;
    result.table.name = name;
    result.table.physicalName = physicalTableName(appSlug, name);
    result.table.definition = definition;
    Reader(result, path, report).read(source);
    result.table.schemaHash = definitionHash(result.table.definition);
    return result;
}

Result<TableDefinition> TableDefinition::parse(const QString &appSlug, std::string_view name,
                                               const json::Value &definition, const JsonPath &path,
                                               DefinitionSource source)
{
    DefinitionReport report;
    TableDefinition result = read(appSlug, name, definition, path, report, source);
    if (!report.acceptable())
        return failure(Error::invalid(report.problems()));
    result.warnings = report.warnings();
    return result;
}

void TableDefinition::resolve(const TableLookup &lookup, const JsonPath &path, DefinitionReport &report)
{
    resolveForeignKeys(table, lookup, path, report);
    table.schemaHash = definitionHash(table.definition);
}

std::string definitionHash(const json::Value &definition)
{
    return crypto::sha256Hex(json::canonical(definition)).toStdString();
}

} // namespace tenantry::data
