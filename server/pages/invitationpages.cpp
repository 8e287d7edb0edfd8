// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/invitationpages.h"

#include "core/tenancy/peopleservices.h"
#include "server/middleware/authentication.h"
#include "server/pages/pagewriter.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

constexpr qint64 largestForm = 16 * 1024;

QByteArray tokenOf(const Call &call)
{
    return call.path("token").toUtf8();
}

PageText textFor(const QString &title, const QString &message, const QString &problem = {})
{
    return {title, u"Tenantry"_s, message, problem};
}

PageLink signInLink(const Call &call)
{
    return {u"Sign in"_s, call.basePath + "/accounts/login/"};
}

QString sentenceOf(const Invitation &invitation)
{
    const QString inviter = invitation.invitedBy ? invitation.invitedBy->fullName() : u"An administrator"_s;
    const QString role = invitation.role == access::MemberRole::Owner ? u"an owner"_s : u"a member"_s;
    return u"%1 invites %2 to become %3 of %4."_s.arg(inviter, invitation.email, role, invitation.organizationName);
}

/// What is wrong, in the words of each field.
QString problemOf(const Error &error)
{
    QStringList problems;
    for (const FieldError &field : error.fields)
        problems.append(field.message);
    return problems.isEmpty() ? error.message : problems.join(u' ');
}

/// The form, or a page that says that there is nothing to answer any more.
http::Response shown(const Call &call, const Services &services, const InvitationForm &typed, const QString &problem,
                     int status)
{
    const auto received = services.people.invitationAnswers().find(tokenOf(call));
    if (!received)
        return messagePage(textFor(u"This link does not work"_s, u"Ask for a new invitation."_s), signInLink(call),
                           404);
    if (received->status != InvitationStatus::Pending) {
        return messagePage(textFor(u"Invitation"_s, u"This invitation is %1."_s.arg(nameOf(received->status))),
                           signInLink(call), status);
    }
    InvitationForm form = typed;
    form.withPassword = received->requiresPassword;
    return invitationPage(textFor(u"Invitation"_s, sentenceOf(received->invitation), problem), form, status);
}

Answer show(const CallPtr &call, const Services &services)
{
    return shown(*call, services, {}, {}, 200);
}

Later<QString> declined(const Call &call, const Services &services)
{
    return services.people.invitationAnswers()
        .decline(tokenOf(call), originOf(call))
        .map([](const Result<void> &done) -> Result<QString> {
            TRY(done);
            return u"The invitation is declined"_s;
        });
}

Later<QString> accepted(const Call &call, const Services &services, const Acceptance &how)
{
    return services.people.invitationAnswers()
        .accept(tokenOf(call), how)
        .map([](Result<MemberView> member) -> Result<QString> {
            return u"You are a member of %1 now"_s.arg(TRY(std::move(member)).organizationName);
        });
}

/// The path holds what nobody else can send, the token, so that the form needs no further one against forgery; who is
/// signed in does not matter here.
Answer take(const CallPtr &call, const Services &services)
{
    const Query sent = Query::parse(call->request.body);
    const auto field = [&](const QString &name) { return sent.value(name).value_or(QString()); };
    const InvitationForm typed{false, field(u"first_name"_s), field(u"last_name"_s)};
    const Acceptance how{field(u"password"_s), typed.firstName, typed.lastName, {}, originOf(*call)};
    const bool declines = field(u"answer"_s) == "decline"_L1;
    if (!declines && how.password != field(u"confirm_password"_s))
        return shown(*call, services, typed, u"The two passwords differ."_s, 400);
    Later<QString> answer = declines ? declined(*call, services) : accepted(*call, services, how);
    return std::move(answer).map([call, &services, typed](Result<QString> done) -> Result<http::Response> {
        if (done)
            return messagePage(textFor(*done, {}), signInLink(*call), 200);
        const ErrorCode code = done.error().code;
        if (code == ErrorCode::Validation || code == ErrorCode::BadRequest || code == ErrorCode::NotFound)
            return shown(*call, services, typed, problemOf(done.error()), 400);
        return failure(std::move(done).error());
    });
}

Endpoint pageEndpoint(Method method, const QByteArray &operationId, const QByteArray &summary)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = "/accounts/invitations/key/{token}/";
    endpoint.operationId = operationId;
    endpoint.tag = "pages";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.rate = RateClass::Invitation;
    endpoint.bodyLimit = largestForm;
    endpoint.responses = {{.mediaType = "text/html"}};
    return endpoint;
}

} // namespace

void addInvitationPages(Api &api)
{
    const Services &services = api.services;
    Endpoint page = pageEndpoint(Method::Get, "accounts_invitation", "The page to accept or decline an invitation on");
    page.handler = [&services](const CallPtr &call) { return show(call, services); };
    api.router.add(std::move(page));
    Endpoint form = pageEndpoint(Method::Post, "accounts_invitation_form", "What that page sends");
    form.handler = [&services](const CallPtr &call) { return take(call, services); };
    api.router.add(std::move(form));
}

} // namespace tenantry::server
