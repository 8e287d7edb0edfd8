// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/audit.h"

#include "core/audit/auditevents.h"
#include "core/base/datetime.h"
#include "server/api/controlplane.h"
#include "server/api/histories.h"
#include "server/api/objectschema.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

json::Value eventJson(const audit::AuditEvent &event)
{
    json::Object object;
    object.set("id", event.id);
    object.set("at", dateTimeText(event.at));
    object.set("actor", event.actor ? json::Value(*event.actor) : json::Value());
    object.set("action", event.action);
    object.set("target", event.target);
    object.set("address", event.address);
    object.set("correlation_id", event.correlationId);
    return object;
}

Answer list(const CallPtr &call)
{
    if (!call->user->may(u"manage_site"_s))
        return failure(ErrorCode::Forbidden, u"Only those who manage the site may do this."_s);
    const PageRequest page = TRY(PageRequest::from(call->query));
    audit::AuditQuery query;
    query.actor = textParameter(call->query, u"actor"_s);
    query.action = textParameter(call->query, u"action"_s);
    query.target = textParameter(call->query, u"target"_s);
    query.from = TRY(timeParameter(call->query, u"at__gte"_s));
    query.until = TRY(timeParameter(call->query, u"at__lte"_s));
    query.window = windowOf(page);
    const auto found = TRY(call->site->read([&](sql::Session &session) { return audit::listed(session, query); },
                                            sql::ReadKind::Snapshot));
    json::Array rows;
    for (const audit::AuditEvent &event : found.items)
        rows.push_back(eventJson(event));
    return envelopeList(std::move(rows), found.total, page, u"Audit"_s);
}

} // namespace

void addAuditEndpoint(Api &api)
{
    api.openApi.addSchema("AuditEvent", objectSchema({{"id", "integer"},
                                                      {"at", "string"},
                                                      {"actor", "string?"},
                                                      {"action", "string"},
                                                      {"target", "string"},
                                                      {"address", "string"},
                                                      {"correlation_id", "string"}}));
    Endpoint endpoint;
    endpoint.path = "/api/audit/";
    endpoint.operationId = "audit_list";
    endpoint.tag = "audit";
    endpoint.summary = "Who signed in and out, or failed to, changed passwords, made and revoked keys, and read "
                       "sensitive secrets, the latest first; for who manages the site";
    endpoint.tenancy = Tenancy::Site;
    endpoint.query = listParameters({{.name = "actor", .description = "User name"},
                                     {.name = "action", .description = "user.sign_in, secret.read ..."},
                                     {.name = "target", .description = "user:ada, secret:api_key ..."},
                                     {.name = "at__gte", .format = "date-time"},
                                     {.name = "at__lte", .format = "date-time"}});
    endpoint.responses = {{200, "A page of events", "AuditEvent"}};
    endpoint.handler = list;
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
