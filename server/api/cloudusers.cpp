// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/cloudusers.h"

#include "core/tenancy/peopleservices.h"
#include "server/api/controlplane.h"
#include "server/api/ownsession.h"
#include "server/api/userfields.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::Account;

const QByteArray collection = "/api/cloud/users/";
const QByteArray item = "/api/cloud/users/{username}/";

json::Value render(const Account &account)
{
    return identity::toJson(account);
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "cloud_users_list",
                                             "All accounts for superusers, else those of the caller's organizations");
    endpoint.query = listParameters({{.name = "search", .description = "Part of user name, e-mail or names"},
                                     {.name = "is_active", .type = FieldType::Boolean},
                                     {.name = "is_staff", .type = FieldType::Boolean},
                                     {.name = "is_superuser", .type = FieldType::Boolean},
                                     {.name = "is_deleted", .type = FieldType::Boolean, .description = "false"},
                                     {.name = "ordering", .description = "username, email, date_joined, last_login"}});
    endpoint.responses = {{200, "A page of accounts", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        identity::AccountFilter filter;
        filter.search = textParameter(call->query, u"search"_s);
        filter.active = TRY(call->query.boolean(u"is_active"_s));
        filter.staff = TRY(call->query.boolean(u"is_staff"_s));
        filter.superuser = TRY(call->query.boolean(u"is_superuser"_s));
        filter.ordering = textParameter(call->query, u"ordering"_s);
        filter.offset = page.offset();
        filter.limit = page.size;
        filter.deleted = TRY(call->query.boolean(u"is_deleted"_s)).value_or(false);
        const auto found = TRY(services.people.accounts().list(who, filter));
        return answeredPage(*call, found, page, render);
    };
    return endpoint;
}

Body accountBody()
{
    Body body;
    body.schemaName = "NewAccount";
    body.fields = {
        {.name = "username", .maxLength = 150, .description = "The e-mail address, when left out"},
        {.name = "email", .required = true, .maxLength = 254, .format = "email"},
        {.name = "password", .maxLength = 1024},
        {.name = "confirm_password", .description = "The password once more; needed with one"},
        {.name = "first_name", .maxLength = 150},
        {.name = "last_name", .maxLength = 150},
        {.name = "is_active", .type = FieldType::Boolean},
        {.name = "is_staff", .type = FieldType::Boolean},
        {.name = "is_superuser", .type = FieldType::Boolean},
    };
    body.check = userFieldProblems;
    return body;
}

identity::NewAccount accountFrom(const json::Value &body)
{
    identity::NewAccount account;
    account.username = textField(body, "username").value_or(QString());
    account.email = textField(body, "email").value_or(QString());
    account.password = textField(body, "password").value_or(QString());
    account.firstName = textField(body, "first_name").value_or(QString());
    account.lastName = textField(body, "last_name").value_or(QString());
    account.active = booleanField(body, "is_active").value_or(true);
    account.staff = booleanField(body, "is_staff").value_or(false);
    account.superuser = booleanField(body, "is_superuser").value_or(false);
    return account;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection, "cloud_users_create", "Make an account");
    endpoint.body = accountBody();
    endpoint.responses = {{201, "The account", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.people.accounts().create(who, accountFrom(call->body)), render, 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "cloud_users_read",
                                             "One account: the caller's own, or any for those who see all");
    endpoint.responses = {{200, "The account", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return http::Response::json(render(TRY(services.people.accounts().find(who, call->path("username")))));
    };
    return endpoint;
}

AccountChange changeFrom(const Call &call)
{
    AccountChange change;
    takeUserFields(call.body, change);
    change.superuser = booleanField(call.body, "is_superuser");
    change.keptSession = decidingSession(call);
    return change;
}

Endpoint updateEndpoint(const Services &services, Method method, const QByteArray &operationId)
{
    Endpoint endpoint = controlPlaneEndpoint(method, item, operationId,
                                             "Change the fields that are sent, of one's own account or one that may "
                                             "do no more");
    endpoint.body = accountBody();
    endpoint.body->schemaName = "AccountInput";
    endpoint.body->fields.push_back({.name = "is_deleted",
                                     .type = FieldType::Boolean,
                                     .description = "false brings a deleted account back; for superusers"});
    endpoint.responses = {{200, "The account", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.people.accounts().update(who, call->path("username"), changeFrom(*call)), render);
    };
    return endpoint;
}

Endpoint deleteEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Delete, item, "cloud_users_delete",
                                             "Take an account that may do no more out of use; its name stays taken");
    endpoint.responses = {{204, "Deleted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.people.accounts().remove(who, call->path("username")));
    };
    return endpoint;
}

} // namespace

void addCloudUserEndpoints(Api &api)
{
    const Services &services = api.services;
    for (Endpoint endpoint :
         {listEndpoint(services), createEndpoint(services), readEndpoint(services),
          updateEndpoint(services, Method::Put, "cloud_users_replace"),
          updateEndpoint(services, Method::Patch, "cloud_users_update"), deleteEndpoint(services)}) {
        endpoint.tag = "accounts";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
