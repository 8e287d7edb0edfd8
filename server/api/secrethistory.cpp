// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datetime.h"
#include "core/secrets/secrets.h"
#include "server/api/controlplane.h"
#include "server/api/secretjson.h"
#include "server/api/secretrequest.h"
#include "server/api/secrets.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Result<std::optional<Micros>> timeParameter(const Query &query, const QString &name)
{
    const auto text = query.value(name);
    if (!text)
        return std::optional<Micros>();
    const auto time = parseDateTime(text->toStdString());
    if (!time)
        return failure(Error::field(name, time.error().message));
    return std::optional<Micros>(*time);
}

Result<secrets::SecretHistoryQuery> historyQuery(const Query &query, const PageRequest &page)
{
    secrets::SecretHistoryQuery wanted;
    wanted.change = textParameter(query, u"history_type"_s);
    wanted.user = textParameter(query, u"history_user"_s);
    wanted.from = TRY(timeParameter(query, u"history_date__gte"_s));
    wanted.until = TRY(timeParameter(query, u"history_date__lte"_s));
    wanted.window = windowOf(page);
    return wanted;
}

Endpoint historyEndpoint(const Services &services)
{
    Endpoint endpoint = secretEndpoint(http::Method::Get, "/api/secrets/{key}/history/", "secrets_history",
                                       "What was done to the secrets of this key, never with their values");
    endpoint.query = listParameters({appParameter(),
                                     {.name = "history_type", .oneOf = {"+", "~", "-"}},
                                     {.name = "history_user", .description = "User name"},
                                     {.name = "history_date__gte", .format = "date-time"},
                                     {.name = "history_date__lte", .format = "date-time"}});
    endpoint.responses = {{200, "A page of changes, the newest first", {}}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        const auto found = TRY(services.secrets.reads().history(
            *call->site, callerOf(*call), appOf(*call), call->path("key"), TRY(historyQuery(call->query, page))));
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
