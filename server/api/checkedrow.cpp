// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/checkedrow.h"

#include "core/access/policies/policies.h"
#include "core/data/cataloguestore.h"
#include "core/data/graph/edgeaccess.h"
#include "core/data/graph/links.h"
#include "core/data/rows/rowreads.h"
#include "core/json/reader.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::Action;
using access::CheckedResource;

/// What a row that is asked about holds; empty where somebody sees no such row.
Result<json::Value> storedAttributes(const Services &services, const data::RowCaller &caller, const QString &id)
{
    const Result<data::TaggedRow> row = services.rowReads.read(caller, id, {});
    if (row)
        return json::read({row->text.constData(), std::size_t(row->text.size())});
    if (describe(row.error().code).status < 500)
        return json::Value(json::Object());
    return failure(row.error());
}

/// Of actions that rows have; reading for those that fall back to it.
std::optional<Action> actionOnRows(const QString &name)
{
    if (name == "read"_L1 || name == "aggregate"_L1 || name == "export"_L1)
        return Action::Read;
    if (name == "create"_L1)
        return Action::Create;
    if (name == "update"_L1)
        return Action::Update;
    return name == "delete"_L1 ? std::optional(Action::Delete) : std::nullopt;
}

/// The node at an end of an edge; the table as a whole where the edge has none there.
Result<CheckedResource> nodeAt(const Services &services, const CheckCaller &caller, const CheckedRow &edge,
                               std::size_t end)
{
    const data::Table &nodes = *edge.table->nodes;
    const json::Value &key = edge.resource.attributes[edge.table->columns[end].name];
    CheckedResource node;
    node.kind = u"datatable:"_s + QString::fromStdString(nodes.name);
    node.id = key.integer() ? QString::number(*key.integer()) : key.text();
    if (node.id.isEmpty())
        node.id = QString::fromStdString(nodes.name);
    return TRY(checkedRow(services, {caller.site, caller.who, edge.app}, std::move(node))).resource;
}

} // namespace

Result<CheckedRow> checkedRow(const Services &services, const CheckCaller &caller, CheckedResource resource)
{
    CheckedRow row{caller.app, std::move(resource), {}};
    const auto name = access::datatableOf(row.resource.kind);
    const auto catalogue = name ? TRY(services.catalogues.current(caller.site)) : nullptr;
    if (catalogue)
        row.table = catalogue->table(caller.app, name->toStdString());
    row.resource.builtIn = row.table != nullptr;
    if (!row.table)
        return row;
    json::Value attributes =
        TRY(storedAttributes(services, {caller.site, caller.who, caller.app, *name}, row.resource.id));
    for (const auto &[attribute, value] : std::as_const(row.resource.attributes).object())
        attributes.object()->set(attribute, value);
    row.resource.attributes = std::move(attributes);
    if (const auto source = catalogue->mirrored(caller.app, name->toStdString())) {
        row.readOnly = true;
        row.app = source->appSlug;
        row.resource.kind = u"datatable:"_s + QString::fromStdString(source->name);
    }
    return row;
}

bool isChange(const QString &action)
{
    const auto known = actionOnRows(action);
    return known && *known != Action::Read;
}

Result<std::vector<NodeQuestion>> questionsOfNodes(const Services &services, const CheckCaller &caller,
                                                   const CheckedRow &row, const QString &action)
{
    std::vector<NodeQuestion> questions;
    const auto known = actionOnRows(action);
    if (!row.table || !row.table->nodes || !known)
        return questions;
    const auto decision =
        services.policies.evaluator.decide(caller.site, caller.who, *known, {row.app, row.resource.kind});
    if (data::hasOwnPolicy(decision))
        return questions;
    const data::Links links = data::linksIn(row.table);
    CheckedResource lower = TRY(nodeAt(services, caller, row, links.lower));
    questions.push_back({TRY(nodeAt(services, caller, row, links.upper)), u"read"_s});
    questions.push_back({lower, u"read"_s});
    if (*known != Action::Read)
        questions.push_back({std::move(lower), u"update"_s});
    return questions;
}

} // namespace tenantry::server
