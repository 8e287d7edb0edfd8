// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/roleassignments.h"

#include "core/access/roles/roles.h"
#include "core/base/datetime.h"
#include "server/api/bodyfields.h"
#include "server/api/rolebodies.h"
#include "server/api/siteendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using access::RoleOrder;
using access::RoleOutcome;
using http::Method;

Result<RoleOrder> orderFrom(const json::Value &body)
{
    RoleOrder order;
    order.roles = TRY(textListField(body, "roles")).value_or(QStringList());
    order.usernames = TRY(textListField(body, "usernames")).value_or(QStringList());
    return order;
}

/// Nothing when it was not sent; no time when it was null.
Result<std::optional<std::optional<Micros>>> expiryFrom(const json::Value &body)
{
    const auto text = nullableTextField(body, "expires_at");
    std::optional<std::optional<Micros>> expiry;
    if (!text)
        return expiry;
    expiry.emplace();
    if (*text) {
        const auto time = parseDateTime((*text)->toStdString());
        if (!time)
            return failure(Error::field(u"expires_at"_s, time.error().message));
        *expiry = *time;
    }
    return expiry;
}

json::Array failuresJson(const std::vector<access::RoleFailure> &failures)
{
    json::Array array;
    for (const access::RoleFailure &one : failures) {
        json::Object object;
        object.set("username", one.username);
        object.set("role", one.role);
        object.set("error", one.reason);
        array.emplace_back(std::move(object));
    }
    return array;
}

/// `done`: "Assigned", "Revoked". Clients read status, message and data; the HTTP status is 200 whatever failed.
http::Response outcomeAnswer(const RoleOutcome &outcome, const QString &done)
{
    const QString count = outcome.done == 1 ? u"1 role"_s : u"%1 roles"_s.arg(outcome.done);
    json::Object body;
    body.set("status", outcome.done == 0 ? "error" : "success");
    if (outcome.failures.empty()) {
        body.set("message", u"%1 %2 successfully"_s.arg(done, count));
    } else {
        body.set("message", u"%1 %2, %3 failed"_s.arg(done, count).arg(outcome.failures.size()));
        json::Object data;
        data.set("failures", failuresJson(outcome.failures));
        body.set("data", std::move(data));
    }
    return http::Response::json(json::Value(std::move(body)));
}

auto answerWith(const QString &done)
{
    return [=](Result<RoleOutcome> outcome) -> Result<http::Response> {
        return outcomeAnswer(TRY(std::move(outcome)), done);
    };
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint = siteEndpoint(method, path, operationId, summary, "roles");
    Body body;
    body.fields = {{.name = "roles",
                    .type = FieldType::Array,
                    .required = true,
                    .description = "1 to 100 slugs of app roles and site roles"},
                   {.name = "usernames", .type = FieldType::Array, .required = true, .description = "1 to 100"}};
    endpoint.body = body;
    endpoint.responses = {{200, "How many pairs are done, and those that failed"}};
    return endpoint;
}

Endpoint assignEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Post, "/api/assign/roles/", "roles_assign",
                                   "Give each role to each user; for those who manage users");
    endpoint.body->schemaName = "RoleAssignment";
    endpoint.body->fields.push_back(
        {.name = "expires_at",
         .nullable = true,
         .format = "date-time",
         .description = "When they end; null: never; left out: as before, where a user has the role already"});
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        RoleOrder order = TRY(orderFrom(call->body));
        order.expiresAt = TRY(expiryFrom(call->body));
        return services.roles.assignment.assign(*call->site, *call->user, order).map(answerWith(u"Assigned"_s));
    };
    return endpoint;
}

Endpoint revokeEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = endpointOf(method, "/api/revoke/roles/", operationId,
                                   "Take each role from each user; for those who manage users");
    endpoint.body->schemaName = "RoleRevocation";
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const RoleOrder order = TRY(orderFrom(call->body));
        return services.roles.assignment.revoke(*call->site, *call->user, order).map(answerWith(u"Revoked"_s));
    };
    return endpoint;
}

} // namespace

void addRoleAssignmentEndpoints(Api &api)
{
    const Services &services = api.services;
    api.router.add(assignEndpoint(services));
    api.router.add(revokeEndpoint(services, Method::Delete, "roles_revoke"));
    // For proxies that drop the body of a DELETE.
    api.router.add(revokeEndpoint(services, Method::Post, "roles_revoke_by_post"));
}

} // namespace tenantry::server
