// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisserver.h"
#include "tests/support/serverfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

/// Several servers of one deployment behind one Redis.
class TestSharedLimits : public QObject
{
    Q_OBJECT

    test::RedisServer m_redis;
    const test::ServerFixture::Settings m_settings{
        {u"RATE_LIMIT_ENABLE"_s, u"true"_s},
        {u"CACHE_URL"_s, m_redis.url()},
        {u"SECRET_KEY"_s, u"the secret that all servers of this deployment have"_s},
        {u"MASTER_KEY"_s, u"the master key that all servers of this deployment have"_s},
    };

    test::ServerFixture::Settings with(const QString &name, const QString &value) const
    {
        test::ServerFixture::Settings settings = m_settings;
        settings.emplace_back(name, value);
        return settings;
    }

    static test::HttpAnswer guess(const test::ServerFixture &server, const char *password)
    {
        json::Object body;
        body.set("username", test::ServerFixture::adminEmail);
        body.set("password", password);
        return server.client().post("/api/cloud/auth/jwt/token/", body);
    }

private slots:
    void cleanup() { QCOMPARE(m_redis.ask({u"FLUSHALL"_s}), "OK"); }

    void twoServersHaveOneLimit()
    {
        const auto settings = with(u"API_RATE_LIMIT_ANONYMOUS"_s, u"6"_s);
        const test::ServerFixture one(u"postgres"_s, settings);
        const test::ServerFixture two(u"sqlite"_s, settings, {u"--database"_s, one.databaseUrl()});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(one.client().get("/api/schema/").header("X-RateLimit-Remaining"), QByteArray::number(5 - 2 * i));
            QCOMPARE(two.client().get("/api/schema/").header("X-RateLimit-Remaining"), QByteArray::number(4 - 2 * i));
        }
        for (const test::ServerFixture *server : {&one, &two}) {
            const test::HttpAnswer refused = server->client().get("/api/schema/");
            QCOMPARE(refused.status, 429);
            QVERIFY(refused.header("Retry-After").toInt() > 0);
            QCOMPARE(refused.json()["code"].text(), u"RATE_LIMITED"_s);
        }
    }

    void failedTriesLockTheAccountOnBoth()
    {
        const auto settings = with(u"API_RATE_LIMIT_SIGN_IN"_s, u"100"_s);
        const test::ServerFixture one(u"postgres"_s, settings);
        const test::ServerFixture two(u"sqlite"_s, settings, {u"--database"_s, one.databaseUrl()});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(guess(i % 2 == 0 ? one : two, "a wrong guess").status, 401);
        QCOMPARE(guess(one, test::ServerFixture::adminPassword).status, 429);
        QCOMPARE(guess(two, test::ServerFixture::adminPassword).status, 429);
    }

    void anAppHasALimitOfItsOwn()
    {
        const test::ServerFixture server(u"sqlite"_s, with(u"API_RATE_LIMIT_APP"_s, u"2"_s));
        const QByteArray token = server.signIn();
        server.createOrganization(token, u"Acme"_s);
        server.createSite(token, u"acme"_s, u"shop"_s);
        const auto caller = test::bearer(server.signIn("/sites/shop"));
        json::Object app;
        for (const char *name : {"store", "other"}) {
            app.set("name", name);
            QCOMPARE(server.client().post("/sites/shop/api/apps/", app, caller).status, 201);
        }
        const auto status = [&](const char *path) { return server.client().get(path, caller).status; };
        QCOMPARE(status("/sites/shop/api/apps/store/datatables/"), 200);
        QCOMPARE(status("/sites/shop/api/apps/store/datatables/"), 200);
        QCOMPARE(status("/sites/shop/api/apps/store/datatables/"), 429);
        QCOMPARE(status("/sites/shop/api/apps/other/datatables/"), 200);
        QCOMPARE(status("/sites/shop/api/apps/"), 200);
    }

    void healthTellsOfARedisThatIsAway()
    {
        const test::ServerFixture server(u"sqlite"_s, m_settings);
        QCOMPARE(server.client().get("/health/").status, 200);
        m_redis.kill();
        QTRY_COMPARE_WITH_TIMEOUT(server.client().get("/health/").status, 503, 30'000);
        QCOMPARE(server.client().get("/health/").json()["cache"].text(), u"unavailable"_s);
        QCOMPARE(server.client().get("/api/schema/").status, 200); // requests are served all the same
        m_redis.start();
        QTRY_COMPARE_WITH_TIMEOUT(server.client().get("/health/").status, 200, 30'000);
        QTRY_VERIFY(server.output().contains("\"cache_away\""));
        QTRY_VERIFY(server.output().contains("\"cache_back\""));
        QVERIFY(!server.output().contains(test::RedisServer::password));
    }

    void aUrlThatMakesNoSenseIsRefusedAtStart()
    {
        test::ChildProcess process(
            qEnvironmentVariable("TENANTRY_BIN") + u"/tenantry-server"_s,
            {u"serve"_s, u"--data"_s, QDir::tempPath() + u"/no-such-deployment"_s, u"--cache"_s, u"localhost:6379"_s});
        const auto ended = process.waitForEnd(std::chrono::seconds(30));
        QVERIFY(ended.status != 0);
        QVERIFY2(ended.errors.contains("redis://"), ended.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestSharedLimits)
#include "tst_sharedlimits.moc"
