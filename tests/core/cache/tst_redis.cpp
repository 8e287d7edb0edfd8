// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"

#include "core/config/config.h"
#include "core/log/log.h"
#include "tests/support/redisserver.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::cache;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;
constexpr RateLimit threeAnHour{3, 3600 * second};

} // namespace

/// Counts and locks that servers share; each Cache here is one server.
class TestRedis : public QObject
{
    Q_OBJECT

    test::RedisServer m_redis;
    Clock m_clock;
    Log m_log;

    std::unique_ptr<Cache> server(const QByteArray &deployment = "a deployment secret") const
    {
        Config config;
        config.cacheUrl = m_redis.url();
        config.secretKey = deployment;
        return test::expectValue(Cache::open(config, m_clock, m_log));
    }

    static void fail(const Cache &cache, const QByteArray &key, int times)
    {
        for (int i = 0; i < times; ++i)
            cache.failures().failed(key);
    }

private slots:
    void cleanup() { QCOMPARE(m_redis.ask({u"FLUSHALL"_s}), "OK"); }

    void serversShareALimit()
    {
        const auto one = server();
        const auto two = server();
        QCOMPARE(one->rates().admit("a", threeAnHour).remaining, 2);
        QCOMPARE(two->rates().admit("a", threeAnHour).remaining, 1);
        QCOMPARE(one->rates().admit("a", threeAnHour).remaining, 0);
        const RateVerdict refused = two->rates().admit("a", threeAnHour);
        QVERIFY(!refused.admitted);
        QCOMPARE(refused.limit, 3);
        QVERIFY(refused.reset > m_clock.now());
        QVERIFY(refused.retryAfter > 0 && refused.retryAfter <= threeAnHour.span);
        QVERIFY(one->rates().admit("b", threeAnHour).admitted);
    }

    void theWindowSlides()
    {
        const auto cache = server();
        const RateLimit limit{6, 2 * second};
        int admitted = 0;
        while (cache->rates().admit("slides", limit).admitted)
            ++admitted;
        QVERIFY(admitted >= limit.events);
        QVERIFY(QTest::qWaitFor([&] { return cache->rates().admit("slides", limit).admitted; }, 30'000));
    }

    void deploymentsDoNotMeet()
    {
        const auto one = server();
        const auto other = server("another deployment");
        for (int i = 0; i < 3; ++i)
            QVERIFY(one->rates().admit("a", threeAnHour).admitted);
        QCOMPARE(other->rates().admit("a", threeAnHour).remaining, 2);
    }

    void serversShareLocks()
    {
        const auto one = server();
        const auto two = server();
        fail(*one, "ada", 3);
        fail(*two, "ada", 1);
        QCOMPARE(one->failures().lockedFor("ada"), 0);
        fail(*two, "ada", 1);
        QVERIFY(one->failures().lockedFor("ada") > FailureLocks::lockTime - 60 * second);
        QVERIFY(one->failures().lockedFor("ada") <= FailureLocks::lockTime);
        QCOMPARE(one->failures().lockedFor("bob"), 0);
        two->failures().succeeded("ada");
        QCOMPARE(one->failures().lockedFor("ada"), 0);
    }

    void nobodysNameOrAddressStandsThere()
    {
        const auto cache = server();
        cache->rates().admit("address 203.0.113.7", threeAnHour);
        fail(*cache, "ada@example.org 203.0.113.7", 1);
        const QByteArray keys = m_redis.ask({u"KEYS"_s, u"*"_s});
        QCOMPARE(keys.count("tenantry:"), 2);
        QVERIFY(!keys.contains("203.0.113.7"));
        QVERIFY(!keys.contains("ada"));
        for (const QByteArray &key : keys.split('\n'))
            QVERIFY(m_redis.ask({u"PTTL"_s, QString::fromLatin1(key)}).toLongLong() > 0); // nothing stays for ever
    }

    void goesOnAloneWhileRedisIsAway()
    {
        const auto cache = server();
        QVERIFY(cache->answers());
        QCOMPARE(cache->rates().admit("a", threeAnHour).remaining, 2);
        m_redis.kill();
        for (int i = 0; i < 3; ++i)
            QVERIFY(cache->rates().admit("a", threeAnHour).admitted);
        QVERIFY(!cache->rates().admit("a", threeAnHour).admitted);
        fail(*cache, "ada", 5);
        QVERIFY(cache->failures().lockedFor("ada") > 0);
        QVERIFY(!cache->answers());

        m_redis.start();
        QTRY_VERIFY_WITH_TIMEOUT(cache->answers(), 30'000);
        QCOMPARE(cache->rates().admit("a", threeAnHour).remaining, 2); // the shared count, which is new
        QVERIFY(cache->failures().lockedFor("ada") > 0);               // what was locked meanwhile stays so
    }

    void aRedisThatHangsHoldsUpOneRequestASecond()
    {
        const auto cache = server();
        QVERIFY(cache->rates().admit("a", threeAnHour).admitted);
        m_redis.freeze();
        for (int i = 0; i < 1'000; ++i)
            cache->rates().admit("b", {10'000, threeAnHour.span}); // waits of a quarter second each would be minutes
        QVERIFY(!cache->answers());
        m_redis.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(cache->answers(), 30'000);
    }
};

QTEST_GUILESS_MAIN(TestRedis)
#include "tst_redis.moc"
