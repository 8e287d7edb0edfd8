// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteruntime.h"
#include "tests/support/testtenancy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;
using test::codeOf;
using test::expectValue;
using test::TestTenancy;

/// Which request reaches which site, beside a second site.
class TestSiteDirectory : public QObject
{
    Q_OBJECT

private slots:
    void resolves_data();
    void resolves();
    void inactiveSitesResolve_data() { test::engineRows(); }
    void inactiveSitesResolve();
    void leadsToOwnDataOnly_data() { test::engineRows(); }
    void leadsToOwnDataOnly();
    void learnsOfChangesByOthers_data() { test::engineRows(); }
    void learnsOfChangesByOthers();
    void countsLeases();
    void isTheOnlyMakerOfSites();
};

void TestSiteDirectory::resolves_data()
{
    QTest::addColumn<bool>("development");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("tenant");
    QTest::addColumn<QString>("found"); // a slug, "platform", or "nothing"
    QTest::addColumn<QByteArray>("rest");

    const auto row = [](const char *name, bool development, QByteArray host, QByteArray path, QByteArray tenant,
                        QString found, QByteArray rest) {
        QTest::newRow(name) << development << host << path << tenant << found << rest;
    };
    const QString shop = u"shop"_s;
    const QString blog = u"blog"_s;
    const QString platform = u"platform"_s;
    const QString nothing = u"nothing"_s;
    row("domain", false, "shop.base.test", "/api/users/", {}, shop, "/api/users/");
    row("domain with port", false, "Shop.Base.Test:8443", "/api/", {}, shop, "/api/");
    row("domain with www", false, "www.shop.base.test", "/", {}, shop, "/");
    row("the other domain", false, "blog.base.test", "/", {}, blog, "/");
    row("app host", false, "app.base.test", "/api/cloud/sites/", {}, platform, "/api/cloud/sites/");
    row("api host", false, "api.base.test", "/", {}, platform, "/");
    row("localhost", false, "localhost:8000", "/", {}, platform, "/");
    row("address", false, "127.0.0.1:8000", "/", {}, platform, "/");
    row("IPv6", false, "[::1]:8000", "/", {}, platform, "/");
    row("base domain", false, "base.test", "/", {}, nothing, {});
    row("unknown host", false, "example.org", "/", {}, nothing, {});
    row("no host", false, {}, "/", {}, nothing, {});
    row("prefix", false, "api.base.test", "/sites/shop/api/apps/", {}, shop, "/api/apps/");
    row("short prefix", false, "localhost", "/site/blog/_allauth/app/v1/config", {}, blog, "/_allauth/app/v1/config");
    row("prefix, repeated slashes", false, "localhost", "//sites/shop//accounts/login/", {}, shop, "//accounts/login/");
    row("prefix alone", false, "localhost", "/sites/shop", {}, shop, "/");
    row("prefix of nobody", false, "localhost", "/sites/nobody/api/", {}, nothing, {});
    row("prefix on a site's host", false, "shop.base.test", "/sites/blog/api/", {}, nothing, {});
    row("own prefix on a site's host", false, "shop.base.test", "/sites/shop/api/", {}, nothing, {});
    row("prefix on an unknown host", false, "example.org", "/sites/shop/api/", {}, nothing, {});
    row("X-Tenant in production", false, "localhost", "/", "shop", platform, "/");
    row("development host in production", false, "shop.localhost", "/", {}, nothing, {});
    row("X-Tenant", true, "localhost", "/", "shop", shop, "/");
    row("X-Tenant of nobody", true, "localhost", "/", "nobody", nothing, {});
    row("a domain goes first", true, "blog.base.test", "/", "shop", blog, "/");
    row("a prefix goes first", true, "localhost", "/sites/blog/", "shop", blog, "/");
    row("development host", true, "shop.localhost:8000", "/", {}, shop, "/");
    row("nip.io", true, "blog.127.0.0.1.nip.io:8000", "/", {}, blog, "/");
    row("development host of nobody", true, "nobody.localhost", "/", {}, nothing, {});
}

void TestSiteDirectory::resolves()
{
    QFETCH(bool, development);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, tenant);
    QFETCH(QString, found);
    Config config;
    config.baseDomain = u"base.test"_s;
    config.development = development;
    TestTenancy tenancy(u"sqlite"_s, config);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const QString organization = tenancy.organization(ada, u"Acme"_s);
    tenancy.site(ada, organization, u"Shop"_s);
    tenancy.site(ada, organization, u"Blog"_s);
    const auto resolution = tenancy.services().directory().resolve({host, path, tenant});
    if (!resolution) {
        QCOMPARE(resolution.error().code, ErrorCode::NotFound);
        QCOMPARE(found, u"nothing"_s);
        return;
    }
    QCOMPARE(resolution->site ? resolution->site->slug() : u"platform"_s, found);
    QCOMPARE(resolution->platformHost, !resolution->site);
    QTEST(resolution->path, "rest");
}

void TestSiteDirectory::inactiveSitesResolve()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const QString organization = tenancy.organization(ada, u"Acme"_s);
    const SiteRecord site = tenancy.site(ada, organization, u"Shop"_s);
    OrganizationChange off;
    off.active = false;
    expectValue(tenancy.services().organizations().update(ada, organization, off));
    const auto resolution = expectValue(tenancy.services().directory().resolve({"shop.tenantry.local", "/", {}}));
    QVERIFY(resolution.site->info().active && !resolution.site->info().organizationActive);
}

void TestSiteDirectory::leadsToOwnDataOnly()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const QString organization = tenancy.organization(ada, u"Acme"_s);
    auto &directory = tenancy.services().directory();
    const Site shop =
        expectValue(directory.open(tenancy.site(ada, organization, u"Shop"_s).uuid, Purpose::CommandLine));
    const Site blog =
        expectValue(directory.open(tenancy.site(ada, organization, u"Blog"_s).uuid, Purpose::CommandLine));
    expectValue(shop.write([](sql::Transaction &site) {
        return site.execute("INSERT INTO {groups} (name, created_at, modified_at) VALUES ('Tills', 1, 1)");
    }));
    const auto groups = [](const Site &site) {
        return expectValue(site.read([](sql::Session &session) {
            return session.first("SELECT count(*) FROM {groups} WHERE name = 'Tills'", {},
                                 [](const sql::Cursor &row) { return row.integer(0); });
        }));
    };
    QCOMPARE(groups(shop), 1);
    QCOMPARE(groups(blog), 0);
}

void TestSiteDirectory::learnsOfChangesByOthers()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const QString organization = tenancy.organization(ada, u"Acme"_s);
    SiteDirectory other(Config(), tenancy.instance().engine(), tenancy.platform());
    QCOMPARE(codeOf(other.resolve({"shop.tenantry.local", "/", {}})), ErrorCode::NotFound);
    tenancy.site(ada, organization, u"Shop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(other.resolve({"shop.tenantry.local", "/", {}}).has_value(), 5000);
}

void TestSiteDirectory::countsLeases()
{
    const auto runtime = std::make_shared<SiteRuntime>(nullptr);
    auto first = SiteRuntime::lease(runtime);
    auto copy = first;
    const auto second = SiteRuntime::lease(runtime);
    QCOMPARE(runtime->leases(), 2);
    first.reset();
    QCOMPARE(runtime->leases(), 2);
    QVERIFY(runtime->waitForLeases(2, 0ms));
    QVERIFY(!runtime->waitForLeases(1, 0ms));
    std::thread releasing([&copy] { copy.reset(); });
    QVERIFY(runtime->waitForLeases(1, 10s));
    releasing.join();
    QCOMPARE(runtime->leases(), 1);
}

/// And who may act on one kind of tenant cannot be taken for somebody who may on another.
void TestSiteDirectory::isTheOnlyMakerOfSites()
{
    using Runtime = std::shared_ptr<SiteRuntime>;
    using Info = std::shared_ptr<const SiteInfo>;
    QVERIFY((!std::is_default_constructible_v<Site> && !std::is_constructible_v<Site, Runtime, Info>));
    QVERIFY((!std::is_convertible_v<PlatformPrincipal, SitePrincipal>));
    QVERIFY((!std::is_convertible_v<SitePrincipal, PlatformPrincipal>));
}

QTEST_GUILESS_MAIN(TestSiteDirectory)
#include "tst_sitedirectory.moc"
