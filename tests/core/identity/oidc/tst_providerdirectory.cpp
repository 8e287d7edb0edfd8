// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/providerdirectory.h"

#include "core/json/writer.h"
#include "tests/support/fakeserver.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
const QString site = u"0b5c6d3e-0000-4000-8000-000000000001"_s;
const QString wellKnown = u"/.well-known/openid-configuration"_s;

/// Turns the event loop, in which the provider answers, until there is a result.
template<class T>
Result<T> await(Later<T> later)
{
    struct State
    {
        std::mutex mutex;
        std::optional<Result<T>> result;
    };
    const auto state = std::make_shared<State>();
    std::move(later).then([state](Result<T> result) {
        const std::lock_guard lock(state->mutex);
        state->result = std::move(result);
    });
    const bool isThere = QTest::qWaitFor(
        [&] {
            const std::lock_guard lock(state->mutex);
            return state->result.has_value();
        },
        15'000);
    return isThere ? *state->result : failure(ErrorCode::Timeout, u"no answer"_s);
}

QByteArray keysNamed(const char *keyId)
{
    return QByteArray(R"({"keys": [{"kty": "RSA", "kid": ")") + keyId + "\"}]}";
}

/// A server of many providers, and a clock that the test moves.
struct Place
{
    QString issuer(const QString &name = {}) const { return server.url().toString() + name; }
    QByteArray document(const QString &name, const QString &calledItself) const
    {
        json::Object document;
        document.set("issuer", calledItself);
        document.set("authorization_endpoint", issuer(name) + u"/authorize"_s);
        document.set("token_endpoint", issuer(name) + u"/token"_s);
        document.set("jwks_uri", issuer(name) + u"/keys"_s);
        return json::write(json::Value(document));
    }
    void publish(const QString &name = {})
    {
        server.on("GET", name + wellKnown, {200, document(name, issuer(name))});
        server.on("GET", name + u"/keys"_s, {200, keysNamed("first")});
    }
    Result<ProviderMetadata> metadata(const QString &name = {})
    {
        return await(directory.metadata(site, issuer(name)));
    }
    bool isKnown(const QString &keyId)
    {
        const auto keys = keySet(keyId);
        return keys && (*keys)["keys"].at(0)["kid"].text() == keyId;
    }
    Result<json::Value> keySet(const QString &keyId)
    {
        ProviderMetadata provider;
        provider.keySetUrl = issuer() + u"/keys"_s;
        return await(directory.keySet(site, provider, keyId));
    }
    int asked(const QString &path) const { return server.count("GET", path); }

    test::FakeServer server;
    Micros now = 1'700'000'000 * second;
    Clock clock{[this] { return now; }};
    fetch::Fetcher fetcher{fetch::Reach::PublicAndLoopback};
    ProviderDirectory directory{fetcher, clock, PlainLoopback::Allowed};
};

} // namespace

class TestProviderDirectory : public QObject
{
    Q_OBJECT

private slots:
    void whatAProviderSaysHoldsForAnHour()
    {
        Place place;
        place.publish();
        QCOMPARE(place.metadata()->tokenEndpoint, place.issuer() + u"/token"_s);
        place.now += 60 * minute - 1;
        QVERIFY(place.metadata());
        QCOMPARE(place.asked(wellKnown), 1);
        place.now += 1;
        QVERIFY(place.metadata());
        QCOMPARE(place.asked(wellKnown), 2);
    }

    void anUnknownKeyIsAskedForOnceAMinute()
    {
        Place place;
        place.publish();
        const QString path = u"/keys"_s;
        QVERIFY(place.isKnown(u"first"_s));
        place.server.on("GET", path, {200, keysNamed("second")});
        place.now += minute - 1;
        QVERIFY(!place.isKnown(u"second"_s));
        QVERIFY(place.isKnown(u"first"_s));
        QCOMPARE(place.asked(path), 1);
        place.now += 1;
        QVERIFY(place.isKnown(u"second"_s));
        QVERIFY(!place.isKnown(u"third"_s));
        QCOMPARE(place.asked(path), 2);
        // A key that was withdrawn does not stay good for ever.
        place.now += 10 * minute;
        QVERIFY(place.isKnown(u"second"_s));
        QCOMPARE(place.asked(path), 3);
    }

    void aFailureIsRememberedForHalfAMinute()
    {
        Place place;
        place.server.on("GET", wellKnown, {500, "{}"});
        QCOMPARE(place.metadata().error().code, ErrorCode::Unavailable);
        place.publish();
        place.now += 30 * second - 1;
        QCOMPARE(place.metadata().error().code, ErrorCode::Unavailable);
        QCOMPARE(place.asked(wellKnown), 1);
        place.now += 1;
        QVERIFY(place.metadata());
        QCOMPARE(place.asked(wellKnown), 2);
    }

    void aFailureTakesNothingThatIsKnown()
    {
        Place place;
        place.publish();
        QVERIFY(place.isKnown(u"first"_s));
        place.server.on("GET", u"/keys"_s, {500, "{}"});
        place.now += 2 * minute;
        QCOMPARE(place.keySet(u"second"_s).error().code, ErrorCode::Unavailable);
        QCOMPARE(place.keySet(u"second"_s).error().code, ErrorCode::Unavailable);
        QCOMPARE(place.asked(u"/keys"_s), 2);
        QVERIFY(place.isKnown(u"first"_s));
    }

    void whatWasNotAskedHasNotFailed()
    {
        Place place;
        place.publish();
        place.server.hold();
        std::vector<Later<ProviderMetadata>> before;
        for (int i = 0; i < 18; ++i) // two are asked, sixteen wait
            before.push_back(place.directory.metadata(site, place.issuer(u"/%1"_s.arg(i))));
        QCOMPARE(place.metadata().error().code, ErrorCode::Unavailable);
        place.server.release();
        QTRY_COMPARE(place.server.received().size(), before.size());
        QVERIFY(place.metadata());
    }

    /// What is not the provider's own is not kept.
    void whatCallsItselfOtherwiseIsNotKept()
    {
        Place place;
        place.server.on("GET", wellKnown, {200, place.document({}, u"https://other.example.org"_s)});
        QCOMPARE(place.metadata().error().code, ErrorCode::Unavailable);
        place.publish();
        place.now += 31 * second;
        QVERIFY(place.metadata());
    }

    void addressesHaveAnEnd()
    {
        Place place;
        json::Object document;
        document.set("issuer", place.issuer());
        document.set("authorization_endpoint", place.issuer() + u'/' + QString(3000, u'a'));
        document.set("token_endpoint", place.issuer() + u"/token"_s);
        document.set("jwks_uri", place.issuer() + u"/keys"_s);
        place.server.on("GET", wellKnown, {200, json::write(json::Value(document))});
        QCOMPARE(place.metadata().error().code, ErrorCode::Unavailable);
    }

    void largeDocumentsAreRefused()
    {
        Place place;
        QByteArray keys = keysNamed("first");
        place.server.on("GET", u"/keys"_s, {200, keys + QByteArray(256 * 1024 - keys.size() + 1, ' ')});
        QCOMPARE(place.keySet(u"first"_s).error().code, ErrorCode::Unavailable);
        place.now += minute;
        place.server.on("GET", u"/keys"_s, {200, keys + QByteArray(256 * 1024 - keys.size(), ' ')});
        QVERIFY(place.isKnown(u"first"_s));
    }

    void theLatestHundredAreKept()
    {
        Place place;
        for (int i = 0; i <= 100; ++i) {
            place.publish(u"/%1"_s.arg(i));
            QVERIFY(place.metadata(u"/%1"_s.arg(i)));
            place.now += 1;
        }
        QVERIFY(place.metadata(u"/100"_s));
        QVERIFY(place.metadata(u"/1"_s));
        QCOMPARE(place.asked(u"/100"_s + wellKnown), 1);
        QCOMPARE(place.asked(u"/1"_s + wellKnown), 1);
        QVERIFY(place.metadata(u"/0"_s));
        QCOMPARE(place.asked(u"/0"_s + wellKnown), 2);
    }
};

QTEST_GUILESS_MAIN(TestProviderDirectory)
#include "tst_providerdirectory.moc"
