// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/providersite.h"

#include "core/json/writer.h"
#include "tests/support/identityprovider.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tenantry::test {

ProviderSite::ProviderSite(const QString &engine, const QByteArray &provider, const ServerFixture::Settings &settings)
    : server(engine, settings)
    , provider(provider)
{
    const QByteArray admin = server.signIn();
    for (const QString &name : {u"shop"_s, u"rival"_s}) {
        server.createOrganization(admin, name + u" owners"_s);
        server.createSite(admin, name + u"-owners"_s, name);
    }
    token = server.signIn(prefix);
}

HttpAnswer ProviderSite::configure(const QString &serverUrl, bool open) const
{
    json::Object settings;
    settings.set("server_url", serverUrl);
    json::Object one;
    one.set("provider", provider.toStdString());
    one.set("name", "Example");
    one.set("client_id", IdentityProvider::clientId);
    one.set("secret", IdentityProvider::clientSecret);
    one.set("settings", std::move(settings));
    json::Object body;
    body.set("allow_email_signup", open);
    body.set("providers", json::Array{std::move(one)});
    return server.client().request("PATCH", prefix + QByteArray("/api/settings/auth/"), json::write(json::Value(body)),
                                   bearer(token));
}

HttpAnswer ProviderSite::get(const QByteArray &path, const QByteArray &cookies) const
{
    HttpHeaders headers;
    if (!cookies.isEmpty())
        headers.emplace_back("Cookie", cookies);
    return server.client().get(path, headers);
}

QByteArray ProviderSite::sessionOf(const QByteArray &login, const QByteArray &password) const
{
    const QByteArray csrf(43, 'a');
    const HttpAnswer answer = server.client().request(
        "POST", prefix + QByteArray("/accounts/login/"),
        "login=" + login.toPercentEncoding() + "&password=" + password.toPercentEncoding() + "&csrf_token=" + csrf,
        {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", "csrftoken_shop=" + csrf}});
    return "sessionid_shop=" + cookieOf(answer, "sessionid_shop");
}

int ProviderSite::users() const
{
    const HttpAnswer answer = server.client().get(prefix + QByteArray("/api/users/"), bearer(token));
    return int(answer.json()["total"].integer().value_or(-1));
}

QString ProviderSite::emailIn(const HttpAnswer &answer) const
{
    const auto own = bearer(memberOf(answer, u"access_token"_s));
    return server.client().get(prefix + QByteArray("/api/users/me/"), own).json()["data"]["email"].text();
}

ProviderVisit::ProviderVisit(const ProviderSite &at)
    : ProviderVisit(at, ProviderSite::prefix + at.path("login/?redirect_to=http%3A%2F%2F127.0.0.1%2Fapp"))
{
}

ProviderVisit::ProviderVisit(const ProviderSite &at, const QByteArray &path)
    : place(at)
    , sent(at.get(path))
    , asked(QString::fromLatin1(sent.header("Location")))
    , state(parameter(asked, u"state"_s).toLatin1())
    , cookie("signin_attempt_shop=" + cookieOf(sent, "signin_attempt_shop"))
{
}

HttpAnswer ProviderVisit::comeBack(const QByteArray &code, const QByteArray &withState,
                                   const QByteArray &withCookie) const
{
    return place.get(ProviderSite::prefix + place.path("login/callback/?state=") + withState + "&code=" + code,
                     withCookie);
}

QByteArray cookieOf(const HttpAnswer &answer, const QByteArray &name)
{
    for (const auto &[header, value] : answer.headers) {
        if (header.toLower() == "set-cookie" && value.startsWith(name + '='))
            return value.sliced(name.size() + 1, value.indexOf(';') - name.size() - 1);
    }
    return {};
}

QString parameter(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

QByteArray memberOf(const HttpAnswer &answer, const QString &name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(answer.header("Location"))).fragment()).queryItemValue(name).toLatin1();
}

QUrl linkIn(const HttpAnswer &page)
{
    const qsizetype from = page.body.indexOf("href=\"http") + 6;
    const QByteArray link = page.body.sliced(from, page.body.indexOf('"', from) - from);
    return QUrl(QString::fromUtf8(link).replace(u"&amp;"_s, u"&"_s));
}

} // namespace tenantry::test
