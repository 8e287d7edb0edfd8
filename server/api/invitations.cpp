// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/invitations.h"

#include "core/tenancy/peopleservices.h"
#include "server/api/accountlinks.h"
#include "server/api/bodyfields.h"
#include "server/api/controlplane.h"
#include "server/api/invitationjson.h"
#include "server/api/objectschema.h"
#include "server/api/rolebodies.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

const QByteArray collection = "/api/cloud/organizations/{org}/invitations/";
const QByteArray item = "/api/cloud/organizations/{org}/invitations/{id}/";

auto rendered(const Clock &clock)
{
    return [&clock](const Invitation &invitation) { return invitationJson(invitation, clock.now()); };
}

Body invitationBody()
{
    Body body;
    body.schemaName = "NewInvitation";
    body.fields = {
        {.name = "invitee_identifier", .required = true, .maxLength = 254, .format = "email"},
        {.name = "role", .oneOf = {"member", "owner"}, .description = "member (default); owner needs an owner"},
        {.name = "message", .maxLength = 2000, .description = "Shown in the mail"},
        {.name = "invitation_config",
         .type = FieldType::Object,
         .nullable = true,
         .description = "`group`: names or ids of groups; `site`: objects of `slug` and `permissions`"},
    };
    return body;
}

Error wrongConfig(const char *member, const QString &message)
{
    return Error::field(u"invitation_config."_s + QString::fromLatin1(member), message);
}

Result<std::vector<InvitationDraft::Group>> groupsFrom(const json::Value &config)
{
    std::vector<InvitationDraft::Group> groups;
    const json::Value &sent = config["group"];
    if (!sent.isNull() && !sent.isArray())
        return failure(wrongConfig("group", u"Give a list of names or ids."_s));
    for (const json::Value &entry : sent.array()) {
        if (!entry.isString() && !entry.integer())
            return failure(wrongConfig("group", u"Give names or ids."_s));
        groups.push_back({entry.integer(), entry.isString() ? entry.text() : QString()});
    }
    return groups;
}

Result<std::vector<InvitationDraft::Site>> sitesFrom(const json::Value &config)
{
    std::vector<InvitationDraft::Site> sites;
    const json::Value &sent = config["site"];
    if (!sent.isNull() && !sent.isArray())
        return failure(wrongConfig("site", u"Give a list of objects of slug and permissions."_s));
    for (const json::Value &entry : sent.array()) {
        const auto permissions = textListField(entry, "permissions");
        if (!entry["slug"].isString() || !entry["permissions"].isArray() || !permissions)
            return failure(wrongConfig("site", u"Give objects of slug and permissions, a list of codenames."_s));
        sites.push_back({entry["slug"].text(), permissions->value_or(QStringList())});
    }
    return sites;
}

Result<InvitationDraft> draftFrom(const json::Value &body)
{
    InvitationDraft draft;
    draft.email = textField(body, "invitee_identifier").value_or(QString());
    draft.role = access::memberRoleNamed(textField(body, "role").value_or(QString())).value_or(draft.role);
    draft.message = textField(body, "message").value_or(QString());
    draft.groups = TRY(groupsFrom(body["invitation_config"]));
    draft.sites = TRY(sitesFrom(body["invitation_config"]));
    return draft;
}

Result<std::int64_t> invitationId(const Call &call)
{
    return idOf(call, "id", u"The organization has no such invitation."_s);
}

Endpoint listEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, collection, "invitations_list",
                                             "The organization's invitations, newest first");
    endpoint.query =
        listParameters({{.name = "status", .oneOf = {"pending", "accepted", "declined", "expired", "revoked"}},
                        {.name = "search", .description = "Part of the e-mail address"}});
    endpoint.responses = {{200, "A page of invitations", "Invitation"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const PageRequest page = TRY(PageRequest::from(call->query));
        InvitationQuery query;
        query.status = invitationStatusNamed(textParameter(call->query, u"status"_s));
        query.search = textParameter(call->query, u"search"_s);
        query.window = windowOf(page);
        const auto found = TRY(services.people.invitations().list(who, call->path("org"), query));
        return answeredPage(*call, found, page, rendered(services.clock));
    };
    return endpoint;
}

Endpoint createEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection, "invitations_create",
                                             "Invite an e-mail address; a mail with a link goes out");
    endpoint.body = invitationBody();
    endpoint.responses = {{201, "The invitation", "Invitation"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const InvitationDraft draft = TRY(draftFrom(call->body));
        return answered(
            services.people.invitations().create(who, call->path("org"), draft, accountOrigin(*call, services).address),
            rendered(services.clock), 201);
    };
    return endpoint;
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Get, item, "invitations_read", "One invitation");
    endpoint.responses = {{200, "The invitation", "Invitation"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        const std::int64_t id = TRY(invitationId(*call));
        const Invitation invitation = TRY(services.people.invitations().find(who, call->path("org"), id));
        return http::Response::json(invitationJson(invitation, services.clock.now()));
    };
    return endpoint;
}

Endpoint revokeEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Delete, item, "invitations_revoke", "Revoke an open invitation");
    endpoint.responses = {{204, "Revoked"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answeredEmpty(services.people.invitations().revoke(who, call->path("org"), TRY(invitationId(*call))));
    };
    return endpoint;
}

Endpoint resendEndpoint(const Services &services)
{
    Endpoint endpoint = controlPlaneEndpoint(Method::Post, collection + "{user}/resend/", "invitations_resend",
                                             "Mail a new link to a user by id, or for an invitation by UUID; the link "
                                             "that was mailed before is dead");
    endpoint.responses = {{200, "The invitation", "Invitation"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const PlatformPrincipal who = TRY(accountOf(*call));
        return answered(services.people.invitations().resend(who, call->path("org"), call->path("user"),
                                                             accountOrigin(*call, services).address),
                        rendered(services.clock));
    };
    return endpoint;
}

} // namespace

void addInvitationEndpoints(Api &api)
{
    api.openApi.addSchema("Invitation", objectSchema({{"id", "integer"},
                                                      {"uuid", "string"},
                                                      {"organization", "string"},
                                                      {"organization_name", "string"},
                                                      {"invitee_identifier", "string"},
                                                      {"invitee", "integer?"},
                                                      {"role", "string"},
                                                      {"invited_by", "object?"},
                                                      {"invitation_config", "object"},
                                                      {"status", "string"},
                                                      {"is_accepted", "boolean"},
                                                      {"accepted_at", "string?"},
                                                      {"expires_at", "string"},
                                                      {"is_expired", "boolean"},
                                                      {"is_valid", "boolean"},
                                                      {"message", "string"},
                                                      {"created_at", "string"},
                                                      {"updated_at", "string"}}));
    const Services &services = api.services;
    for (Endpoint endpoint : {listEndpoint(services), createEndpoint(services), readEndpoint(services),
                              revokeEndpoint(services), resendEndpoint(services)}) {
        endpoint.tag = "invitations";
        api.router.add(std::move(endpoint));
    }
}

} // namespace tenantry::server
