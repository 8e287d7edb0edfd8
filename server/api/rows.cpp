// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rows.h"

#include "core/data/aggregate/aggregateparser.h"
#include "core/data/aggregate/aggregatereads.h"
#include "core/data/graph/graphreads.h"
#include "core/data/graph/graphrequest.h"
#include "core/data/query/parameterbody.h"
#include "core/data/rows/rowhistory.h"
#include "core/data/rows/rowreads.h"
#include "core/json/writer.h"
#include "server/api/entitytags.h"
#include "server/api/rowendpoint.h"
#include "server/api/rowpage.h"
#include "server/api/rowwrites.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

data::Count countOf(const Preferences &preferences)
{
    switch (preferences.count) {
    case CountPreference::Exact:
        return data::Count::Exact;
    case CountPreference::Estimated:
        return data::Count::Estimated;
    case CountPreference::None:
        return data::Count::None;
    }
    Q_UNREACHABLE();
}

/// Groups are always counted.
Answer listed(const Services &services, const Call &call, const data::Parameters &parameters)
{
    if (data::asksForGraph(parameters))
        return graphAnswer(TRY(services.graphReads.list(rowCaller(call), parameters)));
    if (data::asksForGroups(parameters)) {
        const data::GroupPage groups = TRY(services.aggregateReads.list(rowCaller(call), parameters));
        return pageAnswer(groups.page, groups.aggregates);
    }
    http::Response response =
        pageAnswer(TRY(services.rowReads.list(rowCaller(call), parameters, countOf(call.preferences))));
    call.preferences.confirm(response);
    return response;
}

Answer list(const Services &services, const Call &call)
{
    return listed(services, call, call.query.all());
}

/// What stands in the URL counts too.
Answer query(const Services &services, const Call &call)
{
    data::Parameters parameters = call.query.all();
    const data::Parameters sent = TRY(data::readParameters(call.body));
    parameters.insert(parameters.end(), sent.begin(), sent.end());
    return listed(services, call, parameters);
}

Answer history(const Services &services, const Call &call)
{
    return pageAnswer(TRY(services.rowHistory.list(rowCaller(call), call.path("id"), call.query.all())));
}

Answer read(const Services &services, const Call &call)
{
    const data::Parameters parameters = call.query.all();
    if (data::asksForGraph(parameters))
        return graphAnswer(TRY(services.graphReads.read(rowCaller(call), call.path("id"), parameters)));
    const auto known = TRY(ifNoneMatch(call.request));
    const data::TaggedRow row = TRY(services.rowReads.read(rowCaller(call), call.path("id"), parameters));
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

std::vector<Field> pagingParameters()
{
    return {
        field("page", "Which page, from 1"),
        field("page_size", "Rows on a page, at most 1000; 20 when only page is given"),
    };
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

Field actionsParameter()
{
    return field("allowed_actions",
                 "Actions, separated by commas (read, create, update, delete): each row gets _allowed_actions, those "
                 "of them that the caller may do to it");
}

std::vector<Field> listParameters()
{
    const std::vector<Field> further{
        field("ordering", "Columns to order by, separated by commas; a minus in front means descending, dots lead to "
                          "related rows: -shelf.room.name,title"),
        fieldsParameter(),
        populateParameter(),
        actionsParameter(),
        field("filters", "Conditions as JSON: {\"or\": [{\"state\": \"out\"}, {\"copies__lt\": 1}]}"),
        field("search",
              "Words that rows must have, on tables with search_fields: \"exact phrase\", -without, this OR that"),
        field("_aggregate",
              "Functions over the rows, separated by commas: sum(price) as value,count(*). There are count, "
              "sum, avg, min, max, stddev, variance, string_agg, array_agg and json_agg"),
        field("_group_by", "What groups are formed by, separated by commas: state,date_trunc('month', due_on)"),
        field("_having", "Which groups are answered: count__gte=2,sum(price) > 100"),
        field("_count", "true: only how many rows match"),
        field("_topk", "Rows that count in a search for those nearest to a vector, {field}__vector_near=[0.1,0.2]: "
                       "1 to 1000, else 10"),
        field("_vector_metric", "How far vectors are from each other: cosine, l2 or ip; what an index of the column is "
                                "for, else cosine, unless said"),
        field("_vector_threshold", "Leaves out rows that are farther from the vector"),
        field("_vector_ef_search", "How far an index over vectors looks; without one it has no effect"),
        field("_hybrid_strategy",
              "rrf: fuses search= and {field}__vector_near=, where rows may do with either; they get "
              "_score"),
        field("_hybrid_alpha", "In a fused search, how much nearness counts against words: 0 to 1, else 0.5"),
        field("include", "Of a table with a graph: descendants, ancestors or both, of the rows that match"),
        field("depth", "How many edges to walk from them, at most 10; 0 means the rows alone"),
        field("format", "flat, tree or graph"),
        field("relationship_type", "Types of edges to follow, repeated or separated by commas; all when left out"),
    };
    std::vector<Field> parameters = pagingParameters();
    parameters.insert(parameters.end(), further.begin(), further.end());
    return parameters;
}

} // namespace

void addRowEndpoints(Api &api)
{
    const Services &services = api.services;
    Router &router = api.router;

    Endpoint all = rowEndpoint(services, http::Method::Get, rowCollection, "rows_list",
                               "Rows that match: column=value, column__operator=value", list);
    all.rate = RateClass::RowList;
    all.query = listParameters();
    all.preferences = {Preference::Count};
    all.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(all));

    Endpoint one = rowEndpoint(services, http::Method::Get, rowItem, "rows_read", "One row by its primary key", read);
    one.query = {fieldsParameter(), populateParameter(), actionsParameter()};
    one.responses = {{200, "The row, with its ETag", {}}, {304, "It is as If-None-Match says", {}}};
    router.add(std::move(one));

    Endpoint asked = rowEndpoint(services, http::Method::Post, QByteArray(rowCollection) + "query/", "rows_query",
                                 "The same as listing, with the parameters as members of a JSON object, for queries "
                                 "too long for a URL; values may be arrays, numbers and booleans",
                                 query);
    asked.rate = RateClass::RowList;
    asked.body = rowBody();
    asked.preferences = {Preference::Count};
    asked.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(asked));

    Endpoint past = rowEndpoint(services, http::Method::Get, QByteArray(rowItem) + "history/", "rows_history",
                                "What was done to a row of an audited table, newest first; of a deleted row for app "
                                "managers",
                                history);
    past.query = pagingParameters();
    past.responses = {
        {200, "The entries: version, event_type, previous_data, changed_fields, created_by, created_at", {}}};
    router.add(std::move(past));

    addRowWriteEndpoints(api);
}

} // namespace tenantry::server
