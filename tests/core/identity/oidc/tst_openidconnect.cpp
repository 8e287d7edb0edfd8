// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/openidconnect.h"

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
    ErrorCode refusal(const QString &site)
    {
        ProviderClient client;
        client.site = site;
        client.id = u"shop"_s;
        client.settings.serverUrl = server.url().toString();
        std::atomic<bool> isThere = false;
        ErrorCode code = ErrorCode::Internal;
        openIdConnect.identify(client, SignInAttempt::make(clock), u"a code"_s)
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
    OpenIdConnect openIdConnect{config, clock, PlainLoopback::Allowed};
};

} // namespace

class TestOpenIdConnect : public QObject
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
};

QTEST_GUILESS_MAIN(TestOpenIdConnect)
#include "tst_openidconnect.moc"
