// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/heldroles.h"

#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/apps/appservice.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

constexpr Micros now = 1'000;
const QString ada = u"00000000-0000-4000-8000-00000000000a"_s;
const QString bob = u"00000000-0000-4000-8000-00000000000b"_s;

/// The app `store` with Manager above Clerk, `cms` with Manager, and the site role Staff of both managers.
struct Roles
{
    explicit Roles(const Site &ofSite)
        : site(ofSite)
    {
        const Clock clock;
        for (const QString &name : {u"Store"_s, u"Cms"_s}) {
            apps::AppDraft draft;
            draft.name = name;
            const auto app =
                expectValue(apps::AppService(clock).create(site, test::TestSite::administrator(site), draft));
            appIds.push_back(app.id);
        }
        expectValue(site.write([this](sql::Transaction &transaction) { return make(transaction); }));
    }

    Result<void> make(sql::Transaction &transaction)
    {
        for (const QString &id : {ada, bob}) {
            TRY(transaction.execute("INSERT INTO {users} (id, username, email, email_folded, is_active, is_staff, "
                                    "is_superuser, is_deleted, is_cloud_user, attributes, date_joined, updated_at) "
                                    "VALUES ($1, $1, $1, $1, TRUE, FALSE, FALSE, FALSE, FALSE, '{}', 1, 1)",
                                    {id}));
        }
        manager = TRY(add(transaction, appIds[0], u"Manager"_s, u"store-manager"_s, {}));
        clerk = TRY(add(transaction, appIds[0], u"Clerk"_s, u"store-clerk"_s, manager));
        cmsManager = TRY(add(transaction, appIds[1], u"Manager"_s, u"cms-manager"_s, {}));
        SiteRole bundle;
        bundle.name = u"Staff"_s;
        bundle.slug = u"staff"_s;
        bundle.appRoleIds = {manager, cmsManager};
        staff = TRY(rolestore::insert(transaction, bundle));
        return {};
    }

    static Result<std::int64_t> add(sql::Transaction &transaction, std::int64_t appId, const QString &name,
                                    const QString &slug, std::optional<std::int64_t> parentId)
    {
        AppRole role;
        role.appId = appId;
        role.name = name;
        role.slug = slug;
        role.parentId = parentId;
        return rolestore::insert(transaction, role);
    }

    void give(const QString &user, RoleType type, std::int64_t role,
              std::optional<std::optional<Micros>> expiresAt = {}) const
    {
        expectValue(site.write([=](sql::Transaction &transaction) {
            return rolemembers::add(transaction, user, type, {role}, {expiresAt, ada, now});
        }));
    }

    QStringList names(const QString &user, const QString &app, Micros at = now) const
    {
        return expectValue(site.read([&](sql::Session &session) { return roleNames(session, app, user, at); }));
    }

    std::vector<HeldRole> held(const QString &user) const
    {
        return expectValue(site.read([&](sql::Session &session) { return heldRoles(session, user, now); }));
    }

    Site site;
    std::vector<std::int64_t> appIds;
    std::int64_t manager = 0;
    std::int64_t clerk = 0;
    std::int64_t cmsManager = 0;
    std::int64_t staff = 0;
};

} // namespace

/// What users hold in effect, from the tables of a site, on both engines.
class TestHeldRoles : public QObject
{
    Q_OBJECT

private slots:
    void namesAreOfTheAppAlone_data() { test::engineRows(); }
    void namesAreOfTheAppAlone()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        QCOMPARE(roles.names(ada, u"store"_s), QStringList());
        roles.give(ada, RoleType::AppRole, roles.manager);
        roles.give(bob, RoleType::SiteRole, roles.staff);
        QCOMPARE(roles.names(ada, u"store"_s), (QStringList{u"Clerk"_s, u"Manager"_s}));
        QCOMPARE(roles.names(ada, u"cms"_s), QStringList());
        QCOMPARE(roles.names(bob, u"store"_s), (QStringList{u"Clerk"_s, u"Manager"_s}));
        QCOMPARE(roles.names(bob, u"cms"_s), QStringList{u"Manager"_s});
        QCOMPARE(roles.names(ada, u"unheard"_s), QStringList());
        QCOMPARE(roles.held(bob).size(), std::size_t(4));

        const auto both = expectValue(fixture.site().read([](sql::Session &session) {
            return heldRolesOf(session, {ada, bob, u"nobody"_s}, now);
        }));
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both.at(ada).size(), std::size_t(2));
    }

    void whatHasExpiredCountsNoMore_data() { test::engineRows(); }
    void whatHasExpiredCountsNoMore()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        roles.give(ada, RoleType::AppRole, roles.manager, std::optional<Micros>(now + 10));
        roles.give(bob, RoleType::SiteRole, roles.staff, std::optional<Micros>(now + 10));
        QCOMPARE(roles.held(ada).back().expiresAt, std::optional<Micros>(now + 10));
        QCOMPARE(roles.names(ada, u"store"_s, now + 9).size(), 2);
        QCOMPARE(roles.names(ada, u"store"_s, now + 10).size(), 0);
        QCOMPARE(roles.names(bob, u"store"_s, now + 9).size(), 2);
        QCOMPARE(roles.names(bob, u"store"_s, now + 10).size(), 0);

        const auto counts = [&](Micros at) {
            return expectValue(fixture.site().read(
                [&](sql::Session &session) { return rolemembers::counts(session, RoleType::AppRole, at); }));
        };
        QCOMPARE(counts(now).at(roles.manager), 1);
        QVERIFY(counts(now + 10).empty());
    }

    void givingAgainKeepsReplacesOrLiftsTheExpiry_data() { test::engineRows(); }
    void givingAgainKeepsReplacesOrLiftsTheExpiry()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        const auto expiry = [&] { return roles.held(ada).front().expiresAt; };
        roles.give(ada, RoleType::AppRole, roles.clerk, std::optional<Micros>(now + 10));
        roles.give(ada, RoleType::AppRole, roles.clerk);
        QCOMPARE(expiry(), std::optional<Micros>(now + 10));
        roles.give(ada, RoleType::AppRole, roles.clerk, std::optional<Micros>(now + 20));
        QCOMPARE(expiry(), std::optional<Micros>(now + 20));
        roles.give(ada, RoleType::AppRole, roles.clerk, std::optional<Micros>());
        QCOMPARE(expiry(), std::optional<Micros>());
        // An expired membership is as good as none: giving it again makes a new one, which lasts.
        roles.give(ada, RoleType::AppRole, roles.clerk, std::optional<Micros>(now));
        QVERIFY(roles.held(ada).empty());
        roles.give(ada, RoleType::AppRole, roles.clerk);
        QCOMPARE(expiry(), std::optional<Micros>());
    }

    void membershipsAreTakenAwayAndSwept_data() { test::engineRows(); }
    void membershipsAreTakenAwayAndSwept()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        roles.give(ada, RoleType::AppRole, roles.clerk);
        roles.give(ada, RoleType::AppRole, roles.manager, std::optional<Micros>(now + 1));
        roles.give(ada, RoleType::SiteRole, roles.staff);
        roles.give(bob, RoleType::AppRole, roles.clerk);
        const auto write = [&](auto step) {
            expectValue(fixture.site().write([=](sql::Transaction &transaction) { return step(transaction); }));
        };
        const auto rows = [&] {
            return expectValue(fixture.site().read([](sql::Session &session) {
                return session.first("SELECT (SELECT count(*) FROM {app_role_members}) + "
                                     "(SELECT count(*) FROM {site_role_members})",
                                     {}, [](const sql::Cursor &row) { return row.integer(0); });
            }));
        };
        QCOMPARE(rows(), 4);
        write([](sql::Transaction &transaction) { return rolemembers::sweep(transaction, now + 1); });
        QCOMPARE(rows(), 3);
        write([id = roles.clerk](sql::Transaction &transaction) {
            return rolemembers::remove(transaction, ada, RoleType::AppRole, {id, 12345});
        });
        QCOMPARE(rows(), 2);
        write([](sql::Transaction &transaction) { return rolemembers::removeAll(transaction, ada); });
        QVERIFY(roles.held(ada).empty());
        QCOMPARE(roles.names(bob, u"store"_s), QStringList{u"Clerk"_s});
    }

    void rolesGoWithTheirApp_data() { test::engineRows(); }
    void rolesGoWithTheirApp()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        roles.give(ada, RoleType::AppRole, roles.manager);
        expectValue(apps::AppService(fixture.clock())
                        .remove(fixture.site(), test::TestSite::administrator(fixture.site()), u"store"_s));
        QVERIFY(roles.held(ada).empty());
        QVERIFY(expectValue(fixture.site().read(
            [](sql::Session &session) { return rolestore::isSlugTaken(session, u"store-manager"_s); })));
    }

    void noSiteSeesTheRolesOfAnother_data() { test::engineRows(); }
    void noSiteSeesTheRolesOfAnother()
    {
        QFETCH(QString, engine);
        const test::TestSite fixture(engine);
        const Roles roles(fixture.site());
        roles.give(ada, RoleType::AppRole, roles.manager);
        const auto seen =
            expectValue(fixture.otherSite().read([](sql::Session &session) { return heldRoles(session, ada, now); }));
        QVERIFY(seen.empty());
        const RoleBook other = expectValue(fixture.otherSite().read(rolestore::load));
        QVERIFY(!other.appRole(u"store-manager"_s) && other.siteRoles().empty());
    }
};

QTEST_GUILESS_MAIN(TestHeldRoles)
#include "tst_heldroles.moc"
