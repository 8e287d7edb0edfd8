// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/signuppages.h"

#include "core/identity/links/emailverification.h"
#include "core/identity/signinsettings.h"
#include "server/pages/linkpage.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

http::Response closedPage(const Call &call)
{
    return messagePage(pageText(call, u"Sign-up is closed"_s, u"Ask an administrator of the site for an account."_s),
                       {u"Sign in"_s, pagePath(call, "login")}, 403);
}

http::Response signUpForm(const Call &call, const AccountLinks &links, const Target &target, const QString &email,
                          const QString &problem, int status)
{
    PageForm form;
    form.fields = {
        {.name = "email", .label = u"E-mail address"_s, .type = "email", .autocomplete = "username", .value = email},
        {.name = "password", .label = u"Password"_s, .type = "password", .autocomplete = "new-password"},
        {.name = "password2",
         .label = u"The password once more"_s,
         .type = "password",
         .autocomplete = "new-password"}};
    form.submit = u"Sign up"_s;
    form.redirectTo = target ? QString::fromLatin1(target->plain()) : QString();
    form.links = {linkTo(call, "login", u"Sign in instead"_s, target)};
    const QString message = u"A password has at least eight characters. A link is mailed to you then."_s;
    return linkForm(call, links.services, pageText(call, u"Sign up"_s, message, problem), std::move(form), status);
}

http::Response mailedPage(const Call &call, const Target &target, int status)
{
    return messagePage(pageText(call, u"Look into your mail"_s,
                                u"A mail was sent to you. Open the link in it to show that the address is yours."_s),
                       linkTo(call, "login", u"Sign in"_s, target), status);
}

Answer showSignUp(const CallPtr &call, const AccountLinks &links)
{
    if (!call->site || !TRY(call->site->read(identity::SignInSettings::load)).allowEmailSignup)
        return closedPage(*call);
    const Result<Target> target = targetOf(links.services, *call, redirectTo(call->query));
    return target ? signUpForm(*call, links, *target, {}, {}, 200) : wrongTarget(*call, target.error());
}

Answer takeSignUp(const CallPtr &call, const AccountLinks &links)
{
    const SentLinkForm sent(*call);
    const Result<Target> target = targetOf(links.services, *call, sent.redirectTo());
    if (!call->site)
        return closedPage(*call);
    if (!target)
        return wrongTarget(*call, target.error());
    const QString email = sent.field(u"email"_s);
    const QString password = sent.field(u"password"_s);
    if (!sent.isOurs())
        return signUpForm(*call, links, *target, email, notOurs(), 403);
    if (password != sent.field(u"password2"_s))
        return signUpForm(*call, links, *target, email, u"The two passwords differ."_s, 400);
    return links.signUp.create(*call->site, {email, password, {}}, accountOrigin(*call, links.services))
        .map([call, &links, email, target = *target](Result<QByteArray> made) -> Result<http::Response> {
            if (!made && made.error().code == ErrorCode::Validation)
                return signUpForm(*call, links, target, email, wordsOf(made.error()), 400);
            if (!made && made.error().code == ErrorCode::Forbidden)
                return closedPage(*call);
            TRY(std::move(made));
            return mailedPage(*call, target, 200);
        });
}

QByteArray keyOf(const Call &call)
{
    return call.path("key").toLatin1();
}

http::Response confirmForm(const Call &call, const AccountLinks &links, const QString &email, const QString &problem,
                           int status)
{
    PageForm form;
    form.submit = u"Confirm"_s;
    return linkForm(call, links.services,
                    pageText(call, u"Confirm your e-mail address"_s, u"Is %1 yours?"_s.arg(email), problem),
                    std::move(form), status);
}

/// Opening the address changes nothing: programs that look into mails do that, too.
Answer showConfirm(const CallPtr &call, const AccountLinks &links)
{
    if (!call->site)
        return badLink(*call, identity::mailedlinks::invalidKey());
    Result<QString> email = links.signUp.addressOf(*call->site, keyOf(*call));
    if (!email)
        return badLink(*call, std::move(email).error());
    return confirmForm(*call, links, *email, {}, 200);
}

Answer takeConfirm(const CallPtr &call, const AccountLinks &links)
{
    if (!call->site)
        return badLink(*call, identity::mailedlinks::invalidKey());
    if (!SentLinkForm(*call).isOurs()) {
        Result<QString> email = links.signUp.addressOf(*call->site, keyOf(*call));
        if (!email)
            return badLink(*call, std::move(email).error());
        return confirmForm(*call, links, *email, notOurs(), 403);
    }
    return links.signUp.verify(*call->site, keyOf(*call), {})
        .map([call](Result<identity::SignUp::Verified> verified) -> Result<http::Response> {
            if (!verified)
                return badLink(*call, std::move(verified).error());
            return messagePage(pageText(*call, u"Your address is confirmed"_s, u"You can sign in now."_s),
                               {u"Sign in"_s, pagePath(*call, "login")}, 200);
        });
}

} // namespace

Later<http::Response> orVerifyPage(Later<http::Response> answer, const CallPtr &call, const AccountLinksPtr &links,
                                   const QString &login)
{
    Promise<http::Response> promise;
    Later<http::Response> later = promise.later();
    std::move(answer).then([promise, call, links, login](Result<http::Response> result) {
        if (result || !identity::emailverification::isNotVerified(result.error()))
            return promise.settle(std::move(result));
        links->signUp.mailAgain(*call->site, login, accountOrigin(*call, links->services))
            .then([promise, call](const Result<QByteArray> &mailed) {
                promise.settle(mailed ? Result<http::Response>(mailedPage(*call, {}, 403)) : failure(mailed.error()));
            });
    });
    return later;
}

void addSignUpPages(Api &api)
{
    const auto links = std::make_shared<const AccountLinks>(api.services);
    constexpr auto confirm = "/accounts/confirm-email/key/{key}/";
    api.router.add(linkPage(links, Method::Get, "/accounts/signup/", "accounts_signup",
                            "The page to sign up on, where the site allows it", showSignUp));
    api.router.add(linkPage(links, Method::Post, "/accounts/signup/", "accounts_signup_form",
                            "What the page to sign up on sends", takeSignUp));
    api.router.add(linkPage(links, Method::Get, confirm, "accounts_confirm_email",
                            "The page that a link leads to that was mailed after signing up", showConfirm));
    api.router.add(linkPage(links, Method::Post, confirm, "accounts_confirm_email_form",
                            "What that page sends: the address is verified", takeConfirm));
}

} // namespace tenantry::server
