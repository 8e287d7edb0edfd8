// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secrets.h"
#include "server/api/controlplane.h"
#include "server/api/histories.h"
#include "server/api/secretjson.h"
#include "server/api/secretrequest.h"
#include "server/api/secrets.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

secrets::SecretHistoryQuery secretQuery(const audit::history::Query &query)
{
    return {query.change, query.username, query.from, query.until, query.window};
}

Endpoint historyEndpoint(const Services &services)
{
    Endpoint endpoint = secretEndpoint(http::Method::Get, "/api/secrets/{key}/history/", "secrets_history",
                                       "What was done to the secrets of this key, never with their values");
    endpoint.query = listParameters(historyParameters({appParameter()}));
    endpoint.responses = {{200, "A page of changes, the newest first", {}}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found =
            TRY(services.secrets.reads().history(*call->site, callerOf(*call), appOf(*call), call->path("key"),
                                                 secretQuery(TRY(historyQuery(call->query, page)))));
        json::Array rows;
        for (const secrets::SecretHistoryEntry &entry : found.items)
            rows.push_back(secretHistoryJson(entry, appOf(*call)));
        return envelopeList(std::move(rows), found.total, page, u"History"_s);
    };
    return endpoint;
}

} // namespace

void addSecretHistoryEndpoint(Api &api)
{
    api.router.add(historyEndpoint(api.services));
}

} // namespace tenantry::server
