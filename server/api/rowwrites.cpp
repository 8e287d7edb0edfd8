// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rowwrites.h"

#include "core/data/rows/rowwrites.h"
#include "core/json/writer.h"
#include "server/api/edges.h"
#include "server/api/entitytags.h"
#include "server/api/rowendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::Written;

/// The answer to a write, once it is done: `make` (const Written &) -> Response.
template<class Make>
Answer answered(const Call &call, Later<Written> write, Make make)
{
    return std::move(write).map(
        [make, preferences = call.preferences](Result<Written> written) -> Result<http::Response> {
            http::Response response = make(TRY(std::move(written)));
            preferences.confirm(response);
            return response;
        });
}

/// One row carries its tag, so that the next change can be bound to it.
http::Response taggedAnswer(const Written &written, const QString &message, int status)
{
    http::Response response = rowsAnswer(written.rows, message, status);
    if (written.rows.startsWith('{'))
        response.header("ETag", quotedTag(data::rowTag(written.rows)));
    return response;
}

/// `records` is an array, also of one row.
http::Response recordsAnswer(const Written &written, const QString &done)
{
    const QByteArray rows = written.rows.startsWith('{') ? '[' + written.rows + ']' : written.rows;
    QByteArray data;
    json::Writer writer(data);
    writer.beginObject().key("records").raw(rows);
    writer.member("count", written.count).endObject();
    return rowsAnswer(data, rowCount(written.count) + done);
}

http::Response deletedAnswer(const Written &written)
{
    return rowsAnswer(data::deletionJson(written), rowCount(written.count) + u" deleted"_s);
}

Answer create(const Services &services, const Call &call)
{
    const bool counts = call.body.isArray() && TRY(holdsEdges(services, call));
    return answered(call, services.rowWrites.create(rowCaller(call), call.body, writeOptions(call)),
                    [counts](const Written &written) {
                        const QString message = rowCount(written.count) + u" created"_s;
                        return counts ? countedAnswer(written, message) : taggedAnswer(written, message, 201);
                    });
}

Answer upsert(const Services &services, const Call &call)
{
    data::UpsertOptions how;
    how.uniqueFields = call.query.value(u"unique_fields"_s).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    for (QString &name : how.uniqueFields)
        name = name.trimmed();
    how.partial = TRY(call.query.boolean(u"partial"_s)).value_or(true);
    return answered(call, services.rowWrites.upsert(rowCaller(call), call.body, how, writeOptions(call)),
                    [](const Written &written) { return recordsAnswer(written, u" written"_s); });
}

Answer update(const Services &services, const Call &call)
{
    const auto expected = TRY(ifMatch(call.request));
    return answered(
        call, services.rowWrites.update(rowCaller(call), call.path("id"), call.body, writeOptions(call), expected),
        [](const Written &written) { return taggedAnswer(written, u"1 row updated"_s, 200); });
}

Answer updateMany(const Services &services, const Call &call)
{
    return answered(call, services.rowWrites.updateMany(rowCaller(call), call.body, writeOptions(call)),
                    [](const Written &written) { return recordsAnswer(written, u" updated"_s); });
}

Answer remove(const Services &services, const Call &call)
{
    const auto expected = TRY(ifMatch(call.request));
    return answered(call, services.rowWrites.remove(rowCaller(call), call.path("id"), writeOptions(call), expected),
                    [](const Written &) { return http::Response::noContent(); });
}

Answer removeMany(const Services &services, const Call &call)
{
    const std::optional<QString> ids = call.query.value(u"ids"_s);
    const std::optional<QString> filter = call.query.value(u"filter"_s);
    const data::RowCaller caller = rowCaller(call);
    if (!filter && TRY(holdsEdges(services, call))) {
        const QString edges = TRY(edgeIds(ids, call.body));
        return answered(call, services.rowWrites.removeMany(caller, edges, writeOptions(call)), deletedAnswer);
    }
    if (ids.has_value() == filter.has_value())
        return failure(Error::field(u"ids"_s,
                                    u"Name the rows to delete either by their keys, ids=1,2,3, or by what they "
                                    "have in common, filter={\"state\": \"lost\"}."_s));
    Later<Written> gone = ids ? services.rowWrites.removeMany(caller, *ids, writeOptions(call))
                              : services.rowWrites.removeWhere(caller, *filter, writeOptions(call));
    return answered(call, std::move(gone), deletedAnswer);
}

Field parameter(const char *name, FieldType type, const char *description)
{
    Field field;
    field.name = name;
    field.type = type;
    field.description = description;
    return field;
}

Endpoint writing(const Services &services, http::Method method, const QByteArray &path, const char *operationId,
                 const char *summary, RowHandler handle)
{
    Endpoint endpoint = rowEndpoint(services, method, path, operationId, summary, handle);
    endpoint.preferences = {Preference::Transaction, Preference::MaxAffected};
    return endpoint;
}

void addCreating(Router &router, const Services &services)
{
    Endpoint added = writing(services, http::Method::Post, rowCollection, "rows_create",
                             "Create one row (an object) or several (an array), all or nothing", create);
    added.body = rowBody();
    added.query = {validateNodesParameter()};
    added.responses = {{201, "The row, or the rows in the order they were sent", {}}};
    router.add(std::move(added));

    Endpoint upserted =
        writing(services, http::Method::Post, QByteArray(rowCollection) + "upsert/", "rows_upsert",
                "Change the rows that are there and create the others, at most 1000, all or nothing", upsert);
    upserted.body = rowBody();
    upserted.query = {parameter("unique_fields", FieldType::String,
                                "Fields that tell which row is meant, separated by commas: the primary key (which is "
                                "the default), a unique field or the fields of a unique index"),
                      parameter("partial", FieldType::Boolean,
                                "false: a row that is there is replaced; what is not given gets its default"),
                      validateNodesParameter()};
    upserted.responses = {{200, "The rows as they are now in the order they were sent, and how many", {}}};
    router.add(std::move(upserted));
}

void addChanging(Router &router, const Services &services)
{
    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        const bool put = method == http::Method::Put;
        Endpoint changed =
            writing(services, method, rowItem, put ? "rows_replace" : "rows_update",
                    "Change the given fields of one row; with If-Match only the state that is named", update);
        changed.body = rowBody();
        changed.query = {validateNodesParameter()};
        changed.responses = {{200, "The row as it is now, with its ETag", {}},
                             {412, "The row has changed since; data has it as it is now", {}}};
        router.add(std::move(changed));
    }

    Endpoint bulk = writing(services, http::Method::Patch, rowCollection, "rows_update_many",
                            "Change several rows, each item with its primary key, all or nothing", updateMany);
    bulk.body = rowBody();
    bulk.query = {validateNodesParameter()};
    bulk.responses = {{200, "The rows as they are now, and how many", {}}};
    router.add(std::move(bulk));
}

void addRemoving(Router &router, const Services &services)
{
    Endpoint removed = writing(services, http::Method::Delete, rowItem, "rows_delete",
                               "Delete one row; with If-Match only in the state that is named", remove);
    removed.responses = {{204, "It is gone", {}}, {412, "The row has changed since; data has it as it is now", {}}};
    router.add(std::move(removed));

    Endpoint several = writing(services, http::Method::Delete, rowCollection, "rows_delete_many",
                               "Delete the rows with the given primary keys, or those that match a filter", removeMany);
    several.query = {parameter("ids", FieldType::String, "Primary keys, separated by commas"),
                     parameter("filter", FieldType::String, "Conditions as JSON: {\"state\": \"lost\"}")};
    several.body = rowBody();
    several.body->required = false;
    several.responses = {{200, "How many are gone", {}}};
    router.add(std::move(several));
}

} // namespace

void addRowWriteEndpoints(Api &api)
{
    addCreating(api.router, api.services);
    addChanging(api.router, api.services);
    addRemoving(api.router, api.services);
}

} // namespace tenantry::server
