// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/rows.h"

#include "core/config/config.h"
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
#include "server/api/rowparameters.h"
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

} // namespace

void addRowEndpoints(Api &api)
{
    const Services &services = api.services;
    Router &router = api.router;

    Endpoint all = rowEndpoint(services, http::Method::Get, rowCollection, "rows_list",
                               "Rows that match: column=value, column__operator=value", list);
    all.rate = RateClass::RowList;
    all.query = rowListParameters(services.config.graphMaxDepth);
    all.preferences = {Preference::Count};
    all.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(all));

    Endpoint one = rowEndpoint(services, http::Method::Get, rowItem, "rows_read", "One row by its primary key", read);
    one.query = recordParameters(services.config.graphMaxDepth);
    one.responses = {{200, "The row, with its ETag", {}}, {304, "It is as If-None-Match says", {}}};
    router.add(std::move(one));

    Endpoint asked = rowEndpoint(services, http::Method::Post, QByteArray(rowCollection) + "query/", "rows_query",
                                 "The same as listing, with the parameters as members of a JSON object, for queries "
                                 "too long for a URL; values may be arrays, numbers and booleans",
                                 query);
    asked.rate = RateClass::RowList;
    asked.body = rowBody();
    asked.query = rowListParameters(services.config.graphMaxDepth);
    asked.preferences = {Preference::Count};
    asked.responses = {{200, "The rows, how many match in all, and where the page stands", {}}};
    router.add(std::move(asked));

    Endpoint past = rowEndpoint(services, http::Method::Get, QByteArray(rowItem) + "history/", "rows_history",
                                "What was done to a row of an audited table, newest first; of a deleted row for app "
                                "managers",
                                history);
    past.query = pageParameters();
    past.responses = {
        {200, "The entries: version, event_type, previous_data, changed_fields, created_by, created_at", {}}};
    router.add(std::move(past));

    addRowWriteEndpoints(api);
}

} // namespace tenantry::server
