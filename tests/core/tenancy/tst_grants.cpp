// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accountrank.h"
#include "core/identity/siteusers.h"
#include "tests/support/testtenancy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::codeOf;
using test::expectValue;
using test::fieldOf;
using test::Standing;
using test::TestTenancy;

/// Permissions on sites given and taken, the groups of the platform, and the mirrors that follow, on both engines.
class TestGrants : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatIsHeld_data() { test::engineRows(); }
    void givesWhatIsHeld();
    void takesWhatWasGranted_data() { test::engineRows(); }
    void takesWhatWasGranted();
    void ranksAccounts_data() { test::engineRows(); }
    void ranksAccounts();
    void groupsAreRanked_data() { test::engineRows(); }
    void groupsAreRanked();
    void groupsAreRankedForWhoJoins_data() { test::engineRows(); }
    void groupsAreRankedForWhoJoins();
    void mirrorsFollow_data() { test::engineRows(); }
    void mirrorsFollow();
    void whatACrashLeftIsDoneLater_data() { test::engineRows(); }
    void whatACrashLeftIsDoneLater();
    void aJobNotedTwiceIsDoneTwice_data() { test::engineRows(); }
    void aJobNotedTwiceIsDoneTwice();
    void aSiteThatFailsHoldsUpNoOther_data() { test::engineRows(); }
    void aSiteThatFailsHoldsUpNoOther();
};

namespace {

/// An organization of ada's with two sites, bob and cleo its members.
struct Place
{
    explicit Place(const QString &engine)
        : tenancy(engine)
    {
        organization = tenancy.organization(ada, u"Acme"_s);
        shop = tenancy.site(ada, organization, u"Shop"_s);
        blog = tenancy.site(ada, organization, u"Blog"_s);
        expectValue(tenancy.services().members().add(ada, organization, {u"bob"_s, {}}, {}));
        expectValue(tenancy.services().members().add(ada, organization, {u"cleo"_s, {}}, {}));
    }

    const SiteGrants &grants() { return tenancy.services().grants(); }
    QStringList permissionsOf(const PlatformPrincipal &who, const SiteRecord &site)
    {
        const auto found = tenancy.services().sites().find(who, site.uuid);
        return found ? found->permissions : QStringList();
    }
    /// "yes", "no" for one that is out of use, empty for none.
    QString mirrorOf(const PlatformPrincipal &who, const SiteRecord &record)
    {
        const Site site = expectValue(tenancy.services().directory().open(record.uuid, Purpose::CommandLine));
        const auto user = expectValue(
            site.read([&](sql::Session &session) { return identity::SiteUsers::byAccount(session, who.uuid); }));
        return !user ? QString() : user->active ? u"yes"_s : u"no"_s;
    }
    QString jobs() { return test::readText(tenancy.platform(), "SELECT count(*) FROM {mirror_jobs}"); }
    bool ranks(const PlatformPrincipal &who, const PlatformPrincipal &other)
    {
        return expectValue(tenancy.platform().read([&](sql::Session &platform) {
            return access::ranksWith(platform, who, {other.id, other.superuser});
        }));
    }
    Group group(const QString &name, const QStringList &permissions)
    {
        return expectValue(tenancy.services().groups().create(root, {name, permissions}));
    }

    TestTenancy tenancy;
    PlatformPrincipal root = tenancy.account(u"root"_s, Standing::Superuser);
    PlatformPrincipal ada = tenancy.account(u"ada"_s);
    PlatformPrincipal bob = tenancy.account(u"bob"_s);
    PlatformPrincipal cleo = tenancy.account(u"cleo"_s);
    PlatformPrincipal stranger = tenancy.account(u"stranger"_s);
    QString organization;
    SiteRecord shop;
    SiteRecord blog;
};

GrantOrder order(const QString &username, const QStringList &permissions)
{
    return {username, {}, permissions};
}

const QString manageUsers = u"manage_site_users"_s;

} // namespace

void TestGrants::givesWhatIsHeld()
{
    QFETCH(QString, engine);
    Place place(engine);
    const QString shop = place.shop.slug;
    QCOMPARE(codeOf(place.grants().grant(place.bob, shop, order(u"bob"_s, {manageUsers}))), ErrorCode::NotFound);
    QCOMPARE(expectValue(place.grants().grant(place.ada, shop, order(u"bob"_s, {manageUsers, manageUsers}))),
             QStringList{manageUsers});
    QCOMPARE(place.permissionsOf(place.bob, place.shop), (QStringList{u"access_site"_s, manageUsers, u"view_site"_s}));
    QVERIFY(place.permissionsOf(place.bob, place.blog).isEmpty());

    for (const QString &more : {u"manage_site"_s, u"admin_site"_s, u"change_site"_s, u"delete_site"_s})
        QCOMPARE(codeOf(place.grants().grant(place.bob, shop, order(u"cleo"_s, {more}))), ErrorCode::Forbidden);
    expectValue(place.grants().grant(place.bob, shop, order(u"cleo"_s, {u"access_site"_s})));

    QCOMPARE(fieldOf(place.grants().grant(place.ada, shop, order(u"stranger"_s, {manageUsers}))), u"username"_s);
    QCOMPARE(fieldOf(place.grants().grant(place.ada, shop, order(u"nobody"_s, {manageUsers}))), u"username"_s);
    QCOMPARE(fieldOf(place.grants().grant(place.ada, shop, order(u"bob"_s, {u"invite_members"_s}))), u"permissions"_s);
    QCOMPARE(codeOf(place.grants().grant(place.stranger, shop, order(u"bob"_s, {manageUsers}))), ErrorCode::NotFound);
}

void TestGrants::takesWhatWasGranted()
{
    QFETCH(QString, engine);
    Place place(engine);
    const QString shop = place.shop.slug;
    expectValue(place.grants().grant(place.ada, shop, order(u"bob"_s, {manageUsers})));
    expectValue(place.grants().grant(place.ada, shop, order(u"cleo"_s, {u"access_site"_s, u"delete_site"_s})));
    QCOMPARE(codeOf(place.grants().revoke(place.bob, shop, order(u"cleo"_s, {u"access_site"_s}))),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(place.grants().revoke(place.bob, shop, order(u"ada"_s, {u"access_site"_s}))), ErrorCode::Forbidden);
    QCOMPARE(expectValue(place.grants().revoke(place.ada, shop, order(u"cleo"_s, {u"view_site"_s, u"delete_site"_s}))),
             QStringList{u"delete_site"_s});
    QCOMPARE(expectValue(place.grants().revoke(place.bob, shop, order(u"cleo"_s, {u"access_site"_s}))),
             QStringList{u"access_site"_s});
    QVERIFY(place.permissionsOf(place.cleo, place.shop).isEmpty());
}

void TestGrants::ranksAccounts()
{
    QFETCH(QString, engine);
    Place place(engine);
    QVERIFY(place.ranks(place.root, place.ada));
    QVERIFY(!place.ranks(place.ada, place.root));
    QVERIFY(place.ranks(place.ada, place.bob));
    QVERIFY(place.ranks(place.bob, place.bob));
    QVERIFY(place.ranks(place.bob, place.cleo));
    QVERIFY(!place.ranks(place.bob, place.ada));
    QVERIFY(place.ranks(place.bob, place.stranger));
    QVERIFY(!place.ranks(place.stranger, place.bob)); // who is in an organization may see it
    expectValue(place.grants().grant(place.ada, place.shop.slug, order(u"cleo"_s, {u"access_site"_s})));
    QVERIFY(!place.ranks(place.bob, place.cleo));
    expectValue(place.grants().grant(place.ada, place.shop.slug, order(u"bob"_s, {manageUsers})));
    QVERIFY(place.ranks(place.bob, place.cleo));
    const Group group = place.group(u"Auditors"_s, {u"view_user"_s});
    expectValue(place.tenancy.services().groups().addMember(place.root, group.id, u"cleo"_s));
    QVERIFY(!place.ranks(place.bob, place.cleo));
    QVERIFY(!place.ranks(place.ada, place.cleo));
}

void TestGrants::groupsAreRanked()
{
    QFETCH(QString, engine);
    Place place(engine);
    const auto holds = [&](const PlatformPrincipal &who, const Group &group) {
        return expectValue(place.tenancy.platform().read([&](sql::Session &platform) {
            return access::holdsAllOfGroup(platform, who, group.id, {place.shop.organizationId, std::nullopt});
        }));
    };
    const Group empty = place.group(u"Empty"_s, {});
    const Group auditors = place.group(u"Auditors"_s, {u"view_site"_s});
    const Group editors = place.group(u"Editors"_s, {});
    QCOMPARE(codeOf(place.tenancy.services().groups().create(place.ada, {u"Mine"_s, {}})), ErrorCode::Forbidden);
    QCOMPARE(fieldOf(place.tenancy.services().groups().create(place.root, {u"Empty"_s, {}})), u"name"_s);
    GrantOrder toEditors;
    toEditors.group = u"Editors"_s;
    toEditors.permissions = {u"change_site"_s};
    expectValue(place.grants().grant(place.ada, place.shop.slug, toEditors));
    QVERIFY(holds(place.bob, empty) && holds(place.root, auditors));
    QVERIFY(!holds(place.ada, auditors)); // every site is more than hers
    QVERIFY(holds(place.ada, editors));
    QVERIFY(!holds(place.bob, editors));
    expectValue(place.tenancy.services().groups().addMember(place.root, auditors.id, u"bob"_s));
    QVERIFY(holds(place.bob, auditors));
    QVERIFY(!holds(place.bob, editors));
}

/// Whoever manages the users of a site far away must not keep others from inviting into a group.
void TestGrants::groupsAreRankedForWhoJoins()
{
    QFETCH(QString, engine);
    Place place(engine);
    const QString globex = place.tenancy.organization(place.stranger, u"Globex"_s);
    const SiteRecord rival = place.tenancy.site(place.stranger, globex, u"Rival"_s);
    const Group editors = place.group(u"Editors"_s, {});
    const auto mayPutIn = [&](const PlatformPrincipal &who, const PlatformPrincipal &other) {
        return expectValue(place.tenancy.platform().read([&](sql::Session &platform) {
            return access::holdsAllOfGroup(platform, who, editors.id, {place.shop.organizationId, other.id});
        }));
    };
    const GrantOrder toEditors{{}, u"Editors"_s, {u"change_site"_s}};
    expectValue(place.grants().grant(place.stranger, rival.slug, toEditors));
    QVERIFY(mayPutIn(place.ada, place.cleo) && mayPutIn(place.bob, place.cleo));
    // For who is there already it counts, as long as they are.
    expectValue(place.tenancy.services().members().add(place.stranger, globex, {u"cleo"_s, {}}, {}));
    QVERIFY(!mayPutIn(place.ada, place.cleo));
    QVERIFY(mayPutIn(place.ada, place.bob) && mayPutIn(place.root, place.cleo));
    test::runScript(place.tenancy.platform(),
                    "UPDATE {members} SET is_active = false WHERE organization_id = (SELECT organization_id FROM "
                    "{sites} WHERE slug = 'rival')");
    QVERIFY(mayPutIn(place.ada, place.cleo));
    // What it gives here and everywhere counts as ever.
    expectValue(place.grants().grant(place.ada, place.shop.slug, toEditors));
    QVERIFY(mayPutIn(place.ada, place.cleo) && !mayPutIn(place.bob, place.cleo));
    const Group auditors = place.group(u"Auditors"_s, {u"view_site"_s});
    QVERIFY(!expectValue(place.tenancy.platform().read([&](sql::Session &platform) {
        return access::holdsAllOfGroup(platform, place.ada, auditors.id, {place.shop.organizationId, place.cleo.id});
    })));
}

void TestGrants::mirrorsFollow()
{
    QFETCH(QString, engine);
    Place place(engine);
    QCOMPARE(place.mirrorOf(place.bob, place.shop), QString());
    expectValue(place.grants().grant(place.ada, place.shop.slug, order(u"bob"_s, {u"view_site"_s})));
    QCOMPARE(place.mirrorOf(place.bob, place.shop), u"yes"_s);
    QCOMPARE(place.mirrorOf(place.bob, place.blog), QString());
    MemberChange off;
    off.active = false;
    expectValue(place.tenancy.services().members().update(place.ada, place.organization, u"bob"_s, off));
    QCOMPARE(place.mirrorOf(place.bob, place.shop), u"no"_s);
    MemberChange owner;
    owner.active = true;
    owner.role = access::MemberRole::Owner;
    expectValue(place.tenancy.services().members().update(place.ada, place.organization, u"bob"_s, owner));
    QCOMPARE(place.mirrorOf(place.bob, place.shop), u"yes"_s);
    QCOMPARE(place.mirrorOf(place.bob, place.blog), u"yes"_s);
    expectValue(place.tenancy.services().members().remove(place.ada, place.organization, u"bob"_s));
    QCOMPARE(place.mirrorOf(place.bob, place.blog), u"no"_s);

    const GroupService &groups = place.tenancy.services().groups();
    const Group group = place.group(u"Helpers"_s, {u"access_site"_s});
    expectValue(groups.addMember(place.root, group.id, u"stranger"_s));
    QCOMPARE(place.mirrorOf(place.stranger, place.blog), u"yes"_s);
    expectValue(groups.removeMember(place.root, group.id, u"stranger"_s));
    QCOMPARE(place.mirrorOf(place.stranger, place.blog), u"no"_s);
    expectValue(groups.addMember(place.root, group.id, u"stranger"_s));
    GroupChange less;
    less.permissions = QStringList{u"view_organization"_s};
    expectValue(groups.update(place.root, group.id, less));
    QCOMPARE(place.mirrorOf(place.stranger, place.shop), u"no"_s);
    QCOMPARE(place.jobs(), u"0"_s);
}

void TestGrants::whatACrashLeftIsDoneLater()
{
    QFETCH(QString, engine);
    Place place(engine);
    // As when the server ended between the commit and the mirror.
    expectValue(place.tenancy.platform().write([&](sql::Transaction &platform) -> Result<void> {
        TRY(GrantStore::grant(platform, place.shop, {place.bob.id, {}}, {u"view_site"_s}, 1));
        return mirrorjobs::add(platform, place.bob.id, place.shop.id);
    }));
    QCOMPARE(place.jobs(), u"1"_s);
    expectValue(place.tenancy.restart());
    QTRY_COMPARE(place.jobs(), u"0"_s);
    QCOMPARE(place.mirrorOf(place.bob, place.shop), u"yes"_s);
}

void TestGrants::aJobNotedTwiceIsDoneTwice()
{
    QFETCH(QString, engine);
    Place place(engine);
    const auto note = [&] {
        expectValue(place.tenancy.platform().write(
            [&](sql::Transaction &platform) { return mirrorjobs::add(platform, place.bob.id, place.shop.id); }));
    };
    note();
    const auto jobs = expectValue(
        place.tenancy.platform().read([](sql::Session &platform) { return mirrorjobs::due(platform, 0, 10); }));
    QCOMPARE(jobs.size(), std::size_t(1));
    note(); // while the first is worked on
    const auto finish = [&](const mirrorjobs::Job &job) {
        return expectValue(place.tenancy.platform().write(
            [job](sql::Transaction &platform) { return mirrorjobs::finish(platform, job); }));
    };
    QVERIFY(!finish(jobs.front()));
    QCOMPARE(place.jobs(), u"1"_s);
    const auto again = expectValue(
        place.tenancy.platform().read([](sql::Session &platform) { return mirrorjobs::due(platform, 0, 10); }));
    QVERIFY(finish(again.front()));
    QCOMPARE(place.jobs(), u"0"_s);
}

void TestGrants::aSiteThatFailsHoldsUpNoOther()
{
    QFETCH(QString, engine);
    Place place(engine);
    // A site whose users cannot be written.
    {
        const Site site = expectValue(place.tenancy.services().directory().open(place.shop.uuid, Purpose::CommandLine));
        expectValue(site.write([](sql::Transaction &transaction) {
            return transaction.execute("ALTER TABLE {users} RENAME COLUMN first_name TO hidden_name");
        }));
    }
    // The grant holds all the same: mirrors decide nothing.
    expectValue(place.grants().grant(place.ada, place.shop.slug, order(u"bob"_s, {u"view_site"_s})));
    QCOMPARE(place.permissionsOf(place.bob, place.shop), QStringList{u"view_site"_s});
    expectValue(place.grants().grant(place.ada, place.blog.slug, order(u"bob"_s, {u"view_site"_s})));
    QCOMPARE(place.mirrorOf(place.bob, place.blog), u"yes"_s);
    QCOMPARE(place.jobs(), u"1"_s);
    {
        const Site site = expectValue(place.tenancy.services().directory().open(place.shop.uuid, Purpose::CommandLine));
        expectValue(site.write([](sql::Transaction &transaction) {
            return transaction.execute("ALTER TABLE {users} RENAME COLUMN hidden_name TO first_name");
        }));
    }
    // After its pause it is tried again, with whatever comes next.
    place.tenancy.advance(10'000'000);
    expectValue(place.grants().grant(place.ada, place.blog.slug, order(u"cleo"_s, {u"view_site"_s})));
    QCOMPARE(place.jobs(), u"0"_s);
    QCOMPARE(place.mirrorOf(place.bob, place.shop), u"yes"_s);
}

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
