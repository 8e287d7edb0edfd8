// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/countedaddress.h"

#include <QTest>

using namespace tenantry::cache;

class TestCountedAddress : public QObject
{
    Q_OBJECT

private slots:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("counted");
        QTest::newRow("IPv4") << QByteArray("203.0.113.7") << QByteArray("203.0.113.7");
        QTest::newRow("IPv4 in IPv6") << QByteArray("::ffff:203.0.113.7") << QByteArray("203.0.113.7");
        QTest::newRow("IPv6") << QByteArray("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::/64");
        QTest::newRow("its neighbour") << QByteArray("2001:db8:1:2:ffff::1") << QByteArray("2001:db8:1:2::/64");
        QTest::newRow("another network") << QByteArray("2001:db8:1:3::1") << QByteArray("2001:db8:1:3::/64");
        QTest::newRow("none") << QByteArray("un:known") << QByteArray("un:known");
    }
    void counts()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, counted);
        QCOMPARE(countedAddress(address), counted);
    }
};

QTEST_APPLESS_MAIN(TestCountedAddress)
#include "tst_countedaddress.moc"
