// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/reach.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestReach : public QObject
{
    Q_OBJECT

private slots:
    void reachesPublicMachinesAlone_data()
    {
        QTest::addColumn<bool>("reachable");
        const auto row = [](const char *address, bool reachable) { QTest::newRow(address) << reachable; };
        for (const char *address : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
            row(address, true);
        for (const char *address : {"127.0.0.1",
                                    "127.9.9.9",
                                    "0.0.0.0",
                                    "10.1.2.3",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "100.64.0.1",
                                    "169.254.169.254",
                                    "198.18.0.1",
                                    "192.0.2.1",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd12::1",
                                    "ff02::1",
                                    "::ffff:10.0.0.1",
                                    "::ffff:127.0.0.1",
                                    "64:ff9b::a00:1",
                                    "2001:db8::1",
                                    "2001::1",
                                    "2002:a00:1::1"})
            row(address, false);
    }
    void reachesPublicMachinesAlone()
    {
        QFETCH(bool, reachable);
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QCOMPARE(fetch::isReachable(address, fetch::Reach::Public), reachable);
    }

    void reachesThisMachineWhereThatIsAllowed()
    {
        using fetch::Reach;
        for (const QString &text : {u"127.0.0.1"_s, u"::1"_s, u"::ffff:127.0.0.1"_s})
            QVERIFY2(fetch::isReachable(QHostAddress(text), Reach::PublicAndLoopback), qPrintable(text));
        for (const QString &text : {u"10.0.0.1"_s, u"169.254.169.254"_s, u"fe80::1"_s, u"0.0.0.0"_s})
            QVERIFY2(!fetch::isReachable(QHostAddress(text), Reach::PublicAndLoopback), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
