// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/cloudusers.h"

#include "core/identity/identity.h"
#include "core/tenancy/memberstore.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;
using identity::Account;
using identity::Accounts;

const QByteArray collection = "/api/cloud/users/";

json::Value render(const Account &account)
{
    return identity::toJson(account);
}

/// Superusers see every account, others those they share an organization with.
Result<Page<Account>> listed(sql::Session &platform, const PlatformPrincipal &who, identity::AccountFilter filter)
{
    if (!who.superuser) {
        filter.among = TRY(MemberStore::colleagues(platform, who.id));
        filter.among->push_back(who.id);
    }
    auto found = TRY(Accounts::list(platform, filter));
    return Page<Account>{std::move(found.accounts), found.total};
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "cloud_users_list",
                                             "All accounts for superusers, else those of the caller's organizations");
    endpoint.query = listParameters({{.name = "search", .description = "Part of user name, e-mail or names"},
                                     {.name = "is_active", .type = FieldType::Boolean},
                                     {.name = "is_staff", .type = FieldType::Boolean},
                                     {.name = "is_superuser", .type = FieldType::Boolean}});
    endpoint.responses = {{200, "A page of accounts", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        identity::AccountFilter filter;
        filter.search = textParameter(call->query, u"search"_s);
        filter.active = TRY(call->query.boolean(u"is_active"_s));
        filter.staff = TRY(call->query.boolean(u"is_staff"_s));
        filter.superuser = TRY(call->query.boolean(u"is_superuser"_s));
        filter.offset = page.offset();
        filter.limit = page.size;
        const auto found = TRY(services.platform.read(
            [&](sql::Session &platform) { return listed(platform, who, filter); }, sql::ReadKind::Snapshot));
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
    return body;
}

Result<identity::NewAccount> accountFrom(const json::Value &body)
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
    if (account.password != textField(body, "confirm_password").value_or(QString()))
        return failure(Error::field(u"confirm_password"_s, u"The two passwords differ."_s));
    return account;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection, "cloud_users_create", "Make an account");
    endpoint.body = accountBody();
    endpoint.responses = {{201, "The account", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        if (!TRY(accountOf(*call)).superuser)
            return failure(ErrorCode::Forbidden, u"Only a platform administrator makes accounts."_s);
        return answered(services.identity.accounts().create(TRY(accountFrom(call->body))), render, 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection + "{username}/", "cloud_users_read",
                                             "One account: the caller's own, or any for superusers");
    endpoint.responses = {{200, "The account", "Account"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const auto account = TRY(services.platform.read(
            [&](sql::Session &platform) { return Accounts::byUsernameOrUuid(platform, call->path("username")); }));
        if (!account || (account->id != who.id && !who.superuser))
            return failure(ErrorCode::NotFound, u"There is no such account."_s);
        return http::Response::json(render(*account));
    };
    return endpoint;
}

} // namespace

void addCloudUserEndpoints(Api &api)
{
    for (Endpoint endpoint : {listEndpoint(api.services), createEndpoint(api.services), readEndpoint(api.services)}) {
        endpoint.tag = "accounts";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
