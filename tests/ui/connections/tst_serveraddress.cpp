// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/serveraddress.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestServerAddress : public QObject
{
    Q_OBJECT

private slots:
    void understandsWhatPeopleType_data();
    void understandsWhatPeopleType();
    void refusesTheRest_data();
    void refusesTheRest();
    void knowsWhatTravelsInClear_data();
    void knowsWhatTravelsInClear();
};

void TestServerAddress::understandsWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("whole") << u"https://api.example.org"_s << u"https://api.example.org"_s;
    QTest::newRow("host alone") << u" api.example.org "_s << u"https://api.example.org"_s;
    QTest::newRow("this machine") << u"localhost:8000"_s << u"http://localhost:8000"_s;
    QTest::newRow("loopback") << u"127.0.0.1:8000"_s << u"http://127.0.0.1:8000"_s;
    QTest::newRow("path kept") << u"https://example.org/tenantry/"_s << u"https://example.org/tenantry"_s;
    QTest::newRow("query dropped") << u"https://example.org/?a=b#c"_s << u"https://example.org"_s;
}

void TestServerAddress::understandsWhatPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    const auto address = serverAddress(typed);
    QVERIFY(address);
    QCOMPARE(address->adjusted(QUrl::StripTrailingSlash).toString().remove(QRegularExpression(u"/$"_s)), url);
}

void TestServerAddress::refusesTheRest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u"  "_s;
    QTest::newRow("another scheme") << u"ftp://example.org"_s;
    QTest::newRow("no host") << u"https://"_s;
    QTest::newRow("password in it") << u"https://ada:secret@example.org"_s;
    QTest::newRow("not an address") << u"the server in the cellar"_s;
}

void TestServerAddress::refusesTheRest()
{
    QFETCH(QString, typed);
    const auto address = serverAddress(typed);
    QVERIFY(!address);
    QCOMPARE(address.error().fields.front().path, u"url"_s);
}

void TestServerAddress::knowsWhatTravelsInClear_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("clear");
    QTest::newRow("https") << u"https://example.org"_s << false;
    QTest::newRow("http") << u"http://example.org"_s << true;
    QTest::newRow("http here") << u"http://127.0.0.1:8000"_s << false;
    QTest::newRow("http here, by name") << u"http://localhost"_s << false;
    QTest::newRow("http here, IPv6") << u"http://[::1]:8000"_s << false;
}

void TestServerAddress::knowsWhatTravelsInClear()
{
    QFETCH(QString, url);
    QFETCH(bool, clear);
    QCOMPARE(sendsInClear(QUrl(url)), clear);
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
