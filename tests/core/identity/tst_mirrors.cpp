// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localfailurelocks.h"
#include "core/config/config.h"
#include "core/identity/identity.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/tenancyservices.h"
#include "tests/support/testvault.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse battery"_s;
const QString localPassword = u"a horse of the other site"_s;

/// A platform with a superuser (root), an owner (ada) of two sites (shop, other), and somebody without any (bob). On
/// `other` there is also a user of that site alone who shares ada's name and address.
struct Place
{
    explicit Place(const QString &engine)
        : instance(engine)
        , database(instance.migratedPlatform())
    {
        config.secretKey = "a deployment secret";
        identity = std::make_unique<Identity>(config, clock, *database, vault.vault, locks);
        tenancy = std::make_unique<TenancyServices>(config, clock, instance.engine(), *database);
        test::expectValue(tenancy->start());
        root = account(u"root"_s, true);
        ada = account(u"ada"_s, false);
        bob = account(u"bob"_s, false);
        OrganizationChange organization;
        organization.name = u"Acme"_s;
        test::expectValue(tenancy->organizations().create(ada.principal(), organization));
        test::runScript(*database, "UPDATE {organizations} SET max_sites = 5");
        shop = site(u"shop"_s);
        other = site(u"other"_s);
        addLocalAda();
    }

    Account account(const QString &name, bool superuser)
    {
        NewAccount wanted;
        wanted.username = name;
        wanted.email = name + u"@example.org"_s;
        wanted.password = password;
        wanted.superuser = superuser;
        return test::expectValue(identity->accounts().create(wanted));
    }

    std::optional<Site> site(const QString &name)
    {
        NewSite wanted;
        wanted.name = name;
        const SiteRecord record = test::expectValue(tenancy->provisioner().create(root.principal(), u"acme"_s, wanted));
        return test::expectValue(tenancy->directory().open(record.uuid, Purpose::CommandLine));
    }

    void addLocalAda()
    {
        const QString hash = test::expectValue(identity->hasher().hash(localPassword));
        test::expectValue(other->write([hash](sql::Transaction &tx) -> Result<std::int64_t> {
            TRY(tx.execute(
                "DELETE FROM {users} WHERE username = 'ada'")); // the owner's mirror; the local one was first
            return tx.execute("INSERT INTO {users} (id, username, email, email_folded, password_hash, is_active, "
                              "is_staff, is_superuser, is_deleted, is_cloud_user, attributes, date_joined, updated_at) "
                              "VALUES ('local', 'ada', 'ada@example.org', 'ADA@EXAMPLE.ORG', $1, TRUE, FALSE, FALSE, "
                              "FALSE, FALSE, '{}', 0, 0)",
                              {hash});
        }));
    }

    Result<SignedIn> signIn(const Realm &realm, const QString &login, const QString &given = password)
    {
        auto outcome =
            identity->signIn().withPassword(realm, {login, given, "127.0.0.1"}, Grant::TokensAndSession).wait();
        return outcome ? Result<SignedIn>(*outcome->signedIn) : failure(outcome.error());
    }
    Realm at(const std::optional<Site> &where) { return where ? Realm(*where) : Realm(*database); }
    std::optional<Subject> bearer(const Realm &realm, const QByteArray &token)
    {
        auto subject = identity->authenticator().bearer(realm, token);
        return subject ? std::optional(*std::move(subject)) : std::nullopt;
    }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> database;
    test::TestVault vault;
    Config config;
    Clock clock;
    std::unique_ptr<TenancyServices> tenancy;
    cache::LocalFailureLocks locks{clock};
    std::unique_ptr<Identity> identity;
    Account root;
    Account ada;
    Account bob;
    std::optional<Site> shop;
    std::optional<Site> other;
};

} // namespace

class TestMirrors : public QObject
{
    Q_OBJECT

private slots:
    void whoHasAPermissionSignsInWithThePlatformPassword_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("opens");
        for (const QString &engine : test::engineNames()) {
            const auto row = [&](const char *name) -> QTestData & {
                return QTest::addRow("%s, %s", name, qPrintable(engine)) << engine;
            };
            row("owner by name") << u"ada"_s << password << true;
            row("owner by address") << u"Ada@example.org"_s << password << true;
            row("owner, wrong password") << u"ada"_s << u"wrong"_s << false;
            row("superuser, mirrored by it") << u"root"_s << password << true;
            row("no permission") << u"bob"_s << password << false;
        }
    }
    void whoHasAPermissionSignsInWithThePlatformPassword()
    {
        QFETCH(QString, engine);
        QFETCH(QString, login);
        QFETCH(QString, given);
        QFETCH(bool, opens);
        Place place(engine);
        const Realm shop = place.at(place.shop);
        const auto result = place.signIn(shop, login, given);
        QCOMPARE(result.has_value(), opens);
        if (!opens)
            return;
        const auto subject = place.bearer(shop, result->tokens.access);
        QVERIFY(subject && subject->isMirror());
        const SitePrincipal user = *subject->sitePrincipal(place.shop->uuid());
        QVERIFY(user.cloudUser && user.superuser);
        QVERIFY(user.sitePermissions.contains(u"admin_site"_s));
        QCOMPARE(subject->platformPrincipal()->uuid, user.accountUuid);
        QVERIFY(place.identity->authenticator().session(shop, result->sessionToken));
    }

    void aCredentialIsWorthlessElsewhere_data() { test::engineRows(); }
    void aCredentialIsWorthlessElsewhere()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const Realm realms[] = {place.at(place.shop), place.at(place.other), place.at(std::nullopt)};
        const Authenticator &authenticator = place.identity->authenticator();
        for (const Realm &issuer : realms) {
            const SignedIn root = test::expectValue(place.signIn(issuer, u"root"_s));
            for (const Realm &realm : realms) {
                const bool own = realm.name() == issuer.name();
                QCOMPARE(authenticator.bearer(realm, root.tokens.access).has_value(), own);
                QCOMPARE(authenticator.session(realm, root.sessionToken).has_value(), own);
                QCOMPARE(place.identity->signIn().verify(realm, root.tokens.refresh).has_value(), own);
            }
        }
        const SignedIn root = test::expectValue(place.signIn(realms[0], u"root"_s));
        QVERIFY(!place.identity->signIn().refresh(realms[1], root.tokens.refresh).wait());
        QVERIFY(!place.identity->signIn().blacklist(realms[2], root.tokens.refresh).wait());
        QVERIFY(place.identity->signIn().refresh(realms[0], root.tokens.refresh).wait());
    }

    void twoPeopleWithOneAddress_data() { test::engineRows(); }
    void twoPeopleWithOneAddress()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const Realm other = place.at(place.other);
        const SignedIn local = test::expectValue(place.signIn(other, u"ada@example.org"_s, localPassword));
        QVERIFY(!local.subject.isMirror());
        QCOMPARE(local.subject.id(), u"local"_s);
        QVERIFY(!local.subject.platformPrincipal());
        QVERIFY(!place.signIn(other, u"ada@example.org"_s));
        QVERIFY(!place.signIn(place.at(place.shop), u"ada@example.org"_s, localPassword));
        QVERIFY(!place.signIn(place.at(std::nullopt), u"ada@example.org"_s, localPassword));

        const SignedIn entered = test::expectValue(place.identity->signIn().enter(*place.other, place.ada));
        QCOMPARE(entered.subject.username(), u"ada-1"_s);
        QVERIFY(entered.subject.isMirror());
        QVERIFY(place.signIn(other, u"ada-1"_s));
    }

    void whatHappensToTheAccountHappensToTheMirror_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("change");
        for (const QString &engine : test::engineNames()) {
            const auto row = [&](const char *name, const char *change) {
                QTest::addRow("%s, %s", name, qPrintable(engine)) << engine << QByteArray(change);
            };
            row("deactivated", "UPDATE {accounts} SET is_active = FALSE");
            row("deleted", "UPDATE {accounts} SET is_deleted = TRUE");
            row("new password", "UPDATE {accounts} SET token_epoch = token_epoch + 1");
            row("last permission lost", "DELETE FROM {members}");
            row("membership suspended", "UPDATE {members} SET is_active = FALSE");
        }
    }
    void whatHappensToTheAccountHappensToTheMirror()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, change);
        Place place(engine);
        const Realm shop = place.at(place.shop);
        const SignedIn ada = test::expectValue(place.signIn(shop, u"ada"_s));
        QVERIFY(place.bearer(shop, ada.tokens.access));
        test::runScript(*place.database, change.constData());
        QVERIFY(!place.bearer(shop, ada.tokens.access));
        QVERIFY(!place.identity->authenticator().session(shop, ada.sessionToken));
        QVERIFY(!place.identity->signIn().refresh(shop, ada.tokens.refresh).wait());
    }

    void lesserPermissionsMakeLesserMirrors_data() { test::engineRows(); }
    void lesserPermissionsMakeLesserMirrors()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const Realm shop = place.at(place.shop);
        const SignedIn before = test::expectValue(place.signIn(shop, u"ada"_s));
        QVERIFY(before.subject.user->superuser);
        test::runScript(*place.database, "UPDATE {members} SET role = 'member'");
        test::expectValue(place.database->write([&](sql::Transaction &tx) -> Result<void> {
            TRY(tx.execute("DELETE FROM {site_permissions}"));
            const auto site = TRY(SiteStore::find(tx, place.shop->uuid()));
            TRY(GrantStore::grant(tx, *site, {place.ada.id, {}}, {u"manage_site_users"_s}, 0));
            return {};
        }));
        const auto now = place.bearer(shop, before.tokens.access);
        QVERIFY(now);
        const SitePrincipal user = *now->sitePrincipal(place.shop->uuid());
        QVERIFY(!user.superuser);
        QCOMPARE(user.sitePermissions, QStringList({u"access_site"_s, u"manage_site_users"_s, u"view_site"_s}));
        QVERIFY(!test::expectValue(place.signIn(shop, u"ada"_s)).subject.user->superuser);
        QVERIFY(!place.identity->signIn().enter(*place.other, place.ada).wait());
    }

    void enteringNeedsAPermission_data() { test::engineRows(); }
    void enteringNeedsAPermission()
    {
        QFETCH(QString, engine);
        Place place(engine);
        SignIn &signIn = place.identity->signIn();
        const auto refused = signIn.enter(*place.shop, place.bob).wait();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        const SignedIn entered = test::expectValue(signIn.enter(*place.shop, place.ada));
        QVERIFY(place.bearer(place.at(place.shop), entered.tokens.access));
        QVERIFY(!place.bearer(place.at(std::nullopt), entered.tokens.access));
        QVERIFY(entered.sessionToken.isEmpty());
        const SignedIn again = test::expectValue(signIn.enter(*place.shop, place.ada));
        QCOMPARE(again.subject.id(), entered.subject.id());
    }

    void groupsGiveSiteUsersPermissions_data() { test::engineRows(); }
    void groupsGiveSiteUsersPermissions()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const Realm other = place.at(place.other);
        const SignedIn local = test::expectValue(place.signIn(other, u"ada"_s, localPassword));
        QVERIFY(local.subject.sitePermissions.isEmpty());
        test::expectValue(place.other->write([](sql::Transaction &tx) {
            return tx.execute("INSERT INTO {group_members} (group_id, user_id) "
                              "SELECT id, 'local' FROM {groups} WHERE name = 'Site Members'");
        }));
        const SitePrincipal user = *place.bearer(other, local.tokens.access)->sitePrincipal(place.other->uuid());
        QCOMPARE(user.sitePermissions, QStringList({u"access_site"_s, u"view_site"_s}));
        QVERIFY(!user.superuser && !user.cloudUser);
    }
};

QTEST_GUILESS_MAIN(TestMirrors)
#include "tst_mirrors.moc"
