// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/heldroles.h"
#include "core/access/roles/rank.h"
#include "core/access/roles/roles.h"
#include "core/apps/appservice.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/siteuserservice.h"
#include "tests/support/testsite.h"

#include <QTest>

#include <thread>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

constexpr int rounds = 15;

/// The app `store` with the roles A and B, beside each other.
struct Bench
{
    explicit Bench(const QString &engine)
        : fixture(engine)
        , roles(fixture.clock())
        , users(hasher, fixture.clock())
        , site(fixture.site())
        , elsewhere(fixture.siteOfAnotherServer())
        , boss(test::TestSite::administrator(site))
    {
        apps::AppDraft draft;
        draft.name = u"Store"_s;
        expectValue(apps::AppService(fixture.clock()).create(site, boss, draft));
        expectValue(roles.ofApps.createAll(site, boss, u"store"_s, {{u"A"_s, {}, {}}, {u"B"_s, {}, {}}}));
    }

    QString addUser(const QString &username) const
    {
        identity::SiteUserChange user;
        user.username = username;
        user.email = username + u"@example.org"_s;
        return expectValue(users.create(site, boss, user)).user.id;
    }

    SitePrincipal principal(const QString &userId, const QStringList &permissions) const
    {
        SitePrincipal who;
        who.siteUuid = site.uuid();
        who.id = userId;
        who.sitePermissions = permissions;
        return who;
    }

    Result<AppRoleView> move(const Site &where, const QString &slug, const std::optional<QString> &parent) const
    {
        AppRoleChange change;
        change.parentSlug = parent;
        return roles.ofApps.update(where, boss, u"store"_s, slug, change).wait();
    }

    std::int64_t memberships() const
    {
        return *expectValue(site.read([](sql::Session &session) {
            return session.first("SELECT count(*) FROM {app_role_members}", {},
                                 [](const sql::Cursor &row) { return row.integer(0); });
        }));
    }

    const test::TestSite fixture;
    const Roles roles;
    identity::PasswordHasher hasher{1};
    const identity::SiteUserService users;
    const Site site;
    const Site elsewhere; ///< the same site as another server has it
    const SitePrincipal boss;
};

/// Both at the same time.
template<class First, class Second>
void together(First first, Second second)
{
    std::thread other(second);
    first();
    other.join();
}

} // namespace

/// Writes of roles that meet, and how far those reach who give them, on both engines.
class TestRoleWrites : public QObject
{
    Q_OBJECT

private slots:
    void rolesAreNeverAboveThemselves_data() { test::engineRows(); }
    void rolesAreNeverAboveThemselves()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        for (int round = 0; round < rounds; ++round) {
            Result<AppRoleView> first = failure(Error::internal({}));
            Result<AppRoleView> second = failure(Error::internal({}));
            together([&] { first = bench.move(bench.site, u"store-a"_s, u"store-b"_s); },
                     [&] { second = bench.move(bench.elsewhere, u"store-b"_s, u"store-a"_s); });
            QVERIFY(first.has_value() != second.has_value());
            QCOMPARE((first ? second : first).error().code, ErrorCode::Validation);
            expectValue(bench.move(bench.site, u"store-a"_s, std::nullopt));
            expectValue(bench.move(bench.site, u"store-b"_s, std::nullopt));
        }
    }

    void whoIsDeletedHoldsNothing_data() { test::engineRows(); }
    void whoIsDeletedHoldsNothing()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        for (int round = 0; round < rounds; ++round) {
            const QString name = u"user%1"_s.arg(round);
            bench.addUser(name);
            RoleOrder order;
            order.roles = {u"store-a"_s};
            order.usernames = {name};
            together([&] { expectValue(bench.users.remove(bench.site, bench.boss, name)); },
                     [&] { expectValue(bench.roles.assignment.assign(bench.elsewhere, bench.boss, order)); });
            QCOMPARE(bench.memberships(), 0);
        }
    }

    void aRoleThatIsGivenIsNotDeleted_data() { test::engineRows(); }
    void aRoleThatIsGivenIsNotDeleted()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        bench.addUser(u"ada"_s);
        for (int round = 0; round < rounds; ++round) {
            const QString slug = u"store-r%1"_s.arg(round);
            AppRoleDraft draft;
            draft.name = u"R%1"_s.arg(round);
            expectValue(bench.roles.ofApps.create(bench.site, bench.boss, u"store"_s, draft));
            RoleOrder order;
            order.roles = {slug};
            order.usernames = {u"ada"_s};
            Result<void> removed;
            RoleOutcome given;
            together([&] { removed = bench.roles.ofApps.remove(bench.site, bench.boss, u"store"_s, slug).wait(); },
                     [&] { given = expectValue(bench.roles.assignment.assign(bench.elsewhere, bench.boss, order)); });
            QCOMPARE(removed.has_value(), given.done == 0);
            QVERIFY(removed || removed.error().code == ErrorCode::BadRequest);
        }
    }

    void twoRolesOfOneNameAreNotMade_data() { test::engineRows(); }
    void twoRolesOfOneNameAreNotMade()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        for (int round = 0; round < rounds; ++round) {
            AppRoleDraft draft;
            draft.name = u"N%1"_s.arg(round);
            SiteRoleDraft bundle;
            bundle.name = u"Store N%1"_s.arg(round); // the same slug
            Result<AppRoleView> role = failure(Error::internal({}));
            Result<SiteRoleView> siteRole = failure(Error::internal({}));
            together([&] { role = bench.roles.ofApps.create(bench.site, bench.boss, u"store"_s, draft).wait(); },
                     [&] { siteRole = bench.roles.ofSites.create(bench.elsewhere, bench.boss, bundle).wait(); });
            QVERIFY(role.has_value() != siteRole.has_value());
            QCOMPARE(role ? siteRole.error().code : role.error().code, ErrorCode::Validation);
        }
    }

    void reachIsWhatIsHeld_data() { test::engineRows(); }
    void reachIsWhatIsHeld()
    {
        QFETCH(QString, engine);
        const Bench bench(engine);
        const QString ada = bench.addUser(u"ada"_s);
        const QString bob = bench.addUser(u"bob"_s);
        RoleOrder order;
        order.roles = {u"store-a"_s};
        order.usernames = {u"bob"_s};
        expectValue(bench.roles.assignment.assign(bench.site, bench.boss, order));
        const auto reaches = [&](const SitePrincipal &who, const RankedUser &user) {
            return expectValue(bench.site.read([&](sql::Session &session) -> Result<bool> {
                const Rank rank = TRY(Rank::of(session, who, bench.fixture.clock().now()));
                return rank.reaches(session, user);
            }));
        };
        const SitePrincipal manager = bench.principal(ada, {u"manage_site_users"_s, u"access_site"_s, u"view_site"_s});
        QVERIFY(reaches(manager, {ada}) && !reaches(manager, {bob}));
        QVERIFY(!reaches(manager, {.id = u"anybody"_s, .superuser = true}));
        QVERIFY(!reaches(manager, {.id = u"anybody"_s, .mirror = true}));
        QVERIFY(!reaches(manager, {.id = u"anybody"_s, .staff = true}));
        QVERIFY(reaches(manager, {.id = ada, .mirror = true, .staff = true})); // themselves
        const SitePrincipal holder = bench.principal(bob, {u"manage_site_users"_s});
        QVERIFY(reaches(holder, {ada}));
        const SitePrincipal siteManager = bench.principal(ada, {u"manage_site"_s, u"manage_site_users"_s});
        QVERIFY(reaches(siteManager, {bob}) && !reaches(siteManager, {.id = bob, .superuser = true}));
        QVERIFY(reaches(siteManager, {.id = bob, .mirror = true}));
        QVERIFY(reaches(bench.boss, {.id = bob, .superuser = true}));

        // Permissions that come through groups count as well.
        expectValue(bench.site.write([=](sql::Transaction &transaction) {
            return transaction.execute("INSERT INTO {group_members} (group_id, user_id) "
                                       "SELECT id, $1 FROM {groups} WHERE name = 'Site Admins'",
                                       {bob});
        }));
        QVERIFY(!reaches(siteManager, {bob}));
    }
};

QTEST_GUILESS_MAIN(TestRoleWrites)
#include "tst_rolewrites.moc"
