// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/cookies.h"

#include "core/base/crypto.h"

namespace tenantry::server {

namespace {

QByteArray nameFor(const Call &call, const QByteArray &name)
{
    // Where sites share a host, a browser sends the platform's cookies to them too.
    return call.basePath.isEmpty() ? name : name + '_' + call.site->slug().toLatin1();
}

} // namespace

QByteArray cookieValue(const http::Request &request, const QByteArray &name)
{
    for (const QByteArray &pair : request.header("Cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals).trimmed() == name)
            return pair.sliced(equals + 1).trimmed();
    }
    return {};
}

QByteArray sessionCookieName(const Call &call)
{
    return nameFor(call, "sessionid");
}

QByteArray csrfCookieName(const Call &call)
{
    return nameFor(call, "csrftoken");
}

QByteArray attemptCookieName(const Call &call)
{
    return nameFor(call, "signin_attempt");
}

void setCookie(http::Response &response, const Call &call, const QByteArray &name, const QByteArray &value,
               std::chrono::seconds lifetime, CookieReader reader)
{
    QByteArray cookie = name + '=' + value + "; Path=" + call.basePath + '/';
    cookie += "; Max-Age=" + QByteArray::number(qint64(lifetime.count())) + "; SameSite=Lax";
    if (reader == CookieReader::Http)
        cookie += "; HttpOnly";
    if (call.request.secure)
        cookie += "; Secure";
    response.header("Set-Cookie", cookie);
}

bool isCsrfToken(const Call &call, const QByteArray &sent)
{
    // A page of a sibling domain can plant a cookie, but not this header, which every browser of today sends.
    const QByteArray from = call.request.header("Sec-Fetch-Site");
    if (!from.isEmpty() && from != "same-origin")
        return false;
    const QByteArray token = cookieValue(call.request, csrfCookieName(call));
    return !token.isEmpty() && token.size() == sent.size() && crypto::equalInConstantTime(token, sent);
}

} // namespace tenantry::server
