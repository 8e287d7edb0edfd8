// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/effectivepermissions.h"
#include "core/tenancy/grants/grantstore.h"
#include "tests/support/testtenancy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::codeOf;
using test::expectValue;
using test::fieldOf;
using test::Standing;
using test::TestTenancy;

/// Organizations and their members, on both engines, with a second organization and a stranger that must not show.
class TestOrganizations : public QObject
{
    Q_OBJECT

private slots:
    void createsForItsOwner_data() { test::engineRows(); }
    void createsForItsOwner();
    void choosesSlugs_data() { test::engineRows(); }
    void choosesSlugs();
    void checksFields_data() { test::engineRows(); }
    void checksFields();
    void changesWhatIsSent_data() { test::engineRows(); }
    void changesWhatIsSent();
    void listsWhatTheCallerMaySee_data() { test::engineRows(); }
    void listsWhatTheCallerMaySee();
    void hidesFromStrangers_data() { test::engineRows(); }
    void hidesFromStrangers();
    void deletesWithoutSites_data() { test::engineRows(); }
    void deletesWithoutSites();
    void sameSlugAtOnce_data() { test::engineRows(); }
    void sameSlugAtOnce();
    void keepsALastOwner_data() { test::engineRows(); }
    void keepsALastOwner();
    void addsMembersWithinTheLimit_data() { test::engineRows(); }
    void addsMembersWithinTheLimit();
    void leavingTakesSitePermissions_data() { test::engineRows(); }
    void leavingTakesSitePermissions();
    void groupsGivePermissions_data() { test::engineRows(); }
    void groupsGivePermissions();
};

namespace {

OrganizationChange named(const QString &name)
{
    OrganizationChange change;
    change.name = name;
    return change;
}

MemberReference user(const QString &username)
{
    return {username, {}};
}

MemberChange as(access::MemberRole role)
{
    MemberChange change;
    change.role = role;
    return change;
}

QStringList slugs(const Page<OrganizationView> &page)
{
    QStringList found;
    for (const OrganizationView &view : page.items)
        found.append(view.organization.slug);
    return found;
}

} // namespace

void TestOrganizations::createsForItsOwner()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const auto made = expectValue(tenancy.services().organizations().create(ada, named(u"Northwind"_s)));
    QCOMPARE(made.organization.slug, u"northwind"_s);
    QCOMPARE(made.organization.subscriptionPlan, u"free"_s);
    QCOMPARE(made.organization.maxSites, 1);
    QCOMPARE(made.organization.memberCount, 1);
    QCOMPARE(made.organization.ownerCount, 1);
    QCOMPARE(made.mine.role, access::MemberRole::Owner);
    QCOMPARE(made.mine.permissions, access::organizationPermissionNames());
    const auto byUuid = expectValue(tenancy.services().organizations().find(ada, made.organization.uuid));
    QCOMPARE(byUuid.organization.slug, u"northwind"_s);
}

void TestOrganizations::choosesSlugs()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const auto &organizations = tenancy.services().organizations();
    const auto slugOf = [&](const OrganizationChange &fields) {
        return expectValue(organizations.create(ada, fields)).organization.slug;
    };
    QCOMPARE(slugOf(named(u"Acme & Co."_s)), u"acme-co"_s);
    QCOMPARE(slugOf(named(u"Acme & Co."_s)), u"acme-co-1"_s);
    QCOMPARE(slugOf(named(u"Admin"_s)), u"admin-1"_s);
    QCOMPARE(slugOf(named(u"!!!"_s)), u"org"_s);
    OrganizationChange supplied = named(u"Acme"_s);
    supplied.slug = u"own-slug"_s;
    QCOMPARE(slugOf(supplied), u"own-slug"_s);
    QCOMPARE(fieldOf(organizations.create(ada, supplied)), u"slug"_s);
    supplied.slug = u"api"_s;
    QCOMPARE(fieldOf(organizations.create(ada, supplied)), u"slug"_s);
    supplied.slug = u"Not A Slug"_s;
    QCOMPARE(fieldOf(organizations.create(ada, supplied)), u"slug"_s);
}

void TestOrganizations::checksFields()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal root = tenancy.account(u"root"_s, Standing::Superuser);
    const auto &organizations = tenancy.services().organizations();
    QCOMPARE(fieldOf(organizations.create(root, {})), u"name"_s);
    QCOMPARE(fieldOf(organizations.create(root, named(u"  "_s))), u"name"_s);
    QCOMPARE(fieldOf(organizations.create(root, named(QString(201, u'a')))), u"name"_s);
    OrganizationChange fields = named(u"Acme"_s);
    fields.subscriptionPlan = u"gold"_s;
    fields.maxSites = -1;
    const auto refused = organizations.create(root, fields).wait();
    QCOMPARE(refused.error().fields.size(), std::size_t(2));
    OrganizationQuery query;
    query.ordering = u"slug"_s;
    QCOMPARE(fieldOf(organizations.list(root, query)), u"ordering"_s);
}

void TestOrganizations::changesWhatIsSent()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal root = tenancy.account(u"root"_s, Standing::Superuser);
    const QString slug = tenancy.organization(ada, u"Acme"_s, 3);
    const auto &organizations = tenancy.services().organizations();
    OrganizationChange change;
    change.description = std::optional(u"Anvils"_s);
    change.maxSites = 100;
    change.slug = u"other"_s;
    tenancy.advance(1'000'000);
    const auto changed = expectValue(organizations.update(ada, slug, change)).organization;
    QCOMPARE(changed.description, u"Anvils"_s);
    QCOMPARE(changed.name, u"Acme"_s);
    QCOMPARE(changed.slug, slug);
    QCOMPARE(changed.maxSites, 3);
    QCOMPARE(changed.modifiedAt - changed.createdAt, 1'000'000);
    change.description = std::optional<QString>();
    const auto byRoot = expectValue(organizations.update(root, slug, change)).organization;
    QCOMPARE(byRoot.description, std::nullopt);
    QCOMPARE(byRoot.maxSites, 100);
}

void TestOrganizations::listsWhatTheCallerMaySee()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal bob = tenancy.account(u"bob"_s);
    const PlatformPrincipal root = tenancy.account(u"root"_s, Standing::Superuser);
    tenancy.organization(ada, u"Zebra"_s);
    tenancy.organization(ada, u"Äpfel 100%"_s);
    tenancy.organization(bob, u"Globex"_s);
    const auto &organizations = tenancy.services().organizations();
    const auto listed = [&](const PlatformPrincipal &who, const OrganizationQuery &query) {
        return slugs(expectValue(organizations.list(who, query)));
    };
    QCOMPARE(listed(ada, {}), (QStringList{u"zebra"_s, u"apfel-100"_s}));
    QCOMPARE(listed(bob, {}), QStringList{u"globex"_s});
    QCOMPARE(listed(root, {}).size(), 3);

    OrganizationQuery query;
    query.search = u"äPFEL"_s;
    QCOMPARE(listed(ada, query), QStringList{u"apfel-100"_s});
    query.search = u"%"_s;
    QCOMPARE(listed(root, query), QStringList{u"apfel-100"_s});
    query.search = u"globex"_s;
    QVERIFY(listed(ada, query).isEmpty());

    query = {};
    query.ordering = u"-name"_s;
    query.window = {1, 1};
    const auto page = expectValue(organizations.list(ada, query));
    QCOMPARE(slugs(page), QStringList{u"zebra"_s});
    QCOMPARE(page.total, 2);

    OrganizationChange off;
    off.active = false;
    expectValue(organizations.update(ada, u"zebra"_s, off));
    QCOMPARE(listed(ada, {}), QStringList{u"apfel-100"_s});
    query = {};
    query.active = false;
    QCOMPARE(listed(ada, query), QStringList{u"zebra"_s});
    query.active.reset();
    QCOMPARE(listed(ada, query).size(), 2);
}

void TestOrganizations::hidesFromStrangers()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal bob = tenancy.account(u"bob"_s);
    const PlatformPrincipal eve = tenancy.account(u"eve"_s);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    tenancy.organization(eve, u"Globex"_s);
    expectValue(tenancy.services().members().add(ada, slug, user(u"bob"_s), {}));
    const auto &organizations = tenancy.services().organizations();
    QCOMPARE(codeOf(organizations.find(eve, slug)), ErrorCode::NotFound);
    QCOMPARE(codeOf(organizations.update(eve, slug, named(u"Mine"_s))), ErrorCode::NotFound);
    QCOMPARE(codeOf(organizations.remove(eve, slug)), ErrorCode::NotFound);
    QCOMPARE(codeOf(tenancy.services().members().list(eve, slug, {})), ErrorCode::NotFound);
    QCOMPARE(expectValue(organizations.find(bob, slug)).mine.permissions, QStringList{u"view_organization"_s});
    QCOMPARE(codeOf(organizations.update(bob, slug, named(u"Mine"_s))), ErrorCode::Forbidden);
    QCOMPARE(codeOf(organizations.remove(bob, slug)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(tenancy.services().members().add(bob, slug, user(u"eve"_s), {})), ErrorCode::Forbidden);
}

void TestOrganizations::deletesWithoutSites()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    const SiteRecord site = tenancy.site(ada, slug, u"Shop"_s);
    const auto &organizations = tenancy.services().organizations();
    QCOMPARE(codeOf(organizations.remove(ada, slug)), ErrorCode::BadRequest);
    expectValue(tenancy.services().provisioner().remove(ada, site.slug, 0));
    expectValue(organizations.remove(ada, slug));
    QCOMPARE(codeOf(organizations.find(ada, slug)), ErrorCode::NotFound);
    QCOMPARE(test::readText(tenancy.platform(), "SELECT count(*) FROM {members}"), u"0"_s);
}

void TestOrganizations::sameSlugAtOnce()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    constexpr int count = 8;
    std::vector<std::thread> threads;
    std::mutex mutex;
    QSet<QString> slugs;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&] {
            const auto made = tenancy.services().organizations().create(ada, named(u"Acme"_s)).wait();
            const std::lock_guard lock(mutex);
            if (made)
                slugs.insert(made->organization.slug);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(slugs.size(), count);
    QVERIFY(slugs.contains(u"acme"_s) && slugs.contains(u"acme-7"_s));
}

void TestOrganizations::keepsALastOwner()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    tenancy.account(u"bob"_s);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    const auto &members = tenancy.services().members();
    MemberChange off;
    off.active = false;
    QCOMPARE(codeOf(members.remove(ada, slug, u"ada"_s)), ErrorCode::BadRequest);
    QCOMPARE(codeOf(members.update(ada, slug, u"ada"_s, as(access::MemberRole::Member))), ErrorCode::BadRequest);
    QCOMPARE(codeOf(members.update(ada, slug, u"ada"_s, off)), ErrorCode::BadRequest);
    expectValue(members.add(ada, slug, user(u"bob"_s), as(access::MemberRole::Owner)));
    const auto demoted = expectValue(members.update(ada, slug, u"ada"_s, as(access::MemberRole::Member)));
    QCOMPARE(demoted.member.role, access::MemberRole::Member);
    QCOMPARE(expectValue(tenancy.services().organizations().find(ada, slug)).mine.permissions,
             QStringList{u"view_organization"_s});
    QCOMPARE(codeOf(members.update(ada, slug, u"ada"_s, as(access::MemberRole::Owner))), ErrorCode::Forbidden);
    expectValue(members.remove(ada, slug, u"ada"_s));
    QCOMPARE(codeOf(tenancy.services().organizations().find(ada, slug)), ErrorCode::NotFound);
}

void TestOrganizations::addsMembersWithinTheLimit()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal root = tenancy.account(u"root"_s, Standing::Superuser);
    for (const QString &name : {u"m1"_s, u"m2"_s, u"m3"_s, u"m4"_s, u"m5"_s, u"m6"_s})
        tenancy.account(name);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    const auto &members = tenancy.services().members();
    for (const QString &name : {u"m1"_s, u"m2"_s, u"m3"_s, u"m4"_s})
        expectValue(members.add(ada, slug, user(name), {}));
    QCOMPARE(codeOf(members.add(ada, slug, user(u"m4"_s), {})), ErrorCode::BadRequest);
    QCOMPARE(codeOf(members.add(ada, slug, user(u"m5"_s), {})), ErrorCode::BadRequest);
    QCOMPARE(fieldOf(members.add(ada, slug, user(u"nobody"_s), {})), u"username"_s);
    QCOMPARE(fieldOf(members.add(ada, slug, {{}, 987654}, {})), u"user_id"_s);
    expectValue(members.add(root, slug, user(u"m5"_s), {}));
    QVERIFY(!expectValue(tenancy.services().organizations().find(ada, slug)).organization.canAddMember());

    MemberQuery query;
    query.ordering = u"-username"_s;
    query.window = {0, 2};
    const auto page = expectValue(members.list(ada, slug, query));
    QCOMPARE(page.total, 6);
    QCOMPARE(page.items.at(0).member.account.username, u"m5"_s);
    query.role = access::MemberRole::Owner;
    QCOMPARE(expectValue(members.list(ada, slug, query)).total, 1);
    QCOMPARE(codeOf(members.find(ada, slug, u"m6"_s)), ErrorCode::NotFound);
}

void TestOrganizations::leavingTakesSitePermissions()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal bob = tenancy.account(u"bob"_s);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    const SiteRecord shop = tenancy.site(ada, slug, u"Shop"_s);
    const SiteRecord blog = tenancy.site(ada, slug, u"Blog"_s);
    const auto &members = tenancy.services().members();
    const auto &sites = tenancy.services().sites();
    expectValue(members.add(ada, slug, user(u"bob"_s), {}));
    QCOMPARE(codeOf(sites.find(bob, shop.slug)), ErrorCode::NotFound);
    expectValue(tenancy.platform().write([&, now = Micros(1)](sql::Transaction &platform) {
        return GrantStore::grant(platform, shop, {bob.id, {}}, {u"change_site"_s}, now);
    }));
    QCOMPARE(expectValue(sites.find(bob, shop.slug)).permissions, (QStringList{u"change_site"_s, u"view_site"_s}));
    QCOMPARE(codeOf(sites.find(bob, blog.slug)), ErrorCode::NotFound);

    // Of an organization's list the member sees every site, but settings only where it may view.
    const auto listed = expectValue(sites.list(bob, slug, {}));
    QCOMPARE(listed.total, 2);
    QVERIFY(!listed.items.at(0).may(u"view_site"_s) && listed.items.at(1).may(u"view_site"_s));
    QCOMPARE(expectValue(sites.list(bob, QString(), {})).total, 1);

    MemberChange off;
    off.active = false;
    expectValue(members.update(ada, slug, u"bob"_s, off));
    QCOMPARE(codeOf(sites.find(bob, shop.slug)), ErrorCode::NotFound);
    off.active = true;
    expectValue(members.update(ada, slug, u"bob"_s, off));
    expectValue(members.remove(bob, slug, u"bob"_s));
    expectValue(members.add(ada, slug, user(u"bob"_s), {}));
    QCOMPARE(codeOf(sites.find(bob, shop.slug)), ErrorCode::NotFound);
}

void TestOrganizations::groupsGivePermissions()
{
    QFETCH(QString, engine);
    TestTenancy tenancy(engine);
    const PlatformPrincipal ada = tenancy.account(u"ada"_s);
    const PlatformPrincipal auditor = tenancy.account(u"auditor"_s);
    const QString slug = tenancy.organization(ada, u"Acme"_s);
    const SiteRecord shop = tenancy.site(ada, slug, u"Shop"_s);
    test::runScript(tenancy.platform(),
                    "INSERT INTO {groups} (name, created_at, modified_at) VALUES ('Auditors', 1, 1);"
                    "INSERT INTO {group_members} SELECT g.id, a.id FROM {groups} g, {accounts} a "
                    "WHERE a.username = 'auditor';"
                    "INSERT INTO {group_permissions} SELECT id, 'site', 'access_site' FROM {groups};"
                    "INSERT INTO {group_permissions} SELECT id, 'organization', 'view_organization' FROM {groups}");
    QCOMPARE(expectValue(tenancy.services().sites().find(auditor, shop.slug)).permissions,
             (QStringList{u"access_site"_s, u"view_site"_s}));
    const auto seen = expectValue(tenancy.services().organizations().list(auditor, {}));
    QCOMPARE(slugs(seen), QStringList{slug});
    QVERIFY(!seen.items.at(0).mine.role);
    QCOMPARE(codeOf(tenancy.services().organizations().update(auditor, slug, named(u"x"_s))), ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(TestOrganizations)
#include "tst_organizations.moc"
