// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/passwordpages.h"

#include "server/api/signin.h"
#include "server/pages/linkpage.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using http::Method;

http::Response requestForm(const Call &call, const AccountLinks &links, const QString &email, const QString &problem,
                           int status)
{
    PageForm form;
    form.fields = {
        {.name = "email", .label = u"E-mail address"_s, .type = "email", .autocomplete = "username", .value = email}};
    form.submit = u"Mail me a link"_s;
    form.links = {{u"Sign in"_s, pagePath(call, "login")}};
    return linkForm(call, links.services,
                    pageText(call, u"A new password"_s, u"You are mailed a link to choose one."_s, problem),
                    std::move(form), status);
}

Answer showRequest(const CallPtr &call, const AccountLinks &links)
{
    return requestForm(*call, links, {}, {}, 200);
}

Answer takeRequest(const CallPtr &call, const AccountLinks &links)
{
    const SentLinkForm sent(*call);
    const QString email = sent.field(u"email"_s);
    if (!sent.isOurs())
        return requestForm(*call, links, email, notOurs(), 403);
    return links.passwords.request(realmOf(*call, links.services), email, accountOrigin(*call, links.services))
        .map([call](const Result<void> &done) -> Result<http::Response> {
            TRY(done);
            return messagePage(pageText(*call, u"Look into your mail"_s,
                                        u"If there is an account with this address, a link was mailed to it. It is "
                                        "good for an hour."_s),
                               {u"Sign in"_s, pagePath(*call, "login")}, 200);
        });
}

http::Response chooseForm(const Call &call, const AccountLinks &links, const QString &problem, int status)
{
    PageForm form;
    form.fields = {{.name = "password", .label = u"New password"_s, .type = "password", .autocomplete = "new-password"},
                   {.name = "password2",
                    .label = u"The password once more"_s,
                    .type = "password",
                    .autocomplete = "new-password"}};
    form.submit = u"Change the password"_s;
    const QString message = u"At least eight characters. Whatever is signed in is signed out."_s;
    return linkForm(call, links.services, pageText(call, u"Choose a new password"_s, message, problem), std::move(form),
                    status);
}

QByteArray keyOf(const Call &call)
{
    return call.path("key").toLatin1();
}

Answer showChoose(const CallPtr &call, const AccountLinks &links)
{
    Result<void> good = links.passwords.check(realmOf(*call, links.services), keyOf(*call));
    if (!good)
        return badLink(*call, std::move(good).error());
    return chooseForm(*call, links, {}, 200);
}

/// Whether it is the password that will not do, so that another one may be tried.
bool isAboutPassword(const Error &error)
{
    return !error.fields.empty() && error.fields.front().path == "password"_L1;
}

Answer takeChoose(const CallPtr &call, const AccountLinks &links)
{
    const SentLinkForm sent(*call);
    const QString password = sent.field(u"password"_s);
    if (!sent.isOurs())
        return chooseForm(*call, links, notOurs(), 403);
    if (password != sent.field(u"password2"_s))
        return chooseForm(*call, links, u"The two passwords differ."_s, 400);
    return links.passwords.reset(realmOf(*call, links.services), keyOf(*call), password)
        .map([call, &links](Result<void> done) -> Result<http::Response> {
            if (!done && isAboutPassword(done.error()))
                return chooseForm(*call, links, wordsOf(done.error()), 400);
            if (!done)
                return badLink(*call, std::move(done).error());
            return messagePage(pageText(*call, u"Your password is changed"_s, u"Sign in with the new one."_s),
                               {u"Sign in"_s, pagePath(*call, "login")}, 200);
        });
}

} // namespace

void addPasswordPages(Api &api)
{
    const auto links = std::make_shared<const AccountLinks>(api.services);
    constexpr auto request = "/accounts/password/reset/";
    constexpr auto choose = "/accounts/password/reset/key/{key}/";
    api.router.add(linkPage(links, Method::Get, request, "accounts_password_reset",
                            "The page to ask on for a new password", showRequest));
    api.router.add(linkPage(links, Method::Post, request, "accounts_password_reset_form",
                            "What that page sends: a link is mailed, if there is such a user", takeRequest));
    api.router.add(linkPage(links, Method::Get, choose, "accounts_password_choose",
                            "The page that the link leads to: to choose a new password", showChoose));
    api.router.add(linkPage(links, Method::Post, choose, "accounts_password_choose_form",
                            "What that page sends: the password is changed, and sessions end", takeChoose));
}

} // namespace tenantry::server
