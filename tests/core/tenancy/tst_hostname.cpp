// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"
#include "core/tenancy/hostname.h"
#include "core/tenancy/platformhosts.h"
#include "core/tenancy/siteprefix.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

class TestHostName : public QObject
{
    Q_OBJECT

private slots:
    void normalizes_data();
    void normalizes();
    void knowsAddresses_data();
    void knowsAddresses();
    void checksDomains_data();
    void checksDomains();
    void guardsThePlatformsNames_data();
    void guardsThePlatformsNames();
    void findsDevelopmentSites();
    void findsPrefixes_data();
    void findsPrefixes();
};

void TestHostName::normalizes_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("normalized");

    QTest::newRow("plain") << QByteArray("shop.example.com") << QByteArray("shop.example.com");
    QTest::newRow("upper case") << QByteArray("Shop.Example.COM") << QByteArray("shop.example.com");
    QTest::newRow("port") << QByteArray("shop.example.com:8443") << QByteArray("shop.example.com");
    QTest::newRow("www") << QByteArray("www.example.com") << QByteArray("example.com");
    QTest::newRow("one www only") << QByteArray("www.www.example.com") << QByteArray("www.example.com");
    QTest::newRow("trailing dot") << QByteArray("example.com.:80") << QByteArray("example.com");
    QTest::newRow("IPv6") << QByteArray("[::1]:8000") << QByteArray("[::1]");
    QTest::newRow("open bracket") << QByteArray("[::1") << QByteArray("[::1");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestHostName::normalizes()
{
    QFETCH(QByteArray, host);
    QTEST(normalizedHost(host), "normalized");
}

void TestHostName::knowsAddresses_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("address");

    QTest::newRow("IPv4") << QByteArray("127.0.0.1") << true;
    QTest::newRow("IPv6") << QByteArray("[fe80::1]") << true;
    QTest::newRow("name") << QByteArray("example.com") << false;
    QTest::newRow("too large") << QByteArray("256.1.1.1") << false;
    QTest::newRow("three parts") << QByteArray("127.0.1") << false;
    QTest::newRow("a number") << QByteArray("2130706433") << false;
    QTest::newRow("name of digits") << QByteArray("127.0.0.1.nip.io") << false;
    QTest::newRow("brackets around a name") << QByteArray("[localhost]") << false;
}

void TestHostName::knowsAddresses()
{
    QFETCH(QByteArray, host);
    QTEST(isAddress(host), "address");
}

void TestHostName::checksDomains_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("stored"); // empty: refused

    QTest::newRow("plain") << u"shop.example.com"_s << u"shop.example.com"_s;
    QTest::newRow("upper case") << u"Shop.Example.com"_s << u"shop.example.com"_s;
    QTest::newRow("www") << u"www.example.com"_s << u"example.com"_s;
    QTest::newRow("trailing dot") << u"example.com."_s << u"example.com"_s;
    QTest::newRow("punycode") << u"xn--bcher-kva.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("international") << u"b\u00fccher.example"_s << QString();
    QTest::newRow("scheme") << u"https://example.com"_s << QString();
    QTest::newRow("port") << u"example.com:80"_s << QString();
    QTest::newRow("path") << u"example.com/shop"_s << QString();
    QTest::newRow("single label") << u"example"_s << QString();
    QTest::newRow("wildcard") << u"*.example.com"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("only www") << u"www.com"_s << QString();
    QTest::newRow("empty label") << u"a..example.com"_s << QString();
    QTest::newRow("hyphen first") << u"-a.example.com"_s << QString();
    QTest::newRow("long label") << QString(64, u'a') + u".com"_s << QString();
    QTest::newRow("too long") << QString(u"abcdefghi."_s).repeated(26) + u"com"_s << QString();
    QTest::newRow("address") << u"192.168.1.1"_s << QString();
    QTest::newRow("line end") << u"example.com\n"_s << QString();
}

void TestHostName::checksDomains()
{
    QFETCH(QString, domain);
    QFETCH(QString, stored);
    const auto checked = checkDomainName(domain);
    QCOMPARE(checked.value_or(QString()), stored);
    if (!checked)
        QCOMPARE(checked.error().fields.at(0).path, u"domain"_s);
}

void TestHostName::guardsThePlatformsNames_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("claimable");

    QTest::newRow("own name") << u"acme.base.test"_s << true;
    QTest::newRow("elsewhere") << u"acme.example.com"_s << true;
    QTest::newRow("only looks like it") << u"otherbase.test"_s << true;
    QTest::newRow("another's name") << u"globex.base.test"_s << false;
    QTest::newRow("below the own name") << u"shop.acme.base.test"_s << false;
    QTest::newRow("the base itself") << u"base.test"_s << false;
    QTest::newRow("app") << u"app.base.test"_s << false;
    QTest::newRow("configured") << u"console.example.org"_s << false;
}

void TestHostName::guardsThePlatformsNames()
{
    QFETCH(QString, domain);
    Config config;
    config.baseDomain = u"Base.test"_s;
    config.platformHosts = {u"Console.example.org"_s};
    const PlatformHosts hosts(config);
    QTEST(hosts.checkClaim(domain, u"acme"_s).has_value(), "claimable");
    QVERIFY(hosts.contains("app.base.test") && hosts.contains("api.base.test") && hosts.contains("localhost"));
    QVERIFY(hosts.contains("console.example.org") && hosts.contains("10.0.0.7") && hosts.contains("[::1]"));
    QVERIFY(!hosts.contains("base.test") && !hosts.contains("acme.base.test"));
}

void TestHostName::findsDevelopmentSites()
{
    QCOMPARE(PlatformHosts::developmentSlug("acme.localhost"), QByteArray("acme"));
    QCOMPARE(PlatformHosts::developmentSlug("acme.127.0.0.1.nip.io"), QByteArray("acme"));
    QCOMPARE(PlatformHosts::developmentSlug("localhost"), std::nullopt);
    QCOMPARE(PlatformHosts::developmentSlug("acme.example.com"), std::nullopt);
}

void TestHostName::findsPrefixes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("slug");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("rest");

    QTest::newRow("sites") << QByteArray("/sites/acme/api/apps/") << QByteArray("acme") << QByteArray("/sites/acme")
                           << QByteArray("/api/apps/");
    QTest::newRow("site") << QByteArray("/site/acme/api/") << QByteArray("acme") << QByteArray("/site/acme")
                          << QByteArray("/api/");
    QTest::newRow("repeated slashes") << QByteArray("//sites//acme//accounts/login/") << QByteArray("acme")
                                      << QByteArray("/sites/acme") << QByteArray("//accounts/login/");
    QTest::newRow("nothing behind") << QByteArray("/sites/acme") << QByteArray("acme") << QByteArray("/sites/acme")
                                    << QByteArray("/");
    QTest::newRow("no slug") << QByteArray("/sites/") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("elsewhere") << QByteArray("/api/sites/acme/metadata") << QByteArray() << QByteArray()
                               << QByteArray();
    QTest::newRow("longer word") << QByteArray("/sitesx/acme/") << QByteArray() << QByteArray() << QByteArray();
}

void TestHostName::findsPrefixes()
{
    QFETCH(QByteArray, path);
    const auto prefix = SitePrefix::of(path);
    QTEST(prefix ? prefix->slug : QByteArray(), "slug");
    QTEST(prefix ? prefix->base : QByteArray(), "base");
    QTEST(prefix ? prefix->rest : QByteArray(), "rest");
}

QTEST_GUILESS_MAIN(TestHostName)
#include "tst_hostname.moc"
