// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rows.h"

#include "core/data/aggregate/aggregateparser.h"
#include "core/data/aggregate/aggregatereads.h"
#include "core/data/rows/rowreads.h"
#include "core/json/writer.h"
#include "server/api/entitytags.h"
#include "server/api/rowendpoint.h"
#include "server/api/rowwrites.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::RowPage;

std::string_view view(const QByteArray &text)
{
    return {text.constData(), std::size_t(text.size())};
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

Answer list(const Services &services, const Call &call)
{
    const data::Parameters parameters = call.query.all();
    if (data::asksForGroups(parameters)) {
        const data::GroupPage groups = TRY(services.aggregateReads.list(rowCaller(call), parameters));
        return pageAnswer(groups.page, groups.aggregates);
    }
    return pageAnswer(TRY(services.rowReads.list(rowCaller(call), parameters)));
}

Answer read(const Services &services, const Call &call)
{
    const auto known = TRY(ifNoneMatch(call.request));
    const data::TaggedRow row = TRY(services.rowReads.read(rowCaller(call), call.path("id"), call.query.all()));
    http::Response response;
    if (known && known->contain(row.tag))
        response.status = 304;
    else
        response = rowsAnswer(row.text, u"1 row"_s);
    response.header("ETag", quotedTag(row.tag));
    return response;
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

    Endpoint all = rowEndpoint(services, http::Method::Get, rowCollection, "rows_list",
                               "Rows that match: column=value, column__operator=value", list);
    all.query = listParameters();
    all.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(all));

    Endpoint one = rowEndpoint(services, http::Method::Get, rowItem, "rows_read", "One row by its primary key", read);
    one.query = {fieldsParameter(), populateParameter()};
    one.responses = {{200, "The row, with its ETag", {}}, {304, "It is as If-None-Match says", {}}};
    router.add(std::move(one));

    addRowWriteEndpoints(api);
}

} // namespace tenantry::server
