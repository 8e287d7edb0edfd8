// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/linkpage.h"

#include "server/routing/cookies.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr qint64 largestForm = 16 * 1024;

} // namespace

Endpoint linkPage(const AccountLinksPtr &links, http::Method method, const char *path, const char *operationId,
                  const char *summary, LinkPageHandler handler)
{
    Endpoint endpoint;
    endpoint.method = method;
    endpoint.path = path;
    endpoint.operationId = operationId;
    endpoint.tag = "pages";
    endpoint.summary = summary;
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.rate = method == http::Method::Post ? RateClass::SignIn : RateClass::Default;
    endpoint.bodyLimit = largestForm;
    endpoint.query = {{.name = "redirect_to", .description = "The address of the application to go back to"},
                      {.name = "callback", .description = "The same, as older clients call it"}};
    endpoint.responses = {{.mediaType = "text/html"}};
    endpoint.handler = [links, handler](const CallPtr &call) { return handler(call, *links); };
    return endpoint;
}

SentLinkForm::SentLinkForm(const Call &call)
    : m_sent(Query::parse(call.request.body))
    , m_isOurs(isCsrfToken(call, field(u"csrf_token"_s).toLatin1()))
{
}

QString notOurs()
{
    return u"This form was not asked for here, or too long ago. Try once more."_s;
}

http::Response linkForm(const Call &call, const Services &services, const PageText &text, PageForm form, int status)
{
    const QByteArray token = csrfToken(call);
    form.csrfToken = token;
    http::Response response = formPage(text, form, status);
    setCookie(response, call, csrfCookieName(call), token, cookieLifetime(services), CookieReader::Scripts);
    return response;
}

QString wordsOf(const Error &error)
{
    QStringList words;
    for (const FieldError &field : error.fields)
        words.append(field.message);
    return words.isEmpty() ? error.message : words.join(u' ');
}

Result<http::Response> badLink(const Call &call, Error error)
{
    if (error.code != ErrorCode::Validation)
        return failure(std::move(error));
    return messagePage(pageText(call, u"This link does not work"_s, {}, wordsOf(error)),
                       {u"Sign in"_s, pagePath(call, "login")}, 400);
}

} // namespace tenantry::server
