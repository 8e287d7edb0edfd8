// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteusers.h"

#include "core/identity/signinsettings.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros now = Micros{1'700'000'000} * 1'000'000;

Account account(const QString &uuid, const QString &username, const QString &email)
{
    Account result;
    result.uuid = uuid;
    result.username = username;
    result.email = email;
    result.passwordHash = u"$argon2id$never-copied"_s;
    return result;
}

SiteUser mirror(sql::Database &site, const Account &who, MirrorFlags flags = {})
{
    return test::expectValue(site.write([=](sql::Transaction &tx) { return SiteUsers::mirror(tx, who, flags, now); }));
}

void addPlainUser(sql::Database &site, const QString &username, const QString &email)
{
    test::expectValue(site.write([=](sql::Transaction &tx) {
        return tx.execute(
            "INSERT INTO {users} (id, username, email, email_folded, is_active, is_staff, is_superuser, "
            "is_deleted, is_cloud_user, attributes, date_joined, updated_at) VALUES ($1, $2, $3, $4, TRUE, "
            "FALSE, FALSE, FALSE, FALSE, '{\"team\": 7}', $5, $5)",
            {u"plain-"_s + username, username, email, email.toUpper(), now});
    }));
}

} // namespace

class TestSiteUsers : public QObject
{
    Q_OBJECT

private slots:
    void aMirrorFollowsItsAccount_data() { test::engineRows(); }
    void aMirrorFollowsItsAccount()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        Account ada = account(u"uuid-ada"_s, u"ada"_s, u"ada@example.org"_s);
        const SiteUser first = mirror(*site, ada, {.staff = true, .superuser = true});
        QVERIFY(first.cloudUser && first.staff && first.superuser && first.active);
        QCOMPARE(first.accountUuid, ada.uuid);
        QVERIFY(first.passwordHash.isEmpty());

        ada.email = u"ada@new.example.org"_s;
        ada.lastName = u"Lovelace"_s;
        const SiteUser second = mirror(*site, ada, {.staff = false, .superuser = false});
        QCOMPARE(second.id, first.id);
        QCOMPARE(second.email, ada.email);
        QCOMPARE(second.lastName, ada.lastName);
        QVERIFY(!second.staff && !second.superuser);

        QVERIFY(!mirror(*site, ada, {.active = false}).active);
        ada.active = false;
        QVERIFY(!mirror(*site, ada).active);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {users}"), u"1"_s);
    }

    void aTakenNameGetsACounterAndASharedAddressIsAllowed_data() { test::engineRows(); }
    void aTakenNameGetsACounterAndASharedAddressIsAllowed()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        addPlainUser(*site, u"ada"_s, u"ada@example.org"_s);
        addPlainUser(*site, u"ada-1"_s, u"other@example.org"_s);
        const Account ada = account(u"uuid-ada"_s, u"ada"_s, u"ada@example.org"_s);
        QCOMPARE(mirror(*site, ada).username, u"ada-2"_s);
        QCOMPARE(mirror(*site, ada).username, u"ada-2"_s);
        const auto byLogin = [&](const QString &login) {
            return test::expectValue(site->read([&](sql::Session &s) { return SiteUsers::byLogin(s, login); }));
        };
        QVERIFY(!byLogin(u"ADA@example.org"_s)->cloudUser);
        QVERIFY(byLogin(u"ada-2"_s)->cloudUser);
        QVERIFY(!byLogin(u"nobody"_s));
        QVERIFY(!byLogin(u"nobody@example.org"_s));
    }

    void attributesComeBack_data() { test::engineRows(); }
    void attributesComeBack()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        addPlainUser(*site, u"ada"_s, u"ada@example.org"_s);
        const auto user =
            test::expectValue(site->read([](sql::Session &s) { return SiteUsers::byUsername(s, u"ada"_s); }));
        const json::Object object = toJson(*user);
        QCOMPARE(*(*object.find("attributes"))["team"].integer(), 7);
        QCOMPARE(object.find("full_name")->text(), u"ada"_s);
        QCOMPARE(object.find("created_at")->text(), u"2023-11-14T22:13:20Z"_s);
        QVERIFY(object.find("last_login")->isNull());
        QVERIFY(!object.contains("password_hash"));
    }

    void aNewSiteIsClosedForSignUp_data() { test::engineRows(); }
    void aNewSiteIsClosedForSignUp()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        const SignInSettings settings =
            test::expectValue(site->read([](sql::Session &s) { return SignInSettings::load(s); }));
        QVERIFY(!settings.allowEmailSignup);
        QVERIFY(settings.allowSocialLogin);
        QCOMPARE(settings.primaryProvider, u"email"_s);
    }
};

QTEST_GUILESS_MAIN(TestSiteUsers)
#include "tst_siteusers.moc"
