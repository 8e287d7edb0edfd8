// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crypto.h"
#include "core/identity/tokens.h"
#include "core/json/reader.h"
#include "tests/support/serverfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using identity::Claims;
using identity::Tokens;
using identity::TokenType;

namespace {

const QString secret = u"a deployment secret of some length"_s;

/// The realm that a token names.
QString realmOf(const QByteArray &token)
{
    const QByteArray payload = crypto::fromBase64Url(token.split('.').at(1)).value_or(QByteArray());
    return json::read({payload.constData(), std::size_t(payload.size())}).value()["realm"].text();
}

} // namespace

/// What the whole program does with tokens that were good once.
class TestEndToEndTokens : public QObject
{
    Q_OBJECT

private slots:
    void anExpiredTokenOpensNothing_data() { test::engineRows(); }
    void anExpiredTokenOpensNothing()
    {
        QFETCH(QString, engine);
        const test::ServerFixture server(engine, {{u"TENANTRY_SECRET_KEY"_s, secret}});
        const QByteArray platform = server.signIn();
        server.createOrganization(platform, u"Acme"_s);
        server.createSite(platform, u"acme"_s, u"shop"_s);
        const QByteArray token = server.signIn("/sites/shop");

        Config config;
        config.secretKey = secret.toUtf8();
        const Clock clock;
        const Tokens tokens(config, clock);
        Claims claims = tokens.verify(realmOf(token), token, TokenType::Access).value();
        claims.issuedAt -= 3600;
        claims.expiresAt = clock.seconds() - 1;
        const QByteArray expired = tokens.sign(claims);

        json::Object app;
        app.set("name", u"Store"_s);
        const char *path = "/sites/shop/api/apps/";
        const test::HttpAnswer refused = server.client().post(path, app, test::bearer(expired));
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.json()["code"].text(), u"UNAUTHORIZED"_s);
        QVERIFY(!refused.json()["message"].text().isEmpty());
        QVERIFY(!refused.body.contains("Store"));
        QCOMPARE(server.client().get(path, test::bearer(expired)).status, 401);

        const test::HttpAnswer apps = server.client().get(path, test::bearer(token));
        QCOMPARE(apps.status, 200);
        QVERIFY(!apps.body.contains("Store"));
        claims.expiresAt = clock.seconds() + 600; // signed by the same hand, it is the time alone that was wrong
        QCOMPARE(server.client().post(path, app, test::bearer(tokens.sign(claims))).status, 201);
    }
};

QTEST_GUILESS_MAIN(TestEndToEndTokens)
#include "tst_tokens.moc"
