// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/lrucache.h"

#include <QTest>

using namespace tenantry::sql;

class TestLruCache : public QObject
{
    Q_OBJECT

private slots:
    void forgetsWhatWasNotUsedForLongest()
    {
        LruCache<int> cache(2);
        QVERIFY(!cache.insert("a", 1));
        QVERIFY(!cache.insert("b", 2));
        QCOMPARE(*cache.find("a"), 1);
        QCOMPARE(cache.insert("c", 3).value_or(0), 2);
        QVERIFY(!cache.find("b"));
        QCOMPARE(*cache.find("a"), 1);
        QCOMPARE(*cache.find("c"), 3);
        QCOMPARE(cache.size(), std::size_t(2));
    }

    void keepsTheFirstOfAKey()
    {
        LruCache<int> cache(2);
        cache.insert("a", 1);
        QCOMPARE(cache.insert("a", 2).value_or(0), 2);
        QCOMPARE(*cache.find("a"), 1);
    }

    void takesOut()
    {
        LruCache<int> cache(2);
        cache.insert("a", 1);
        QCOMPARE(cache.take("a").value_or(0), 1);
        QVERIFY(!cache.take("a"));
        QCOMPARE(cache.size(), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestLruCache)
#include "tst_lrucache.moc"
