// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rows.h"

#include "core/data/aggregate/aggregateparser.h"
#include "core/data/aggregate/aggregatereads.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::RowCaller;
using data::RowPage;
using data::RowWrites;

constexpr const char *collection = "/api/apps/{app}/datatables/{table}/data/";
constexpr const char *item = "/api/apps/{app}/datatables/{table}/data/{id}/";

std::string_view view(const QByteArray &text)
{
    return {text.constData(), std::size_t(text.size())};
}

QString rowCount(std::int64_t count)
{
    return count == 1 ? u"1 row"_s : u"%1 rows"_s.arg(count);
}

/// The endpoints are a site's and need a credential, so both are there by the time a handler runs.
RowCaller callerOf(const Call &call)
{
    return {*call.site, *call.user, call.path("app"), call.path("table")};
}

/// The envelope around rows that are JSON text already.
http::Response rowsAnswer(const QByteArray &data, const QString &message, int status = 200)
{
    QByteArray body;
    body.reserve(data.size() + 128);
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", message);
    writer.key("data").raw(view(data)).endObject();
    return http::Response::json(std::move(body), status);
}

void writePagination(json::Writer &writer, const RowPage &page)
{
    const auto &[offset, limit] = page.window;
    const std::int64_t pages = std::max<std::int64_t>(1, (page.total + limit - 1) / limit);
    writer.beginObject().member("offset", offset).member("limit", limit).member("count", page.count);
    writer.member("current_page", offset / limit + 1).member("total_pages", pages).member("page_size", limit);
    writer.member("has_next", page.total - limit > offset).member("has_previous", offset > 0).endObject();
}

/// `aggregates`: JSON text of an aggregated answer's only row, shown beside `data` too.
http::Response pageAnswer(const RowPage &page, const QByteArray &aggregates = {})
{
    QByteArray body;
    body.reserve(page.rows.size() + 384);
    json::Writer writer(body);
    writer.beginObject().member("status", "success").member("message", rowCount(page.count));
    writer.key("data").raw(view(page.rows)).member("total", page.total);
    if (!aggregates.isEmpty())
        writer.key("aggregates").raw(view(aggregates));
    if (page.wanted == data::Wanted::Rows) {
        writer.key("pagination");
        writePagination(writer, page);
    }
    writer.endObject();
    return http::Response::json(std::move(body));
}

http::Response updatedAnswer(const RowWrites::Updated &updated)
{
    QByteArray data;
    json::Writer(data).beginObject().key("records").raw(view(updated.rows)).member("count", updated.count).endObject();
    return rowsAnswer(data, rowCount(updated.count) + u" updated"_s);
}

http::Response deletedAnswer(std::int64_t count)
{
    QByteArray data;
    json::Writer(data).beginObject().member("deleted_count", count).member("deleted", count).endObject();
    return rowsAnswer(data, rowCount(count) + u" deleted"_s);
}

Answer list(const Services &services, const Call &call)
{
    const data::Parameters parameters = call.query.all();
    if (data::asksForGroups(parameters)) {
        const data::GroupPage groups = TRY(services.aggregateReads.list(callerOf(call), parameters));
        return pageAnswer(groups.page, groups.aggregates);
    }
    return pageAnswer(TRY(services.rowReads.list(callerOf(call), parameters)));
}

Answer read(const Services &services, const Call &call)
{
    return rowsAnswer(TRY(services.rowReads.read(callerOf(call), call.path("id"), call.query.all())), u"1 row"_s);
}

Answer create(const Services &services, const Call &call)
{
    const QString message = rowCount(call.body.isArray() ? std::int64_t(call.body.array().size()) : 1) + u" created"_s;
    return services.rowWrites.create(callerOf(call), call.body)
        .map([message](Result<QByteArray> created) -> Result<http::Response> {
            return rowsAnswer(TRY(std::move(created)), message, 201);
        });
}

Answer update(const Services &services, const Call &call)
{
    return services.rowWrites.update(callerOf(call), call.path("id"), call.body)
        .map([](Result<QByteArray> row) -> Result<http::Response> {
            return rowsAnswer(TRY(std::move(row)), u"1 row updated"_s);
        });
}

Answer updateMany(const Services &services, const Call &call)
{
    return services.rowWrites.updateMany(callerOf(call), call.body)
        .map([](Result<RowWrites::Updated> updated) -> Result<http::Response> {
            return updatedAnswer(TRY(std::move(updated)));
        });
}

Answer remove(const Services &services, const Call &call)
{
    return services.rowWrites.remove(callerOf(call), call.path("id"))
        .map([](Result<std::int64_t> removed) -> Result<http::Response> {
            TRY(std::move(removed));
            return http::Response::noContent();
        });
}

Answer removeMany(const Services &services, const Call &call)
{
    const std::optional<QString> ids = call.query.value(u"ids"_s);
    const std::optional<QString> filter = call.query.value(u"filter"_s);
    if (ids.has_value() == filter.has_value())
        return failure(Error::field(u"ids"_s,
                                    u"Name the rows to delete either by their keys, ids=1,2,3, or by what they "
                                    "have in common, filter={\"state\": \"lost\"}."_s));
    Later<std::int64_t> gone = ids ? services.rowWrites.removeMany(callerOf(call), *ids)
                                   : services.rowWrites.removeWhere(callerOf(call), *filter);
    return std::move(gone).map(
        [](Result<std::int64_t> removed) -> Result<http::Response> { return deletedAnswer(TRY(std::move(removed))); });
}

/// One endpoint of the family; what differs is set by the caller.
Endpoint endpoint(const Services &services, http::Method method, const char *path, const char *operationId,
                  const char *summary, Answer (*handle)(const Services &, const Call &))
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "Rows";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Site;
    endpoint.credential = Credential::Required;
    endpoint.shape = Shape::Envelope;
    endpoint.openQuery = true;
    endpoint.handler = [&services, handle](const CallPtr &call) { return handle(services, *call); };
    return endpoint;
}

Body rowBody()
{
    Body body;
    body.open = true;
    return body;
}

Field field(const char *name, const char *description)
{
    Field field;
    field.name = name;
    field.description = description;
    return field;
}

Field fieldsParameter()
{
    return field("fields", "Columns to answer, separated by commas; the primary key is always there. Dots choose among "
                           "the columns of what is populated: id,title,shelf.code");
}

Field populateParameter()
{
    return field("populate",
                 "Related rows to answer inside, separated by commas: the column of a foreign key or its name without "
                 "_id, a table that refers to this one, a table behind a junction, * for all foreign keys. Dots go on "
                 "from there, three levels deep: shelf.room,loans.reader");
}

std::vector<Field> listParameters()
{
    return {
        field("page", "Which page, from 1"),
        field("page_size", "Rows on a page, at most 1000; 20 when only page is given"),
        field("ordering", "Columns to order by, separated by commas; a minus in front means descending, dots lead to "
                          "related rows: -shelf.room.name,title"),
        fieldsParameter(),
        populateParameter(),
        field("filters", "Conditions as JSON: {\"or\": [{\"state\": \"out\"}, {\"copies__lt\": 1}]}"),
        field("_aggregate",
              "Functions over the rows, separated by commas: sum(price) as value,count(*). There are count, "
              "sum, avg, min, max, stddev, variance, string_agg, array_agg and json_agg"),
        field("_group_by", "What groups are formed by, separated by commas: state,date_trunc('month', due_on)"),
        field("_having", "Which groups are answered: count__gte=2,sum(price) > 100"),
        field("_count", "true: only how many rows match"),
    };
}

} // namespace

void addRowEndpoints(Api &api)
{
    const Services &services = api.services;
    Router &router = api.router;

    Endpoint all = endpoint(services, http::Method::Get, collection, "rows_list",
                            "Rows that match: column=value, column__operator=value", list);
    all.query = listParameters();
    all.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(all));

    Endpoint one = endpoint(services, http::Method::Get, item, "rows_read", "One row by its primary key", read);
    one.query = {fieldsParameter(), populateParameter()};
    one.responses = {{200, "The row", {}}};
    router.add(std::move(one));

    Endpoint added = endpoint(services, http::Method::Post, collection, "rows_create",
                              "Create one row (an object) or several (an array), all or nothing", create);
    added.body = rowBody();
    added.responses = {{201, "The row, or the rows in the order they were sent", {}}};
    router.add(std::move(added));

    for (const http::Method method : {http::Method::Put, http::Method::Patch}) {
        const bool put = method == http::Method::Put;
        Endpoint changed = endpoint(services, method, item, put ? "rows_replace" : "rows_update",
                                    "Change the given fields of one row", update);
        changed.body = rowBody();
        changed.responses = {{200, "The row as it is now", {}}};
        router.add(std::move(changed));
    }

    Endpoint bulk = endpoint(services, http::Method::Patch, collection, "rows_update_many",
                             "Change several rows, each item with its primary key, all or nothing", updateMany);
    bulk.body = rowBody();
    bulk.responses = {{200, "The rows as they are now, and how many", {}}};
    router.add(std::move(bulk));

    Endpoint removed = endpoint(services, http::Method::Delete, item, "rows_delete", "Delete one row", remove);
    removed.responses = {{204, "It is gone", {}}};
    router.add(std::move(removed));

    Endpoint several =
        endpoint(services, http::Method::Delete, collection, "rows_delete_many",
                 "Delete the rows with the given primary keys, or those that match a filter", removeMany);
    several.responses = {{200, "How many are gone", {}}};
    router.add(std::move(several));
}

} // namespace tenantry::server
