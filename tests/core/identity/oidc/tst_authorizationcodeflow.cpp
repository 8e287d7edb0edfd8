// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/authorizationcodeflow.h"

#include "core/config/config.h"
#include "core/json/writer.h"
#include "tests/support/fakeserver.h"

#include <QTest>

#include <atomic>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;
const QString gitHubToken = u"/login/oauth/access_token"_s;

/// A provider whose token endpoint answers what a test wants, and a clock that the test moves.
struct Place
{
    Place()
    {
        const QString issuer = server.url().toString();
        json::Object document;
        document.set("issuer", issuer);
        document.set("authorization_endpoint", issuer + u"/authorize"_s);
        document.set("token_endpoint", issuer + u"/token"_s);
        document.set("jwks_uri", issuer + u"/keys"_s);
        server.on("GET", u"/.well-known/openid-configuration"_s, {200, json::write(json::Value(std::move(document)))});
    }

    /// Why nobody came back to this site with a code.
    ErrorCode refusal(const QString &site, Protocol protocol = Protocol::OpenIdConnect)
    {
        ProviderClient client;
        client.site = site;
        client.id = u"shop"_s;
        client.settings.serverUrl = server.url().toString();
        client.settings.protocol = protocol;
        std::atomic<bool> isThere = false;
        ErrorCode code = ErrorCode::Internal;
        codeFlow.identify(client, SignInAttempt::make(clock), u"a code"_s)
            .then([&](const Result<ExternalIdentity> &who) {
                if (!who)
                    code = who.error().code;
                isThere = true;
            });
        return QTest::qWaitFor([&] { return isThere.load(); }, 15'000) ? code : ErrorCode::Timeout;
    }
    int exchanges() const { return server.count("POST", u"/token"_s); }

    test::FakeServer server;
    Micros now = 1'700'000'000 * second;
    Clock clock{[this] { return now; }};
    Config config;
    AuthorizationCodeFlow codeFlow{config, clock, PlainLoopback::Allowed};
};

} // namespace

class TestAuthorizationCodeFlow : public QObject
{
    Q_OBJECT

private slots:
    /// A token endpoint that fails is not hammered by who comes back again and again.
    void aTokenEndpointThatFailsIsLeftAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("it fails") << 503;
        QTest::newRow("it is asked too much") << 429;
    }
    void aTokenEndpointThatFailsIsLeftAlone()
    {
        QFETCH(int, status);
        Place place;
        place.server.on("POST", u"/token"_s, {status, "{}"});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(place.refusal(u"one"_s), ErrorCode::Unavailable);
        QCOMPARE(place.exchanges(), 1);
        // What it says to one site is not said of another.
        QCOMPARE(place.refusal(u"other"_s), ErrorCode::Unavailable);
        QCOMPARE(place.exchanges(), 2);
        place.now += 31 * second;
        QCOMPARE(place.refusal(u"one"_s), ErrorCode::Unavailable);
        QCOMPARE(place.exchanges(), 3);
    }

    /// That a code is none says nothing about the next one.
    void aCodeThatIsNoneIsNoFailure()
    {
        Place place;
        place.server.on("POST", u"/token"_s, {400, R"({"error": "invalid_grant"})"});
        for (int i = 0; i < 2; ++i)
            QCOMPARE(place.refusal(u"one"_s), ErrorCode::Unauthorized);
        QCOMPARE(place.exchanges(), 2);
    }

    /// The same goes for what GitHub is asked with the access token.
    void anApiThatFailsIsLeftAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("of the user") << u"/api/v3/user"_s;
        QTest::newRow("of the addresses") << u"/api/v3/user/emails"_s;
    }
    void anApiThatFailsIsLeftAlone()
    {
        QFETCH(QString, path);
        Place place;
        place.server.on("POST", gitHubToken, {200, R"({"access_token": "gho_1"})"});
        place.server.on("GET", u"/api/v3/user"_s, {200, R"({"id": 4711})"});
        place.server.on("GET", path, {502, "{}"});
        for (int i = 0; i < 2; ++i)
            QCOMPARE(place.refusal(u"one"_s, Protocol::GitHub), ErrorCode::Unavailable);
        QCOMPARE(place.server.count("POST", gitHubToken), 1);
        QCOMPARE(place.server.count("GET", path), 1);
        place.now += 31 * second;
        QCOMPARE(place.refusal(u"one"_s, Protocol::GitHub), ErrorCode::Unavailable);
        QCOMPARE(place.server.count("GET", path), 2);
    }

    /// GitHub says 200 to a code that is none.
    void whatGivesNoAccessTokenIsAskedNothingMore_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an error") << QByteArray(R"({"error": "bad_verification_code"})");
        QTest::newRow("an error beside a token") << QByteArray(R"({"error": "x", "access_token": "gho_1"})");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("a form") << QByteArray("access_token=gho_1");
        QTest::newRow("headers") << QByteArray(R"({"access_token": "gho_1\r\nHost: evil.example.org"})");
    }
    void whatGivesNoAccessTokenIsAskedNothingMore()
    {
        QFETCH(QByteArray, body);
        Place place;
        place.server.on("POST", gitHubToken, {200, body});
        QCOMPARE(place.refusal(u"one"_s, Protocol::GitHub), ErrorCode::Unauthorized);
        QCOMPARE(place.server.received().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAuthorizationCodeFlow)
#include "tst_authorizationcodeflow.moc"
