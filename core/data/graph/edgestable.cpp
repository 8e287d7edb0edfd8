// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgestable.h"

#include "core/data/graph/graphdefinition.h"

namespace tenantry::data::edgestable {

namespace {

json::Object field(std::string_view name, std::string_view type, std::string_view format = {})
{
    json::Object field;
    field.set("name", name);
    field.set("type", type);
    if (!format.empty())
        field.set("format", format);
    return field;
}

json::Object required(json::Object field)
{
    json::Object constraints;
    constraints.set("required", true);
    field.set("constraints", std::move(constraints));
    return field;
}

/// A column of the same type as the key of the nodes.
json::Object nodeField(std::string_view name, const Table &nodes)
{
    const json::Value &key = nodes.definition["fields"].at(nodes.primaryKey.front());
    json::Object field = edgestable::field(name, key["type"].string(), key["format"].string());
    return required(std::move(field));
}

json::Object typeField()
{
    json::Object constraints;
    constraints.set("required", true);
    constraints.set("minLength", 1);
    constraints.set("maxLength", longestEdgeType);
    json::Object field = edgestable::field(type, "string");
    field.set("constraints", std::move(constraints));
    return field;
}

/// Kept by the server, whatever clients send.
json::Object automatic(json::Object field)
{
    field.set("x-auto", true);
    return field;
}

json::Value foreignKey(std::string_view column, const Table &nodes)
{
    json::Object reference;
    reference.set("resource", nodes.name);
    reference.set("fields", json::Array{nodes.columns[nodes.primaryKey.front()].name});
    json::Object actions;
    actions.set("onDelete", "CASCADE");
    json::Object key;
    key.set("fields", json::Array{column});
    key.set("reference", std::move(reference));
    key.set("x-actions", std::move(actions));
    return json::Value(std::move(key));
}

json::Object index(std::string_view name, json::Array fields)
{
    json::Object index;
    index.set("name", name);
    index.set("fields", std::move(fields));
    return index;
}

json::Array indexes()
{
    json::Object edge = index("edge", {fromId, toId, type});
    edge.set("unique", true);
    json::Object inMetadata = index("metadata", {metadata});
    inMetadata.set("type", "gin");
    return {std::move(edge), index("outgoing", {fromId, type}), index("incoming", {toId, type}), index("type", {type}),
            std::move(inMetadata)};
}

} // namespace

std::string name(std::string_view nodesTable)
{
    return std::string(nodesTable) + "_edges";
}

bool isOne(const Table &table)
{
    return table.definition[marker].boolean();
}

bool isWantedBy(const Table &table)
{
    return table.graph && table.graph->hasEdgesTable();
}

json::Value definition(const Table &nodes)
{
    json::Object definition;
    definition.set(marker, true);
    definition.set("fields",
                   json::Array{field(id, "string", "uuid"), nodeField(fromId, nodes), nodeField(toId, nodes),
                               typeField(), field(metadata, "object"), automatic(field(createdAt, "datetime")),
                               automatic(field(updatedAt, "datetime")),
                               automatic(field(createdById, "string", "uuid"))});
    definition.set("primaryKey", json::Array{id});
    definition.set("foreignKeys", json::Array{foreignKey(fromId, nodes), foreignKey(toId, nodes)});
    definition.set("indexes", indexes());
    return json::Value(std::move(definition));
}

} // namespace tenantry::data::edgestable
