// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphreader.h"

#include "core/data/graph/edgestable.h"
#include "core/data/graph/walkwriter.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/populator.h"
#include "core/data/rows/rowdrafts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Most edges between the nodes of one answer.
constexpr std::size_t mostEdges = 100'000;

/// Of links that are kept in a column.
constexpr std::string_view parentType = "parent";

Error tooManyEdges()
{
    return Error::make(ErrorCode::BadRequest, u"There are more than %1 edges between these nodes."_s.arg(mostEdges),
                       u"Ask for a smaller depth, for fewer start nodes, or for one relationship_type."_s);
}

/// How edges are answered, whatever keeps them: `selected` columns of the links' table under the names of edges.
struct EdgeForm
{
    Table table;
    std::vector<std::size_t> columns; ///< of `table`, all of them
    std::vector<std::size_t> selected;
};

EdgeForm edgeForm(const Links &links)
{
    EdgeForm form;
    const auto add = [&](std::string_view name, std::size_t selected) {
        Column column;
        column.name = name;
        column.jsonKey = json::quoted(name).toStdString() + ':';
        column.type = links.table->columns[selected].type;
        form.columns.push_back(form.table.columns.size());
        form.table.columns.push_back(std::move(column));
        form.selected.push_back(selected);
    };
    const auto addOwn = [&](std::string_view name) { add(name, *links.table->columnIndex(name)); };
    if (links.type)
        addOwn(edgestable::id);
    add(edgestable::fromId, links.lower);
    add(edgestable::toId, links.upper);
    if (links.type) {
        addOwn(edgestable::type);
        addOwn(edgestable::metadata);
    }
    add("from", links.lower);
    add("to", links.upper);
    return form;
}

/// What links in a column do not have and edges have.
class ParentMembers : public RowMembers
{
public:
    void add(const sql::Cursor &, json::Writer &writer) override
    {
        writer.member("type", parentType).key("metadata").beginObject().endObject();
    }
};

std::optional<std::string> textOf(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<std::string>(row.text(column));
}

/// Edges from the nodes, in order, to their parents.
void addParents(const std::vector<std::optional<std::string>> &parents, Neighbourhood &nodes)
{
    for (std::size_t node = 0; node < parents.size(); ++node) {
        const auto parent = parents[node] ? nodes.find(*parents[node]) : std::nullopt;
        if (parent)
            nodes.addEdge({node, *parent, std::string(parentType), {}});
    }
    nodes.sortSteps();
}

} // namespace

Result<GraphAnswer> GraphReader::read(const GraphPlan &plan)
{
    const std::vector<std::string> keys = TRY(startKeys(plan));
    Neighbourhood nodes;
    if (!keys.empty()) {
        TRY(readNodes(plan, nodes));
        if (!plan.nodesHoldEdges)
            TRY(readEdges(plan, nodes));
    }
    std::vector<std::size_t> starts;
    for (const std::string &key : keys) {
        if (const auto start = nodes.find(key))
            starts.push_back(*start);
    }

    GraphAnswer answer;
    answer.window = plan.walk->start.window;
    answer.starts = std::int64_t(starts.size());
    if (plan.start == GraphStart::List)
        answer.startsInAll = TRY(countStarts(plan));
    json::Writer writer(answer.data);
    GraphShape shape(nodes, *plan.nodes.rows.table->graph, plan.request);
    if (plan.request.format == GraphFormat::Graph) {
        TRY(shape.writeGraph(starts, writer));
        answer.total = std::int64_t(shape.count());
        return answer;
    }
    if (plan.request.format == GraphFormat::Tree) {
        writer.beginArray();
        for (const std::size_t start : starts)
            TRY(shape.writeTree(start, writer));
        writer.endArray();
        answer.total = std::int64_t(shape.count());
        return answer;
    }
    if (plan.start == GraphStart::Row) {
        for (const std::size_t start : starts)
            TRY(shape.writeFlat(start, writer));
        return answer;
    }
    writer.beginArray();
    for (const std::size_t start : starts)
        TRY(shape.writeFlat(start, writer));
    writer.endArray();
    answer.total = answer.startsInAll;
    return answer;
}

Result<std::vector<std::string>> GraphReader::startKeys(const GraphPlan &plan)
{
    std::vector<std::string> keys;
    const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).page(plan.walk->start).run(m_session));
    while (TRY(cursor->next()))
        keys.emplace_back(cursor->text(0));
    return keys;
}

Result<void> GraphReader::readNodes(const GraphPlan &plan, Neighbourhood &nodes)
{
    const Table &table = *plan.nodes.rows.table;
    const std::vector<std::size_t> &columns = plan.nodes.columns;
    const auto key = int(std::find(columns.begin(), columns.end(), keyOfNodes(table)) - columns.begin());
    const RowRenderer renderer(table, columns, m_session.dialect());
    const Projection projection{columns, plan.nodes.hidden, plan.nodes.populated};
    RowDrafts drafts(table, projection, renderer, m_session.dialect());
    std::vector<std::string> keys;
    std::vector<std::optional<std::string>> parents;
    const int parent = plan.nodes.extraIndex(0) - 1;
    {
        const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).page(plan.nodes).run(m_session));
        while (TRY(cursor->next())) {
            if (keys.size() == GraphRequest::mostNodes)
                return failure(tooManyNodes());
            keys.emplace_back(cursor->text(key));
            if (plan.nodesHoldEdges)
                parents.push_back(textOf(*cursor, parent));
            drafts.add(*cursor);
        }
    }
    const auto found = TRY(Populator(m_session).find(drafts, projection.populated));
    for (std::size_t i = 0; i < keys.size(); ++i)
        nodes.addNode(std::move(keys[i]), drafts.filled(i, found));
    addParents(parents, nodes);
    return {};
}

Result<void> GraphReader::readEdges(const GraphPlan &plan, Neighbourhood &nodes)
{
    const Links &links = plan.walk->links;
    const EdgeForm form = edgeForm(links);
    const RowRenderer renderer(form.table, form.columns, m_session.dialect());
    ParentMembers parent;
    std::vector<RowMembers *> members;
    if (!links.type)
        members.push_back(&parent);

    const Statement statement = walkedEdges(m_session.space(), *plan.walk, form.selected, mostEdges + 1);
    const sql::CursorPtr cursor = TRY(statement.run(m_session));
    const auto ends = int(form.selected.size());
    while (TRY(cursor->next())) {
        if (nodes.edges().size() == mostEdges)
            return failure(tooManyEdges());
        const auto lower = nodes.find(std::string(cursor->text(ends)));
        const auto upper = nodes.find(std::string(cursor->text(ends + 1)));
        if (!lower || !upper)
            continue;
        Neighbourhood::Edge edge{*lower, *upper, std::string(cursor->text(ends + 2)), {}};
        json::Writer writer(edge.row);
        renderer.render(*cursor, writer, members);
        nodes.addEdge(std::move(edge));
    }
    nodes.sortSteps();
    return {};
}

Result<std::int64_t> GraphReader::countStarts(const GraphPlan &plan)
{
    const sql::CursorPtr cursor = TRY(SqlWriter(m_session.space()).count(plan.walk->start.rows).run(m_session));
    TRY(cursor->next());
    return cursor->integer(0);
}

} // namespace tenantry::data
