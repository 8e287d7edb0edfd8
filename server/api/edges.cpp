// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/edges.h"

#include "core/base/ids.h"
#include "core/data/cataloguestore.h"
#include "core/data/graph/edgestable.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "core/json/writer.h"
#include "server/api/rowendpoint.h"
#include "server/api/rowpage.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Deleting it deletes nothing, as deleting any id that no edge has.
const QString idOfNoEdge = u"00000000-0000-0000-0000-000000000000"_s;

} // namespace

Result<QString> edgeIds(const std::optional<QString> &ids, const json::Value &body)
{
    const json::Value &listed = body["edge_ids"];
    if (ids.has_value() == !listed.isNull() || (!listed.isNull() && !listed.isArray()))
        return failure(Error::field(u"edge_ids"_s, u"Name the edges to delete either as ids=a,b or in the body, "
                                                   "{\"edge_ids\": [\"a\", \"b\"]}."_s));
    QStringList named = ids.value_or(QString()).split(u',', Qt::SkipEmptyParts);
    for (const json::Value &id : listed.array())
        named.append(id.text());
    named.removeIf([](const QString &id) { return !isUuid(id.trimmed()); });
    return named.isEmpty() ? idOfNoEdge : named.join(u',');
}

Result<bool> holdsEdges(const Services &services, const Call &call)
{
    const auto catalogue = TRY(services.catalogues.current(*call.site));
    const auto table = catalogue->table(call.path("app"), call.path("table").toStdString());
    return table && table->nodes;
}

namespace {

namespace edgestable = data::edgestable;
using data::Parameters;
using data::Written;

constexpr const char *collection = "/api/apps/{app}/datatables/{table}/edges/";
constexpr const char *item = "/api/apps/{app}/datatables/{table}/edges/{edge}/";

QString edgeCount(std::int64_t count)
{
    return count == 1 ? u"1 edge"_s : u"%1 edges"_s.arg(count);
}

struct EdgeCaller : data::RowCaller
{
    std::shared_ptr<const data::Table> nodes;
};

/// The caller of the table that holds the edges. NotFound where the table has no graph.
Result<EdgeCaller> edgeCaller(const Services &services, const Call &call)
{
    EdgeCaller caller{rowCaller(call), nullptr};
    auto catalogue = TRY(services.catalogues.current(caller.site));
    data::TableView nodes = TRY(data::RowAccess::find(std::move(catalogue), caller.app, caller.table));
    if (!nodes.table->graph)
        return failure(ErrorCode::NotFound, u"The datatable '%1' declares no graph."_s.arg(caller.table));
    if (!nodes.table->graph->hasEdgesTable())
        return failure(ErrorCode::BadRequest,
                       u"The datatable '%1' keeps its hierarchy in a column and has no edges."_s.arg(caller.table),
                       u"Change the column instead."_s);
    caller.table = QString::fromStdString(edgestable::name(caller.table.toStdString())); // also of a mirror
    caller.nodes = std::move(nodes.table);
    return caller;
}

/// `rows` with the names that older clients read, beside those of the columns.
Result<QByteArray> withOlderNames(const QByteArray &rows)
{
    json::Value value = TRY(json::read({rows.constData(), std::size_t(rows.size())}));
    const auto addTo = [](json::Object &edge) {
        for (const auto &[column, name] : {std::pair{edgestable::fromId, "from"}, {edgestable::toId, "to"}}) {
            if (const json::Value *key = edge.find(column))
                edge.set(name, json::Value(*key));
        }
    };
    if (json::Object *edge = value.object())
        addTo(*edge);
    if (json::Array *edges = value.array()) {
        for (json::Value &edge : *edges)
            addTo(*edge.object());
    }
    return json::write(value);
}

/// What one parameter of the edges is called among those of their rows: values may be repeated, and lists.
std::optional<QString> listedColumn(const QString &parameter)
{
    if (parameter == "from_id"_L1 || parameter == "to_id"_L1 || parameter == "type"_L1)
        return parameter;
    if (parameter == "types"_L1)
        return u"type"_s;
    return std::nullopt;
}

/// A misspelt type would find no edges. Where none is declared every text is one.
Result<void> requireTypes(const data::Graph &graph, const QString &parameter, const QStringList &types)
{
    std::vector<FieldError> problems;
    for (const QString &type : types) {
        if (!graph.types.empty() && !graph.type(type.toStdString()))
            problems.push_back({parameter, data::unknownEdgeType(graph, type.toStdString())});
    }
    return problems.empty() ? Result<void>() : failure(Error::invalid(std::move(problems)));
}

Result<Parameters> rowParameters(const data::Graph &graph, const Parameters &parameters)
{
    Parameters rows;
    std::map<QString, QStringList> lists;
    for (const auto &[name, value] : parameters) {
        const std::optional<QString> column = listedColumn(name);
        if (!column) {
            rows.emplace_back(name, value);
            continue;
        }
        const QStringList values = value.split(u',', Qt::SkipEmptyParts);
        if (*column == "type"_L1)
            TRY(requireTypes(graph, name, values));
        lists[*column] += values;
    }
    for (const auto &[column, values] : lists)
        rows.emplace_back(column + u"__in"_s, values.join(u','));
    return rows;
}

/// Parameters by the names under which they were sent.
Error inTermsOfEdges(Error error)
{
    for (FieldError &field : error.fields) {
        for (const QString &column : {u"from_id"_s, u"to_id"_s, u"type"_s}) {
            if (field.path == column + u"__in"_s) {
                error.message.replace(field.path, column);
                field.path = column;
            }
        }
    }
    return error;
}

Answer list(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    Result<data::RowPage> listed =
        services.rowReads.list(caller, TRY(rowParameters(*caller.nodes->graph, call.query.all())));
    if (!listed)
        return failure(inTermsOfEdges(std::move(listed).error()));
    data::RowPage page = std::move(*listed);
    page.rows = TRY(withOlderNames(page.rows));
    return pageAnswer(page);
}

Answer read(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    const data::TaggedRow row = TRY(services.rowReads.read(caller, call.path("edge"), {}));
    const QByteArray edge = TRY(withOlderNames(row.text));
    return rowsAnswer(edge, edgeCount(1));
}

/// The answer to a write, once it is done: `make` (const Written &) -> Result<Response>.
template<class Make>
Answer answered(const Call &call, Later<Written> write, Make make)
{
    return std::move(write).map([make, preferences = call.preferences](Result<Written> done) -> Result<http::Response> {
        const Written written = TRY(std::move(done));
        http::Response response = TRY(make(written));
        preferences.confirm(response);
        return response;
    });
}

/// Several edges are counted.
Result<http::Response> createdAnswer(const Written &written)
{
    const QByteArray edges = TRY(withOlderNames(written.rows));
    const QString message = edgeCount(written.count) + u" created"_s;
    if (edges.startsWith('{'))
        return rowsAnswer(edges, message, 201);
    return countedAnswer({edges, written.count}, message);
}

Answer create(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    return answered(call, services.rowWrites.create(caller, call.body, writeOptions(call)), createdAnswer);
}

Result<http::Response> updatedAnswer(const Written &written)
{
    const QByteArray edge = TRY(withOlderNames(written.rows));
    return rowsAnswer(edge, edgeCount(1) + u" updated"_s);
}

Answer update(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    return answered(call, services.rowWrites.update(caller, call.path("edge"), call.body, writeOptions(call)),
                    updatedAnswer);
}

Answer remove(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    return answered(call, services.rowWrites.remove(caller, call.path("edge"), writeOptions(call)),
                    [](const Written &) -> Result<http::Response> { return http::Response::noContent(); });
}

Result<http::Response> deletedAnswer(const Written &written)
{
    return rowsAnswer(data::deletionJson(written), edgeCount(written.count) + u" deleted"_s);
}

Answer removeMany(const Services &services, const Call &call)
{
    const EdgeCaller caller = TRY(edgeCaller(services, call));
    const QString ids = TRY(edgeIds(call.query.value(u"ids"_s), call.body));
    return answered(call, services.rowWrites.removeMany(caller, ids, writeOptions(call)), deletedAnswer);
}

/// Those that write have the preferences of all writes.
Endpoint edgeEndpoint(const Services &services, http::Method method, const char *path, const char *operationId,
                      const char *summary, RowHandler handle)
{
    Endpoint endpoint = rowEndpoint(services, method, path, operationId, summary, handle);
    endpoint.tag = "Edges";
    if (method != http::Method::Get)
        endpoint.preferences = {Preference::Transaction, Preference::MaxAffected};
    return endpoint;
}

std::vector<Field> listParameters()
{
    const auto field = [](const char *name, const char *description) {
        Field field;
        field.name = name;
        field.description = description;
        return field;
    };
    return {
        field("from_id", "Edges that leave this node; repeated, or several separated by commas"),
        field("to_id", "Edges that reach this node; repeated, or several separated by commas"),
        field("types",
              "Edges of these types; repeated, or several separated by commas; also called type. Where the graph "
              "declares types, another one is refused"),
        field("page", "Which page, from 1"),
        field("page_size", "Edges on a page, at most 1000"),
        field("limit", "Edges at most"),
        field("offset", "Edges to leave out first"),
    };
}

} // namespace

void addEdgeEndpoints(Api &api)
{
    const Services &services = api.services;
    Router &router = api.router;

    Endpoint all = edgeEndpoint(services, http::Method::Get, collection, "edges_list",
                                "The edges of a table that declares a graph", list);
    all.query = listParameters();
    all.responses = {{200, "The edges, how many match in all, and where the page stands", {}}};
    router.add(std::move(all));

    Endpoint one = edgeEndpoint(services, http::Method::Get, item, "edges_read", "One edge by its id", read);
    one.responses = {{200, "The edge", {}}};
    router.add(std::move(one));

    Endpoint added = edgeEndpoint(services, http::Method::Post, collection, "edges_create",
                                  "Create one edge (an object) or several (an array), all or nothing: from_id, to_id, "
                                  "type and metadata",
                                  create);
    added.body = rowBody();
    added.query = {validateNodesParameter()};
    added.responses = {{201, "The edge, or the edges in the order they were sent", {}}};
    router.add(std::move(added));

    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        const bool put = method == http::Method::Put;
        Endpoint changed = edgeEndpoint(services, method, item, put ? "edges_replace" : "edges_update",
                                        "Change the given fields of one edge; metadata is replaced as a whole", update);
        changed.body = rowBody();
        changed.query = {validateNodesParameter()};
        changed.responses = {{200, "The edge as it is now", {}}};
        router.add(std::move(changed));
    }

    Endpoint removed = edgeEndpoint(services, http::Method::Delete, item, "edges_delete", "Delete one edge", remove);
    removed.responses = {{204, "It is gone", {}}};
    router.add(std::move(removed));

    Endpoint several =
        edgeEndpoint(services, http::Method::Delete, collection, "edges_delete_many",
                     "Delete the edges that ids=a,b or the body {\"edge_ids\": [a, b]} names", removeMany);
    several.query = {{.name = "ids", .description = "Ids of edges, separated by commas; or edge_ids in the body"}};
    several.body = rowBody();
    several.body->required = false;
    several.responses = {{200, "How many are gone", {}}};
    router.add(std::move(several));
}

} // namespace tenantry::server
