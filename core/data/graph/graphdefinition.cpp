// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphdefinition.h"

#include "core/data/definition/fielddefinition.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

constexpr std::size_t maxTypes = 50;
/// The key of answers under which the start row stands.
constexpr std::string_view startKey = "data";

QString named(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isTypeName(std::string_view name)
{
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && std::int64_t(name.size()) <= longestEdgeType && name.front() >= 'a' &&
           name.front() <= 'z' && std::all_of(name.begin(), name.end(), isPart);
}

EdgeType parentType()
{
    EdgeType type;
    type.name = "parent";
    type.inverse = "children";
    type.maxOutgoing = 1;
    return type;
}

class GraphReader
{
public:
    GraphReader(const Table &table, const JsonPath &path, DefinitionReport &report)
        : m_table(table)
        , m_hierarchy(table.definition["hierarchy"])
        , m_written(table.definition["graph"])
        , m_path(path)
        , m_report(report)
    {
    }

    std::shared_ptr<const Graph> read()
    {
        const bool hierarchy = isHierarchy();
        const bool typed = isTyped();
        if (!hierarchy && !typed)
            return nullptr;
        if (typed)
            readTypes();
        if (hierarchy)
            readSelfReference();
        if (hierarchy && m_graph.types.empty()) {
            m_graph.isPlainHierarchy = true;
            m_graph.types.push_back(parentType());
        }
        checkNodes(m_path / (typed ? "graph" : "hierarchy"));
        return std::make_shared<const Graph>(std::move(m_graph));
    }

private:
    bool isHierarchy()
    {
        if (m_hierarchy.isObject())
            return isEnabled(m_hierarchy, m_path / "hierarchy");
        if (!m_hierarchy.isNull() && !m_hierarchy.isBool())
            m_report.problem(m_path / "hierarchy", u"must be true, false or an object"_s);
        return m_hierarchy.boolean();
    }

    bool isTyped()
    {
        if (!m_written.isNull() && !m_written.isObject())
            m_report.problem(m_path / "graph", u"must be an object"_s);
        return m_written.isObject() && isEnabled(m_written, m_path / "graph");
    }

    bool isEnabled(const json::Value &object, const JsonPath &path)
    {
        const json::Value &enabled = object["enabled"];
        if (!enabled.isNull() && !enabled.isBool())
            m_report.problem(path / "enabled", u"must be true or false"_s);
        return enabled.boolean(true);
    }

    void readTypes()
    {
        const bool isShort = m_written["types"].isNull() && !m_written["edge_types"].isNull();
        const char *key = isShort ? "edge_types" : "types";
        const json::Value &list = m_written[key];
        const JsonPath place = m_path / "graph" / key;
        if (list.isNull())
            return;
        if (!list.isArray() || list.array().size() > maxTypes) {
            m_report.problem(place, u"must be a list of at most %1 types"_s.arg(maxTypes));
            return;
        }
        for (std::size_t i = 0; i < list.array().size(); ++i) {
            const json::Value &item = list.at(i);
            m_graph.types.push_back(item.isString() ? shortType(item, place / i) : readType(item, place / i));
        }
    }

    EdgeType shortType(const json::Value &written, const JsonPath &path)
    {
        EdgeType type;
        type.name = readName(written, path);
        takeKeys(type, path, path);
        return type;
    }

    EdgeType readType(const json::Value &written, const JsonPath &path)
    {
        EdgeType type;
        if (!written.isObject()) {
            m_report.problem(path, u"must be an object with a `name`, or the name alone"_s);
            return type;
        }
        type.name = readName(written["name"], path / "name");
        type.inverse = readInverse(written["inverse"], path / "inverse");
        takeKeys(type, path / "name", path / "inverse");
        const json::Value &constraints = written["constraints"];
        if (!constraints.isNull() && !constraints.isObject())
            m_report.problem(path / "constraints", u"must be an object"_s);
        type.maxOutgoing = readLimit(constraints["max_outgoing"], path / "constraints" / "max_outgoing");
        type.maxIncoming = readLimit(constraints["max_incoming"], path / "constraints" / "max_incoming");
        type.metadata = readMetadata(written["metadata"], path / "metadata");
        if (const json::Value &description = written["description"]; !description.isNull() && !description.isString())
            m_report.problem(path / "description", u"must be a string"_s);
        return type;
    }

    std::string readName(const json::Value &written, const JsonPath &path)
    {
        if (isTypeName(written.string()))
            return std::string(written.string());
        m_report.problem(path, u"must be at most %1 lower case letters, digits and '_', beginning with a letter"_s.arg(
                                   longestEdgeType));
        return {};
    }

    std::string readInverse(const json::Value &written, const JsonPath &path)
    {
        if (written.isNull())
            return {};
        const QString text = written.text();
        if (text.isEmpty() || text.size() > longestEdgeType || text.contains(QChar(0)))
            m_report.problem(path, u"must be a name of 1 to %1 characters"_s.arg(longestEdgeType));
        return std::string(written.string());
    }

    /// Answers list rows under these names, so each must be the only one of its kind.
    void takeKeys(const EdgeType &type, const JsonPath &namePath, const JsonPath &inversePath)
    {
        if (type.name.empty())
            return;
        takeKey(type.name, namePath);
        takeKey(type.descendantsName(), inversePath);
    }

    void takeKey(const std::string &key, const JsonPath &path)
    {
        if (key == startKey)
            m_report.problem(path, u"'data' is the name of the start row in answers; choose another one"_s);
        else if (!m_keys.insert(key).second)
            m_report.problem(path, u"'%1' is the name of another type or its inverse"_s.arg(named(key)));
    }

    std::optional<std::int64_t> readLimit(const json::Value &written, const JsonPath &path)
    {
        if (written.isNull())
            return std::nullopt;
        const std::optional<std::int64_t> limit = written.isNumber() ? written.integer() : std::nullopt;
        if (!limit || *limit < 1)
            m_report.problem(path, u"must be a whole number of at least 1, or null"_s);
        return limit;
    }

    std::vector<Column> readMetadata(const json::Value &metadata, const JsonPath &path)
    {
        if (metadata.isNull())
            return {};
        const json::Value &fields = metadata["fields"];
        if (!metadata.isObject() || (!fields.isNull() && !fields.isArray())) {
            m_report.problem(path, u"must be an object with a list of `fields`"_s);
            return {};
        }
        std::vector<Column> columns;
        for (std::size_t i = 0; i < fields.array().size(); ++i) {
            json::Value field = fields.at(i);
            Column column = readField(field, path / "fields" / i, m_report);
            const auto same = [&](const Column &other) { return other.name == column.name; };
            if (!column.name.empty() && std::any_of(columns.begin(), columns.end(), same))
                m_report.problem(path / "fields" / i / "name", u"another field has this name"_s);
            columns.push_back(std::move(column));
        }
        return columns;
    }

    void readSelfReference()
    {
        const json::Value &written = m_hierarchy["self_reference"];
        if (written.isNull())
            return;
        const JsonPath place = m_path / "hierarchy" / "self_reference";
        if (!m_graph.types.empty()) {
            m_report.problem(place, u"a column holds one type of edges only; leave out the types of `graph`"_s);
            return;
        }
        const auto refersToItself = [&](const ForeignKey &key) {
            return key.targetTable == m_table.name && key.columns == std::vector{std::string(written.string())} &&
                   (key.targetColumns.empty() || isPrimaryKey(key.targetColumns));
        };
        if (std::any_of(m_table.foreignKeys.begin(), m_table.foreignKeys.end(), refersToItself))
            m_graph.selfReference = m_table.columnIndex(written.string());
        else
            m_report.problem(place, u"must name a field that is a foreign key to the primary key of this table"_s);
    }

    bool isPrimaryKey(const std::vector<std::string> &columns) const
    {
        return m_table.primaryKey.size() == 1 && columns.size() == 1 &&
               m_table.columns[m_table.primaryKey.front()].name == columns.front();
    }

    void checkNodes(const JsonPath &path)
    {
        if (m_table.primaryKey.size() > 1)
            m_report.problem(path, u"the rows of a graph need a primary key of one field"_s);
        else if (m_table.primaryKey.size() == 1 &&
                 m_table.columns[m_table.primaryKey.front()].type == ColumnType::Binary)
            m_report.problem(path, u"binary data cannot be the key of a graph's rows"_s);
    }

    const Table &m_table;
    const json::Value &m_hierarchy;
    const json::Value &m_written;
    const JsonPath &m_path;
    DefinitionReport &m_report;
    Graph m_graph;
    std::set<std::string> m_keys;
};

} // namespace

std::shared_ptr<const Graph> readGraph(const Table &table, const JsonPath &path, DefinitionReport &report)
{
    return GraphReader(table, path, report).read();
}

} // namespace tenantry::data
