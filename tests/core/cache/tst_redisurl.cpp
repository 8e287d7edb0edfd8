// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisurl.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::cache;
using namespace Qt::StringLiterals;

class TestRedisUrl : public QObject
{
    Q_OBJECT

private slots:
    void readsAllParts()
    {
        const Result<RedisUrl> url = RedisUrl::parse(u"redis://ten:p%40ss%2F@cache.internal:6380/2"_s);
        QVERIFY(url);
        QCOMPARE(url->host, "cache.internal");
        QCOMPARE(url->port, 6380);
        QCOMPARE(url->user, "ten");
        QCOMPARE(url->password, "p@ss/");
        QCOMPARE(url->database, 2);
    }

    void fillsWhatIsLeftOut()
    {
        const Result<RedisUrl> url = RedisUrl::parse(u"redis://[::1]"_s);
        QVERIFY(url);
        QCOMPARE(url->host, "::1");
        QCOMPARE(url->port, 6379);
        QVERIFY(url->user.isEmpty() && url->password.isEmpty());
        QCOMPARE(url->database, 0);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing") << u""_s << u"cannot be read"_s;
        QTest::newRow("no host") << u"redis:///1"_s << u"cannot be read"_s;
        QTest::newRow("another scheme") << u"http://localhost"_s << u"redis://"_s;
        QTest::newRow("TLS") << u"rediss://localhost"_s << u"TLS"_s;
        QTest::newRow("a named database") << u"redis://localhost/cache"_s << u"no number"_s;
        QTest::newRow("a negative database") << u"redis://localhost/-1"_s << u"no number"_s;
        QTest::newRow("a query") << u"redis://localhost/1?timeout=3"_s << u"more than a database"_s;
    }
    void refusesOthers()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const Result<RedisUrl> url = RedisUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().code, ErrorCode::NotConfigured);
        QVERIFY2(url.error().message.contains(why), qPrintable(url.error().message));
    }

    void keepsThePasswordToItself()
    {
        const Result<RedisUrl> url = RedisUrl::parse(u"redis://:hunter2@localhost/cache"_s);
        QVERIFY(!url);
        QVERIFY(!url.error().message.contains(u"hunter2"_s));
    }
};

QTEST_APPLESS_MAIN(TestRedisUrl)
#include "tst_redisurl.moc"
