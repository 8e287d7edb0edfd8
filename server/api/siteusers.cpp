// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/siteusers.h"

#include "core/access/policies/policies.h"
#include "core/base/datetime.h"
#include "core/identity/identity.h"
#include "core/json/reader.h"
#include "server/api/controlplane.h"
#include "server/api/ownsession.h"
#include "server/api/rolebodies.h"
#include "server/api/siteendpoint.h"
#include "server/api/siteuserjson.h"
#include "server/api/userfields.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::SiteUserChange;

const QByteArray collection = "/api/users/";
const QByteArray item = "/api/users/{username}/";

/// Older clients send the object as a text, and an empty one where there is nothing to send.
Result<std::optional<json::Object>> attributesField(const json::Value &body)
{
    const json::Value *sent = body.object().find("attributes");
    if (!sent || sent->isNull() || *sent == json::Value(""))
        return std::optional<json::Object>();
    if (sent->isObject())
        return std::optional(sent->object());
    if (const auto read = json::read(sent->string()); sent->isString() && read && read->isObject())
        return std::optional(read->object());
    return failure(Error::field(u"attributes"_s, u"Must be an object."_s));
}

Result<SiteUserChange> changeFrom(const Call &call)
{
    SiteUserChange change;
    takeUserFields(call.body, change);
    change.attributes = TRY(attributesField(call.body));
    change.keptSession = decidingSession(call);
    return change;
}

/// What nobody may set is better said than passed over.
std::vector<FieldError> userProblems(const json::Value &body)
{
    std::vector<FieldError> problems = userFieldProblems(body);
    if (const auto attributes = attributesField(body); !attributes)
        std::ranges::copy(attributes.error().fields, std::back_inserter(problems));
    if (body["is_cloud_user"].boolean())
        problems.push_back({u"is_cloud_user"_s, u"Accounts of the platform become users by entering the site."_s});
    return problems;
}

Body userBody(const QByteArray &schemaName)
{
    Body body;
    body.schemaName = schemaName;
    body.fields = {
        {.name = "username", .required = true, .maxLength = 150, .minLength = 1},
        {.name = "email", .required = true, .maxLength = 254, .minLength = 1, .format = "email"},
        {.name = "password", .maxLength = 1024, .description = "Without one nobody can sign in with a password"},
        {.name = "confirm_password", .description = "The password once more; needed with one"},
        {.name = "first_name", .maxLength = 150},
        {.name = "last_name", .maxLength = 150},
        {.name = "is_active", .type = FieldType::Boolean},
        {.name = "is_staff", .type = FieldType::Boolean},
        {.name = "attributes",
         .type = FieldType::Any,
         .description =
             "An object by the site's schema, or that as a text; it goes over what is there, null takes away"},
    };
    body.check = userProblems;
    return body;
}

Endpoint endpointOf(Method method, const QByteArray &path, const QByteArray &operationId, const QByteArray &summary)
{
    return siteEndpoint(method, path, operationId, summary, "users");
}

enum class DayEdge { Begin, End };

/// A parameter that is a date and time, or a date, which means one edge of its day in UTC.
Result<std::optional<Micros>> momentParameter(const Query &query, const QString &name, DayEdge edge)
{
    const std::optional<QString> text = query.value(name);
    if (!text)
        return std::optional<Micros>();
    constexpr Micros day = Micros{86'400} * 1'000'000;
    if (const auto days = parseDate(text->toStdString()))
        return std::optional(*days * day + (edge == DayEdge::Begin ? 0 : day - 1));
    const auto time = parseDateTime(text->toStdString());
    if (!time)
        return failure(Error::field(name, u"Must be a date, or a date and time such as 2026-01-05T09:00:00Z."_s));
    return std::optional(*time);
}

/// Those that are not declared.
std::vector<std::pair<QString, QString>> otherParameters(const Call &call)
{
    std::vector<std::pair<QString, QString>> others = call.query.all();
    std::erase_if(others, [&](const auto &parameter) {
        return std::ranges::any_of(call.endpoint->query,
                                   [&](const Field &field) { return field.name == parameter.first.toUtf8(); });
    });
    return others;
}

auto detailAnswer(const QString &message, int status)
{
    return [=](const Result<identity::SiteUserDetail> &user) -> Result<http::Response> {
        if (!user)
            return failure(user.error());
        return envelope(siteUserDetail(*user), message, status);
    };
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, collection, "users_list", "The users of the site");
    endpoint.query = listParameters({{.name = "search", .description = "Part of user name, e-mail or names"},
                                     {.name = "is_active", .type = FieldType::Boolean},
                                     {.name = "is_staff", .type = FieldType::Boolean},
                                     {.name = "is_superuser", .type = FieldType::Boolean},
                                     {.name = "is_cloud_user", .type = FieldType::Boolean},
                                     {.name = "is_deleted", .type = FieldType::Boolean},
                                     {.name = "roles", .description = "Slugs, separated by commas: who holds any"},
                                     {.name = "date_joined__gte", .description = "A date, or date and time"},
                                     {.name = "date_joined__lte", .description = "A date, or date and time"},
                                     {.name = "ordering", .description = "username, email, date_joined, last_login"}});
    endpoint.openQuery = true; // attributes of the site's schema, by their names
    endpoint.responses = {{200, "A page of users", "SiteUser"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PageRequest page = TRY(PageRequest::from(call->query));
        identity::SiteUserQuery query;
        query.search = textParameter(call->query, u"search"_s);
        query.active = TRY(call->query.boolean(u"is_active"_s));
        query.staff = TRY(call->query.boolean(u"is_staff"_s));
        query.superuser = TRY(call->query.boolean(u"is_superuser"_s));
        query.cloudUser = TRY(call->query.boolean(u"is_cloud_user"_s));
        query.deleted = TRY(call->query.boolean(u"is_deleted"_s)).value_or(false);
        query.joinedFrom = TRY(momentParameter(call->query, u"date_joined__gte"_s, DayEdge::Begin));
        query.joinedUntil = TRY(momentParameter(call->query, u"date_joined__lte"_s, DayEdge::End));
        query.roles = textParameter(call->query, u"roles"_s).split(u',', Qt::SkipEmptyParts);
        query.attributes = otherParameters(*call);
        query.ordering = textParameter(call->query, u"ordering"_s);
        query.window = windowOf(page);
        const auto found =
            TRY(services.identity.siteUsers().list(*call->site, *call->user, query, TRY(readsUsers(services, *call))));
        json::Array rows;
        for (const identity::SiteUserSummary &user : found.items)
            rows.emplace_back(siteUserRow(user));
        return envelopeList(std::move(rows), found.total, page, u"Users"_s);
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Post, collection, "users_create", "Make a user of the site");
    endpoint.body = userBody("NewSiteUser");
    endpoint.body->fields.push_back(
        {.name = "role_slugs", .type = FieldType::Array, .description = "App roles and site roles to begin with"});
    endpoint.responses = {{201, "The user", "SiteUser"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        SiteUserChange user = TRY(changeFrom(*call));
        user.roleSlugs = TRY(textListField(call->body, "role_slugs"));
        return services.identity.siteUsers()
            .create(*call->site, *call->user, user)
            .map(detailAnswer(u"User created"_s, 201));
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Get, item, "users_read", "One user: oneself, or any for who manages users");
    endpoint.responses = {{200, "The user", "SiteUser"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return envelope(siteUserDetail(TRY(services.identity.siteUsers().find(
                            *call->site, *call->user, call->path("username"), TRY(readsUsers(services, *call))))),
                        u"User"_s);
    };
    return endpoint;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = endpointOf(method, item, operationId, "Change the fields that are sent");
    endpoint.body = userBody("SiteUserChange");
    endpoint.body->fields.push_back(
        {.name = "is_deleted", .type = FieldType::Boolean, .description = "false restores"});
    endpoint.responses = {{200, "The user as it is now", "SiteUser"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        if (!call->body["role_slugs"].array().empty())
            return failure(Error::field(u"role_slugs"_s, u"Give roles at /api/assign/roles/, and take them at "
                                                         "/api/revoke/roles/."_s));
        return services.identity.siteUsers()
            .update(*call->site, *call->user, call->path("username"), TRY(changeFrom(*call)))
            .map(detailAnswer(u"User updated"_s, 200));
    };
    return endpoint;
}

Endpoint removeEndpoint(const Services &services)
{
    Endpoint endpoint = endpointOf(Method::Delete, item, "users_delete",
                                   "Take a user out of use for good; name and address stay taken");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return answeredEmpty(services.identity.siteUsers().remove(*call->site, *call->user, call->path("username")));
    };
    return endpoint;
}

} // namespace

Result<identity::ByPolicy> readsUsers(const Services &services, const Call &call)
{
    if (call.user->may(u"manage_site_users"_s))
        return identity::ByPolicy::No;
    const access::CheckedResource users{.kind = u"user:*"_s, .id = u"*"_s};
    const bool allowed = TRY(services.policies.checks.allowedByAnyApp(*call.site, *call.user, users, u"read"_s));
    return allowed ? identity::ByPolicy::Yes : identity::ByPolicy::No;
}

void addSiteUserEndpoints(Api &api)
{
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              updateEndpoint(services, Method::Put, "users_replace"),
                              updateEndpoint(services, Method::Patch, "users_update"), removeEndpoint(services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
