// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/siteaccess.h"
#include "core/base/ids.h"
#include "core/identity/siteusers.h"
#include "core/tenancy/sitepool.h"
#include "tests/support/testtenancy.h"

#include <QTest>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::codeOf;
using test::expectValue;
using test::fieldOf;
using test::Standing;
using test::TestTenancy;

/// Making, changing and deleting sites, and their domains, on both engines, beside a second site.
class TestSites : public QObject
{
    Q_OBJECT

private slots:
    void makesAWholeSite_data() { test::engineRows(); }
    void makesAWholeSite();
    void prefixesNames_data() { test::engineRows(); }
    void prefixesNames();
    void refuses_data() { test::engineRows(); }
    void refuses();
    void leavesNothingWhenAStepFails_data() { test::engineRows(); }
    void leavesNothingWhenAStepFails();
    void cleansUpAfterACrash_data() { test::engineRows(); }
    void cleansUpAfterACrash();
    void leavesAloneWhatAnotherServerMakes();
    void freesTheNameAfterACrash_data() { test::engineRows(); }
    void freesTheNameAfterACrash();
    void sameNameAtOnce_data() { test::engineRows(); }
    void sameNameAtOnce();
    void lists_data() { test::engineRows(); }
    void lists();
    void changes_data() { test::engineRows(); }
    void changes();
    void deletesAll_data() { test::engineRows(); }
    void deletesAll();
    void stopsWhatRunsTooLong_data() { test::engineRows(); }
    void stopsWhatRunsTooLong();
    void keepsOnePrimaryDomain_data() { test::engineRows(); }
    void keepsOnePrimaryDomain();
    void primaryAtOnce_data() { test::engineRows(); }
    void primaryAtOnce();
    void refusesDomains_data() { test::engineRows(); }
    void refusesDomains();
};

namespace {

NewSite named(const QString &name)
{
    NewSite site;
    site.name = name;
    return site;
}

DomainChange host(const QString &name, std::optional<bool> primary = {})
{
    return {name, primary};
}

QStringList hosts(const std::vector<Domain> &domains)
{
    QStringList names;
    for (const Domain &domain : domains)
        names.append(domain.domain);
    return names;
}

/// An owner with an organization and a neighbour's site.
struct Setting
{
    explicit Setting(const QString &engine, Config config = {})
        : tenancy(engine, std::move(config))
        , ada(tenancy.account(u"ada"_s))
        , organization(tenancy.organization(ada, u"Acme"_s, 100))
        , eve(tenancy.account(u"eve"_s))
        , neighbour(tenancy.site(eve, tenancy.organization(eve, u"Globex"_s), u"Neighbour"_s))
    {
    }

    Later<SiteRecord> make(const NewSite &wanted)
    {
        return tenancy.services().provisioner().create(ada, organization, wanted);
    }

    QString count(const char *table)
    {
        return test::readText(tenancy.platform(), (std::string("SELECT count(*) FROM ") + table).c_str());
    }

    TestTenancy tenancy;
    PlatformPrincipal ada;
    QString organization;
    PlatformPrincipal eve;
    SiteRecord neighbour;
};

} // namespace

void TestSites::makesAWholeSite()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    NewSite wanted = named(u"My Shop"_s);
    wanted.description = u"Sells"_s;
    wanted.environment = u"testing"_s;
    json::Object settings;
    settings.set("theme", "dark");
    wanted.settings = settings;
    const SiteRecord site = expectValue(setting.make(wanted));
    QCOMPARE(site.name, u"My Shop"_s);
    QCOMPARE(site.slug, u"my-shop"_s);
    QCOMPARE(site.schemaName, u"my_shop"_s);
    QCOMPARE(site.environment, u"testing"_s);
    QCOMPARE(site.settings, json::Value(settings));
    QCOMPARE(site.organizationSlug, setting.organization);
    QCOMPARE(hosts(site.domains), QStringList{u"my-shop.tenantry.local"_s});
    QVERIFY(site.domains.front().primary);
    QCOMPARE(expectValue(setting.tenancy.services().sites().find(setting.ada, site.slug)).permissions,
             access::sitePermissionNames());

    const Site open = expectValue(setting.tenancy.services().directory().open(site.uuid, Purpose::Request));
    const auto admin = expectValue(
        open.read([&](sql::Session &session) { return identity::SiteUsers::byAccount(session, setting.ada.uuid); }));
    QVERIFY(admin && admin->superuser && admin->staff && admin->cloudUser);
    const auto groupNames = expectValue(open.read([](sql::Session &session) {
        return session.all("SELECT name FROM {groups} ORDER BY name", {},
                           [](const sql::Cursor &row) { return row.string(0); });
    }));
    QCOMPARE(QStringList(groupNames.begin(), groupNames.end()), (QStringList{access::siteAdmins, access::siteMembers}));
    // Seeding again changes nothing.
    const auto seeded = [&] {
        return expectValue(open.read([](sql::Session &session) {
            return session.first(
                "SELECT (SELECT count(*) FROM {permissions}) + (SELECT count(*) FROM {group_permissions})", {},
                [](const sql::Cursor &row) { return row.integer(0); });
        }));
    };
    const auto before = seeded();
    QVERIFY(*before > 0);
    expectValue(open.write([](sql::Transaction &tx) { return access::seedSiteAccess(tx, 1); }));
    QCOMPARE(seeded(), before);
}

void TestSites::prefixesNames()
{
    QFETCH(QString, engine);
    Config config;
    config.environment = u"dev"_s;
    Setting setting(engine, config);
    const SiteRecord first = expectValue(setting.make(named(u"portal"_s)));
    QCOMPARE(first.name, u"dev-portal"_s);
    QCOMPARE(first.slug, u"dev-portal"_s);
    QCOMPARE(first.schemaName, u"dev_portal"_s);
    QCOMPARE(first.environment, u"production"_s);
    const SiteRecord second = expectValue(setting.make(named(u"dev-portal"_s)));
    QCOMPARE(second.name, u"dev-portal"_s);
    QCOMPARE(second.slug, u"dev-portal-1"_s);
    QCOMPARE(second.schemaName, u"dev_portal_1"_s);
    NewSite wanted = named(u"other"_s);
    wanted.schemaName = u"mine"_s;
    QCOMPARE(expectValue(setting.make(wanted)).schemaName, u"mine"_s);
    SiteChange renamed;
    renamed.name = u"gate"_s;
    const auto changed = expectValue(setting.tenancy.services().sites().update(setting.ada, first.slug, renamed)).site;
    QCOMPARE(changed.name, u"gate"_s);
    QCOMPARE(changed.slug, first.slug);
    QCOMPARE(changed.schemaName, first.schemaName);
    QCOMPARE(hosts(changed.domains), hosts(first.domains));
}

void TestSites::refuses()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    auto &provisioner = setting.tenancy.services().provisioner();
    QCOMPARE(fieldOf(setting.make(named(u" "_s))), u"name"_s);
    QCOMPARE(fieldOf(setting.make(named(QString(101, u'a')))), u"name"_s);
    NewSite wanted = named(u"Shop"_s);
    wanted.environment = u"prod"_s;
    QCOMPARE(fieldOf(setting.make(wanted)), u"environment"_s);
    wanted = named(u"Shop"_s);
    wanted.schemaName = u"pg_shop"_s;
    QCOMPARE(fieldOf(setting.make(wanted)), u"schema_name"_s);
    wanted.schemaName = setting.neighbour.schemaName;
    QCOMPARE(fieldOf(setting.make(wanted)), u"schema_name"_s);
    wanted = named(u"Shop"_s);
    wanted.domains = {host(u"a.example.com"_s), host(u"not a host"_s)};
    QCOMPARE(fieldOf(setting.make(wanted)), u"domains.1"_s);
    wanted.domains = {host(u"a.example.com"_s), host(u"neighbour.tenantry.local"_s)};
    QCOMPARE(fieldOf(setting.make(wanted)), u"domains.1"_s);
    wanted.domains = {host(u"a.example.com"_s, true), host(u"b.example.com"_s, true)};
    QCOMPARE(fieldOf(setting.make(wanted)), u"domains"_s);

    QCOMPARE(codeOf(provisioner.create(setting.eve, setting.organization, named(u"Shop"_s))), ErrorCode::NotFound);
    expectValue(setting.tenancy.services().members().add(setting.ada, setting.organization, {u"eve"_s, {}}, {}));
    QCOMPARE(codeOf(provisioner.create(setting.eve, setting.organization, named(u"Shop"_s))), ErrorCode::Forbidden);
    QCOMPARE(setting.count("{sites}"), u"1"_s);

    const QString small = setting.tenancy.organization(setting.ada, u"Small"_s, 1);
    setting.tenancy.site(setting.ada, small, u"Only"_s);
    QCOMPARE(codeOf(provisioner.create(setting.ada, small, named(u"More"_s))), ErrorCode::BadRequest);
    const PlatformPrincipal root = setting.tenancy.account(u"root"_s, Standing::Superuser);
    setting.tenancy.site(root, small, u"More"_s);
}

void TestSites::leavesNothingWhenAStepFails()
{
    QFETCH(QString, engine);
    if (engine == "sqlite"_L1)
        QSKIP("A file named by a new UUID is never there before.");
    Setting setting(engine);
    test::runScript(setting.tenancy.platform(), "CREATE SCHEMA somebodys; CREATE TABLE somebodys.work (id integer)");
    NewSite wanted = named(u"Shop"_s);
    wanted.schemaName = u"somebodys"_s;
    QVERIFY(!setting.make(wanted).wait());
    QCOMPARE(setting.count("{sites}"), u"1"_s);
    QCOMPARE(setting.count("{domains}"), u"1"_s);
    QCOMPARE(setting.count("somebodys.work"), u"0"_s);
    // Nor does a server that starts after a crash before the schema was made take it for its own.
    test::runScript(setting.tenancy.platform(),
                    "INSERT INTO {sites} (uuid, slug, name, search_text, schema_name, environment, is_active, "
                    "site_settings, organization_id, schema_version, state, lease_until, created_at, modified_at) "
                    "SELECT 'u', 'crashed', 'Crashed', '', 'somebodys', 'production', TRUE, '{}', organization_id, -1, "
                    "'creating', 0, 0, 0 FROM {sites}");
    expectValue(setting.tenancy.restart());
    QCOMPARE(setting.count("{sites}"), u"1"_s);
    QCOMPARE(setting.count("somebodys.work"), u"0"_s);
    wanted.schemaName.reset();
    QCOMPARE(expectValue(setting.make(wanted)).slug, u"shop"_s);
}

void TestSites::cleansUpAfterACrash()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    test::runScript(setting.tenancy.platform(), "UPDATE {sites} SET state = 'creating' WHERE slug = 'shop'");
    setting.tenancy.advance(11 * 60 * 1'000'000LL);
    expectValue(setting.tenancy.restart());
    QCOMPARE(setting.count("{sites}"), u"1"_s);
    QCOMPARE(codeOf(setting.tenancy.instance().engine().openSite(site.schemaName, site.uuid)), ErrorCode::NotFound);
    QCOMPARE(expectValue(setting.make(named(u"Shop"_s))).slug, u"shop"_s);
    expectValue(setting.tenancy.services().directory().open(setting.neighbour.uuid, Purpose::Request));
}

/// On PostgreSQL, where several servers share a platform, until the time that server has taken for it is over.
void TestSites::leavesAloneWhatAnotherServerMakes()
{
    Setting setting(u"postgres"_s);
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    test::runScript(setting.tenancy.platform(), "UPDATE {sites} SET state = 'creating' WHERE slug = 'shop'");
    expectValue(setting.tenancy.restart());
    QCOMPARE(setting.count("{sites}"), u"2"_s);
    QVERIFY(setting.tenancy.instance().engine().openSite(site.schemaName, site.uuid));
    setting.tenancy.advance(11 * 60 * 1'000'000LL);
    expectValue(setting.tenancy.restart());
    QCOMPARE(setting.count("{sites}"), u"1"_s);
    QCOMPARE(codeOf(setting.tenancy.instance().engine().openSite(site.schemaName, site.uuid)), ErrorCode::NotFound);
}

/// A server ended right after it had made the database, before it could write down anything more.
void TestSites::freesTheNameAfterACrash()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const QString uuid = newUuid();
    expectValue(setting.tenancy.instance().engine().createSite(u"shop"_s, uuid));
    const std::string reservation =
        "INSERT INTO {sites} (uuid, slug, name, search_text, schema_name, environment, is_active, site_settings, "
        "organization_id, schema_version, state, lease_until, created_at, modified_at) SELECT '" +
        uuid.toStdString() +
        "', 'shop', 'Shop', '', 'shop', 'production', TRUE, '{}', organization_id, -1, 'creating', 0, 0, 0 FROM "
        "{sites}";
    test::runScript(setting.tenancy.platform(), reservation.c_str());
    // Whoever makes the next site removes it, without a restart.
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    QCOMPARE(site.slug, u"shop"_s);
    QCOMPARE(site.schemaName, u"shop"_s);
    QCOMPARE(setting.count("{sites}"), u"2"_s);
    expectValue(setting.tenancy.services().directory().open(site.uuid, Purpose::Request));
    expectValue(setting.tenancy.services().directory().open(setting.neighbour.uuid, Purpose::Request));
}

void TestSites::sameNameAtOnce()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    constexpr int count = 4;
    std::vector<Later<SiteRecord>> making;
    for (int i = 0; i < count; ++i)
        making.push_back(setting.make(named(u"Shop"_s)));
    QSet<QString> slugs;
    QSet<QString> schemas;
    for (Later<SiteRecord> &later : making) {
        const SiteRecord site = expectValue(std::move(later));
        slugs.insert(site.slug);
        schemas.insert(site.schemaName);
    }
    QCOMPARE(slugs, (QSet<QString>{u"shop"_s, u"shop-1"_s, u"shop-2"_s, u"shop-3"_s}));
    QCOMPARE(schemas.size(), count);
}

void TestSites::lists()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const auto &sites = setting.tenancy.services().sites();
    NewSite staging = named(u"Beta"_s);
    staging.environment = u"staging"_s;
    expectValue(setting.make(named(u"Alpha"_s)));
    expectValue(setting.make(staging));
    NewSite sleeping = named(u"Gamma"_s);
    sleeping.active = false;
    expectValue(setting.make(sleeping));
    const auto names = [&](const SiteQuery &query) {
        QStringList found;
        for (const SiteView &view : expectValue(sites.list(setting.ada, QString(), query)).items)
            found.append(view.site.name);
        return found;
    };
    QCOMPARE(names({}), (QStringList{u"Alpha"_s, u"Beta"_s}));
    SiteQuery query;
    query.active.reset();
    query.ordering = u"-name"_s;
    QCOMPARE(names(query), (QStringList{u"Gamma"_s, u"Beta"_s, u"Alpha"_s}));
    query.active = false;
    QCOMPARE(names(query), QStringList{u"Gamma"_s});
    query = {};
    query.environment = u"staging"_s;
    QCOMPARE(names(query), QStringList{u"Beta"_s});
    query = {};
    query.search = u"ALP"_s;
    QCOMPARE(names(query), QStringList{u"Alpha"_s});
    query.search = u"neighbour"_s;
    QVERIFY(names(query).isEmpty());
    query = {};
    query.environment = u"prod"_s;
    QCOMPARE(fieldOf(sites.list(setting.ada, QString(), query)), u"environment"_s);
    query = {};
    query.ordering = u"slug"_s;
    QCOMPARE(fieldOf(sites.list(setting.ada, QString(), query)), u"ordering"_s);
}

void TestSites::changes()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    const auto &sites = setting.tenancy.services().sites();
    QCOMPARE(codeOf(sites.find(setting.eve, site.uuid)), ErrorCode::NotFound);
    QCOMPARE(codeOf(sites.update(setting.eve, site.slug, {})), ErrorCode::NotFound);
    SiteChange change;
    change.environment = u"nowhere"_s;
    QCOMPARE(fieldOf(sites.update(setting.ada, site.slug, change)), u"environment"_s);
    change = {};
    change.active = false;
    json::Object settings;
    settings.set("b", 1);
    change.settings = settings;
    expectValue(sites.update(setting.ada, site.uuid, change));
    const auto found = expectValue(sites.find(setting.ada, site.slug)).site;
    QVERIFY(!found.active);
    QCOMPARE(found.settings, json::Value(settings));
    const Site open = expectValue(setting.tenancy.services().directory().open(site.uuid, Purpose::Request));
    QVERIFY(!open.info().active);
}

void TestSites::deletesAll()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    auto &services = setting.tenancy.services();
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    QCOMPARE(codeOf(services.provisioner().remove(setting.eve, site.slug, 0)), ErrorCode::NotFound);
    std::optional<Site> used = expectValue(services.directory().open(site.uuid, Purpose::Request));
    Later<void> removed = services.provisioner().remove(setting.ada, site.slug, 0);
    // A request that still uses the site may finish; new ones find nothing.
    QTRY_VERIFY(!services.directory().resolve({"shop.tenantry.local", "/", {}}));
    QVERIFY(used->read([](sql::Session &session) { return session.query("SELECT count(*) FROM {users}"); }));
    used.reset();
    expectValue(std::move(removed));
    QCOMPARE(codeOf(services.sites().find(setting.ada, site.slug)), ErrorCode::NotFound);
    QCOMPARE(codeOf(services.directory().open(site.uuid, Purpose::Request)), ErrorCode::NotFound);
    QCOMPARE(codeOf(setting.tenancy.instance().engine().openSite(site.schemaName, site.uuid)), ErrorCode::NotFound);
    QCOMPARE(setting.count("{domains}"), u"1"_s);
    QCOMPARE(setting.count("{site_permissions}"), u"1"_s);
    QCOMPARE(expectValue(setting.make(named(u"Shop"_s))).slug, u"shop"_s);
    expectValue(services.directory().open(setting.neighbour.uuid, Purpose::Request));
}

void TestSites::stopsWhatRunsTooLong()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    auto &directory = setting.tenancy.services().directory();
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    std::promise<void> begun;
    Result<QString> endless;
    std::thread request([&, open = expectValue(directory.open(site.uuid, Purpose::Request))]() mutable {
        endless = open.read([&](sql::Session &session) -> Result<QString> {
            begun.set_value();
            const auto rows = TRY(session.query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 - 1 FROM n) "
                                                "SELECT max(i) FROM n"));
            TRY(rows->next());
            return QString();
        });
        const Site released = std::move(open);
    });
    begun.get_future().wait();
    directory.pool().shut(site.uuid, 0, std::chrono::milliseconds(1));
    request.join();
    QCOMPARE(codeOf(endless), ErrorCode::Cancelled);
    QCOMPARE(codeOf(directory.open(site.uuid, Purpose::Request)), ErrorCode::NotFound);
    directory.pool().forget(site.uuid);
    expectValue(directory.open(setting.neighbour.uuid, Purpose::Request));
}

void TestSites::keepsOnePrimaryDomain()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const auto &domains = setting.tenancy.services().domains();
    NewSite wanted = named(u"Shop"_s);
    wanted.domains = {host(u"a.example.com"_s), host(u"WWW.B.example.com"_s, true)};
    const SiteRecord site = expectValue(setting.make(wanted));
    QCOMPARE(hosts(site.domains), (QStringList{u"b.example.com"_s, u"a.example.com"_s}));
    const auto primary = [&] { return expectValue(domains.list(setting.ada, site.slug, {})).items.front().domain; };
    QCOMPARE(codeOf(domains.update(setting.ada, site.slug, u"b-example-com"_s, {{}, false})), ErrorCode::BadRequest);
    QCOMPARE(codeOf(domains.remove(setting.ada, site.slug, u"b-example-com"_s)), ErrorCode::BadRequest);
    expectValue(domains.update(setting.ada, site.slug, u"a-example-com"_s, {{}, true}));
    QCOMPARE(primary(), u"a.example.com"_s);
    const Domain added = expectValue(domains.add(setting.ada, site.slug, host(u"c.example.com"_s, true)));
    QVERIFY(added.primary);
    QCOMPARE(primary(), u"c.example.com"_s);
    expectValue(domains.remove(setting.ada, site.slug, u"a-example-com"_s));
    expectValue(domains.remove(setting.ada, site.uuid, u"b-example-com"_s));
    QCOMPARE(codeOf(domains.remove(setting.ada, site.slug, added.uuid)), ErrorCode::BadRequest);
    const Domain renamed = expectValue(domains.update(setting.ada, site.slug, added.uuid, host(u"d.example.com"_s)));
    QCOMPARE(renamed.slug, u"d-example-com"_s);
    QVERIFY(renamed.primary);
    auto &directory = setting.tenancy.services().directory();
    QCOMPARE(expectValue(directory.resolve({"d.example.com", "/", {}})).site->uuid(), site.uuid);
    QCOMPARE(codeOf(directory.resolve({"c.example.com", "/", {}})), ErrorCode::NotFound);
}

void TestSites::primaryAtOnce()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    const auto &domains = setting.tenancy.services().domains();
    constexpr int count = 6;
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(expectValue(domains.add(setting.ada, site.slug, host(u"d%1.example.com"_s.arg(i)))).slug);
    std::vector<std::thread> threads;
    for (const QString &name : names)
        threads.emplace_back([&, name] { (void)domains.update(setting.ada, site.slug, name, {{}, true}).wait(); });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(test::readText(setting.tenancy.platform(),
                            "SELECT count(*) FROM {domains} d JOIN {sites} s ON s.id = d.site_id "
                            "WHERE s.slug = 'shop' AND d.is_primary"),
             u"1"_s);
}

void TestSites::refusesDomains()
{
    QFETCH(QString, engine);
    Setting setting(engine);
    const SiteRecord site = expectValue(setting.make(named(u"Shop"_s)));
    const auto &domains = setting.tenancy.services().domains();
    for (const QString &name : {u"http://example.com"_s, u"app.tenantry.local"_s, u"other.tenantry.local"_s,
                                u"neighbour.tenantry.local"_s, u"shop.tenantry.local"_s})
        QCOMPARE(fieldOf(domains.add(setting.ada, site.slug, host(name))), u"domain"_s);
    QCOMPARE(fieldOf(domains.add(setting.ada, site.slug, {})), u"domain"_s);
    QCOMPARE(codeOf(domains.add(setting.eve, site.slug, host(u"x.example.com"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(domains.find(setting.ada, site.slug, u"neighbour-tenantry-local"_s)), ErrorCode::NotFound);
    // Two names that make one slug are told apart.
    QCOMPARE(expectValue(domains.add(setting.ada, site.slug, host(u"a-b.example.com"_s))).slug, u"a-b-example-com"_s);
    QCOMPARE(expectValue(domains.add(setting.ada, site.slug, host(u"a.b.example.com"_s))).slug, u"a-b-example-com-1"_s);
}

QTEST_GUILESS_MAIN(TestSites)
#include "tst_sites.moc"
