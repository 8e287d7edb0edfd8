// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/realmcredentials.h"

#include "core/identity/tokens.h"
#include "tests/support/jsonpath.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr auto secret = "a deployment secret of some length";
const QByteArray loginPath = "/_allauth/app/v1/auth/login/";
const QByteArray sessionPath = "/_allauth/app/v1/auth/session/";

QByteArray textAt(const json::Value &body, const QString &path)
{
    return valueAt(body, path).value_or(json::Value()).text().toUtf8();
}

} // namespace

ServerFixture::Settings RealmCredentials::settings()
{
    return {{u"TENANTRY_SECRET_KEY"_s, QString::fromLatin1(secret)}};
}

QByteArray RealmCredentials::prefixOf(const QByteArray &realm)
{
    return realm == "platform" ? QByteArray() : "/sites/" + realm;
}

json::Value RealmCredentials::signedIn(const QByteArray &realm, const QByteArray &path, const QByteArray &user) const
{
    json::Object body;
    const bool first = user == "admin";
    body.set("username", first ? ServerFixture::adminEmail : user.constData());
    body.set("password", first ? ServerFixture::adminPassword : userPassword);
    const HttpAnswer answer = m_server.client().post(prefixOf(realm) + path, body);
    if (answer.status != 200)
        qFatal("%s cannot sign in to %s: %s", user.constData(), realm.constData(), answer.body.constData());
    return answer.json();
}

QByteArray RealmCredentials::accessToken(const QByteArray &realm, const QByteArray &user)
{
    QByteArray &token = m_tokens[{realm, user}];
    if (token.isEmpty())
        token = textAt(signedIn(realm, "/api/cloud/auth/jwt/token/", user), u"access"_s);
    return token;
}

HttpHeaders RealmCredentials::bearer(const QByteArray &realm, const QByteArray &user)
{
    return test::bearer(accessToken(realm, user));
}

HttpHeaders RealmCredentials::expired(const QByteArray &realm, const QByteArray &user)
{
    const QByteArray token = accessToken(realm, user);
    Config config;
    config.secretKey = secret;
    const Clock clock;
    const identity::Tokens tokens(config, clock);
    const QString issuer = QString::fromUtf8(textAt(json::Value(QString::fromUtf8(token)), u"realm"_s));
    identity::Claims claims = expectValue(tokens.verify(issuer, token, identity::TokenType::Access));
    claims.issuedAt -= 3600;
    claims.expiresAt = clock.seconds() - 1;
    return test::bearer(tokens.sign(claims));
}

HttpHeaders RealmCredentials::newSession(const QByteArray &realm, const QByteArray &user) const
{
    return {{"X-Session-Token", textAt(signedIn(realm, loginPath, user), u"meta.session_token"_s)}};
}

HttpHeaders RealmCredentials::session(const QByteArray &realm, const QByteArray &user)
{
    HttpHeaders &headers = m_sessions[{realm, user}];
    if (headers.empty())
        headers = newSession(realm, user);
    return headers;
}

HttpHeaders RealmCredentials::endedSession(const QByteArray &realm, const QByteArray &user)
{
    HttpHeaders headers = newSession(realm, user);
    m_server.client().request("DELETE", prefixOf(realm) + sessionPath, {}, headers);
    return headers;
}

HttpHeaders RealmCredentials::apiKey(const QByteArray &realm, const QByteArray &user)
{
    HttpHeaders &headers = m_keys[{realm, user}];
    if (headers.empty()) {
        json::Object body;
        body.set("name", "a key of " + user.toStdString());
        const HttpAnswer made = m_server.client().post(prefixOf(realm) + "/api/api-keys/", body, bearer(realm, user));
        if (made.status != 201)
            qFatal("no key was made: %s", made.body.constData());
        headers = {{"Authorization", "Api-Key " + textAt(made.json(), u"data.key"_s)}};
    }
    return headers;
}

} // namespace tenantry::test
