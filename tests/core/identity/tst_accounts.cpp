// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"
#include "core/identity/accounts.h"
#include "core/identity/firstadministrator.h"
#include "core/identity/passwordhasher.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

/// A platform database with its accounts.
struct Platform
{
    explicit Platform(const QString &engine)
        : instance(engine)
        , database(instance.migratedPlatform())
        , accounts(*database, hasher, clock)
    {
    }

    template<class F>
    auto read(F closure)
    {
        return test::expectValue(database->read(closure));
    }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> database;
    PasswordHasher hasher{1};
    Clock clock;
    Accounts accounts;
};

NewAccount newAccount(const QString &username, const QString &email)
{
    NewAccount account;
    account.username = username;
    account.email = email;
    account.password = u"correct horse battery"_s;
    return account;
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void whatIsCreatedIsFound_data() { test::engineRows(); }
    void whatIsCreatedIsFound()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        NewAccount given = newAccount(u"Ada"_s, u"Ada.Löve@Example.org"_s);
        given.firstName = u"Ada"_s;
        given.lastName = u"Löve"_s;
        given.superuser = true;
        const Account made = test::expectValue(platform.accounts.create(given));
        QVERIFY(made.id > 0);
        QCOMPARE(made.username, u"Ada"_s);
        QCOMPARE(made.email, u"Ada.Löve@Example.org"_s);
        QCOMPARE(made.fullName(), u"Ada Löve"_s);
        QVERIFY(made.superuser && made.active && !made.staff && !made.deleted && !made.lastLogin);
        QVERIFY(!made.passwordHash.contains(given.password));
        const auto foundBy = [&](auto lookup, const auto &key) {
            const auto found = platform.read([&](sql::Session &session) { return lookup(session, key); });
            return found && found->id == made.id;
        };
        QVERIFY(foundBy(Accounts::byId, made.id));
        QVERIFY(foundBy(Accounts::byUuid, made.uuid));
        QVERIFY(foundBy(Accounts::byUsername, u"Ada"_s));
        QVERIFY(!foundBy(Accounts::byUsername, u"ada"_s));
        QVERIFY(foundBy(Accounts::byEmail, u"aDA.LÖVE@example.ORG"_s));
        QVERIFY(foundBy(Accounts::byLogin, u"ada.löve@example.org"_s));
        QVERIFY(foundBy(Accounts::byLogin, u"Ada"_s));
        QVERIFY(foundBy(Accounts::byUsernameOrUuid, made.uuid));
        QVERIFY(!foundBy(Accounts::byLogin, u"' OR 1=1 --"_s));
    }

    void problemsNameTheirFields_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("username");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QStringList>("fields");
        const QString good = u"correct horse battery"_s;
        for (const QString &engine : test::engineNames()) {
            const auto row = [&](const char *name) -> QTestData & {
                return QTest::addRow("%s, %s", name, qPrintable(engine)) << engine;
            };
            row("taken name") << u"bob"_s << u"x@example.org"_s << good << QStringList{u"username"_s};
            row("taken address") << u"x"_s << u"BOB@example.org"_s << good << QStringList{u"email"_s};
            row("both taken") << u"bob"_s << u"bob@example.org"_s << good << QStringList{u"username"_s, u"email"_s};
            row("bad name") << u"a b"_s << u"x@example.org"_s << good << QStringList{u"username"_s};
            row("everything bad") << u"a b"_s << u"x"_s << u"123"_s
                                  << QStringList{u"username"_s, u"email"_s, u"password"_s};
            row("password too long") << u"x"_s << u"x@example.org"_s << QString(1025, u'q')
                                     << QStringList{u"password"_s};
        }
    }
    void problemsNameTheirFields()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        test::expectValue(platform.accounts.create(newAccount(u"bob"_s, u"bob@example.org"_s)));
        QFETCH(QString, username);
        QFETCH(QString, email);
        QFETCH(QString, password);
        NewAccount account = newAccount(username, email);
        account.password = password;
        const auto made = platform.accounts.create(account).wait();
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Validation);
        QStringList fields;
        for (const FieldError &field : made.error().fields)
            fields.append(field.path);
        QTEST(fields, "fields");
    }

    void ofTwoWithOneAddressAtTheSameTimeOneIsMade_data() { test::engineRows(); }
    void ofTwoWithOneAddressAtTheSameTimeOneIsMade()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        NewAccount without = newAccount(u"x"_s, u"twin@example.org"_s);
        without.password.clear();
        std::vector<std::thread> threads;
        std::atomic<int> made = 0;
        std::atomic<int> refused = 0;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                NewAccount mine = without;
                mine.username = u"twin%1"_s.arg(i);
                const auto result = platform.accounts.create(mine).wait();
                if (result)
                    ++made;
                else if (result.error().code == ErrorCode::Validation ||
                         result.error().code == ErrorCode::UniqueViolation)
                    ++refused;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(made.load(), 1);
        QCOMPARE(refused.load(), 7);
    }

    void listsAreFilteredAndPaged_data() { test::engineRows(); }
    void listsAreFilteredAndPaged()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        for (const QString &name : {u"carol"_s, u"alice"_s, u"bob_1"_s, u"bobx1"_s}) {
            NewAccount account = newAccount(name, name + u"@example.org"_s);
            account.password.clear();
            account.superuser = name == u"alice"_s;
            account.lastName = name == u"carol"_s ? u"Straße"_s : QString();
            test::expectValue(platform.accounts.create(account));
        }
        const auto names = [&](const AccountFilter &filter) {
            const AccountPage page =
                platform.read([&](sql::Session &session) { return Accounts::list(session, filter); });
            QStringList result{QString::number(page.total)};
            for (const Account &account : page.accounts)
                result.append(account.username);
            return result.join(u' ');
        };
        AccountFilter filter;
        QCOMPARE(names(filter), u"4 alice bob_1 bobx1 carol"_s);
        filter.offset = 1;
        filter.limit = 2;
        QCOMPARE(names(filter), u"4 bob_1 bobx1"_s);
        filter = {};
        filter.search = u"BOB_"_s;
        QCOMPARE(names(filter), u"1 bob_1"_s);
        filter.search = u"strasse"_s;
        QCOMPARE(names(filter), u"1 carol"_s);
        filter.search = u"%"_s;
        QCOMPARE(names(filter), u"0"_s);
        filter = {};
        filter.superuser = false;
        QCOMPARE(names(filter), u"3 bob_1 bobx1 carol"_s);
        filter = {};
        filter.among = std::vector<std::int64_t>{};
        QCOMPARE(names(filter), u"0"_s);
    }

    void aNewPasswordRaisesTheEpoch_data() { test::engineRows(); }
    void aNewPasswordRaisesTheEpoch()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        const Account made = test::expectValue(platform.accounts.create(newAccount(u"ada"_s, u"ada@example.org"_s)));
        const Account changed = test::expectValue(platform.accounts.setPassword(made.id, u"another horse entirely"_s));
        QCOMPARE(changed.tokenEpoch, made.tokenEpoch + 1);
        QVERIFY(test::expectValue(platform.hasher.verify(u"another horse entirely"_s, changed.passwordHash)));
        QVERIFY(!platform.accounts.setPassword(made.id, u"short"_s).wait());
        QCOMPARE(platform.accounts.setPassword(999'999, u"another horse entirely"_s).wait().error().code,
                 ErrorCode::NotFound);
    }

    void theFirstAdministratorIsMadeOnce_data() { test::engineRows(); }
    void theFirstAdministratorIsMadeOnce()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        const QTemporaryDir folder;
        Config config;
        config.dataDirectory = folder.path();
        config.baseDomain = u"example.org"_s;
        const FirstAdministrator first = test::expectValue(ensureAdministrator(platform.accounts, config));
        QVERIFY(first.made);
        QCOMPARE(first.email, u"admin@example.org"_s);
        const QFileInfo file(first.passwordFile);
        QCOMPARE(file.fileName(), u"initial-admin-password"_s);
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        QFile content(first.passwordFile);
        QVERIFY(content.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(content.readAll()), first.password + u'\n');
        const auto account =
            platform.read([&](sql::Session &session) { return Accounts::byUsername(session, u"admin"_s); });
        QVERIFY(account && account->superuser && account->staff);
        QVERIFY(test::expectValue(platform.hasher.verify(first.password, account->passwordHash)));
        QVERIFY(!test::expectValue(ensureAdministrator(platform.accounts, config)).made);
    }

    void theConfiguredAdministratorIsMadeBesideOthers_data() { test::engineRows(); }
    void theConfiguredAdministratorIsMadeBesideOthers()
    {
        QFETCH(QString, engine);
        Platform platform(engine);
        NewAccount other = newAccount(u"root"_s, u"root@example.org"_s);
        other.superuser = true;
        test::expectValue(platform.accounts.create(other));
        const QTemporaryDir folder;
        Config config;
        config.dataDirectory = folder.path();
        config.adminEmail = u"Grace@Example.org"_s;
        config.adminPassword = u"123"_s;
        const auto refused = ensureAdministrator(platform.accounts, config);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"TENANTRY_ADMIN_PASSWORD"_s));
        config.adminPassword = u"correct horse battery"_s;
        const FirstAdministrator first = test::expectValue(ensureAdministrator(platform.accounts, config));
        QVERIFY(first.made);
        QVERIFY(first.password.isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
        config.adminPassword = u"a different horse"_s;
        QVERIFY(!test::expectValue(ensureAdministrator(platform.accounts, config)).made);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
