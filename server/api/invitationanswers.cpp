// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/invitations.h"

#include "core/tenancy/peopleservices.h"
#include "server/api/controlplane.h"
#include "server/api/invitationjson.h"
#include "server/api/objectschema.h"
#include "server/api/tenancyjson.h"
#include "server/api/userfields.h"
#include "server/middleware/authentication.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

/// For whoever holds the token. Counted per address, so that nobody tries tokens for long.
Endpoint answerEndpoint(Method method, const QByteArray &action, const QByteArray &operationId,
                        const QByteArray &summary)
{
    Endpoint endpoint = controlPlaneEndpoint(method, "/api/cloud/invitations/{token}/" + action, operationId, summary);
    endpoint.tag = "invitations";
    endpoint.credential = Credential::None;
    endpoint.rate = RateClass::Invitation;
    return endpoint;
}

QByteArray tokenOf(const Call &call)
{
    return call.path("token").toUtf8();
}

Endpoint readEndpoint(const Services &services)
{
    Endpoint endpoint = answerEndpoint(Method::Get, {}, "invitations_received", "The invitation that a link is for");
    endpoint.responses = {{200, "The invitation", "ReceivedInvitation"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return http::Response::json(invitationJson(TRY(services.people.invitationAnswers().find(tokenOf(*call)))));
    };
    return endpoint;
}

Acceptance acceptanceFrom(const Call &call)
{
    Acceptance how;
    how.password = textField(call.body, "password").value_or(QString());
    how.firstName = textField(call.body, "first_name").value_or(QString());
    how.lastName = textField(call.body, "last_name").value_or(QString());
    how.signedIn = call.account;
    how.origin = originOf(call);
    return how;
}

Endpoint acceptEndpoint(const Services &services)
{
    Endpoint endpoint = answerEndpoint(Method::Post, "accept/", "invitations_accept",
                                       "Become a member; who is signed in has to have the address");
    endpoint.credential = Credential::Optional;
    endpoint.body = Body{.fields = {{.name = "password",
                                     .maxLength = 1024,
                                     .description = "Of a new account; one that is there keeps its own"},
                                    {.name = "confirm_password", .description = "The password once more"},
                                    {.name = "first_name", .maxLength = 150},
                                    {.name = "last_name", .maxLength = 150}},
                         .required = false,
                         .schemaName = "InvitationAcceptance",
                         .check = userFieldProblems};
    endpoint.responses = {{200, "The member", "InvitationAccepted"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        const Acceptance how = acceptanceFrom(*call);
        return answered(services.people.invitationAnswers().accept(tokenOf(*call), how), [](const MemberView &member) {
            json::Object object;
            object.set("message", u"You are a member of %1 now."_s.arg(member.organizationName));
            object.set("member", toJson(member));
            return object;
        });
    };
    return endpoint;
}

Endpoint declineEndpoint(const Services &services)
{
    Endpoint endpoint = answerEndpoint(Method::Post, "decline/", "invitations_decline", "Decline the invitation");
    endpoint.responses = {{200, "Declined", "Message"}};
    endpoint.handler = [&services](const CallPtr &call) -> Answer {
        return services.people.invitationAnswers()
            .decline(tokenOf(*call), originOf(*call))
            .map([](const Result<void> &declined) -> Result<http::Response> {
                TRY(declined);
                json::Object object;
                object.set("message", u"The invitation is declined."_s);
                return http::Response::json(json::Value(std::move(object)));
            });
    };
    return endpoint;
}

} // namespace

void addInvitationAnswerEndpoints(Api &api)
{
    api.openApi.addSchema("ReceivedInvitation", objectSchema({{"organization_name", "string"},
                                                              {"invitee_identifier", "string"},
                                                              {"invited_by", "string?"},
                                                              {"role", "string"},
                                                              {"expires_at", "string"},
                                                              {"status", "string"},
                                                              {"requires_password", "boolean"}}));
    api.openApi.addSchema("InvitationAccepted", objectSchema({{"message", "string"}, {"member", "object"}}));
    api.openApi.addSchema("Message", objectSchema({{"message", "string"}}));
    for (Endpoint endpoint : {readEndpoint(api.services), acceptEndpoint(api.services), declineEndpoint(api.services)})
        api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
