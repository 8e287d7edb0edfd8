// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/config.h"
#include "core/identity/links/passwordreset.h"
#include "core/identity/links/signup.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/siteusers.h"
#include "core/identity/subjects.h"
#include "tests/support/testtenancy.h"

#include <QRegularExpression>
#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros hour = 3600 * second;
const QString address = u"ada@example.org"_s;
const QString password = u"fossil on the beach 1"_s;
const accountmails::Origin origin{u"Shop"_s, u"https://shop.example.org"_s};

/// A site that lets strangers in, and a clock that the test moves.
struct Place
{
    template<class F>
    auto write(F closure)
    {
        return test::expectValue(site.write(std::move(closure)));
    }
    template<class F>
    auto read(F closure)
    {
        return test::expectValue(site.read(std::move(closure)));
    }

    explicit Place(const QString &engine)
        : tenancy(engine)
        , owner(tenancy.account(u"owner"_s, test::Standing::Superuser))
        , site([this] {
            const QString organization = tenancy.organization(owner, u"Acme"_s);
            const QString uuid = tenancy.site(owner, organization, u"Shop"_s).uuid;
            test::expectValue(tenancy.services().directory().refresh());
            return test::expectValue(tenancy.services().directory().open(uuid, Purpose::Job));
        }())
    {
        write([](sql::Transaction &transaction) {
            return transaction.execute("UPDATE {sign_in_settings} SET allow_email_signup = TRUE");
        });
    }

    Result<QByteArray> sign(const QString &email = address)
    {
        return signUp.create(site, {email, password, {}}, origin).wait();
    }

    /// The key in the newest mail, and how many mails there are.
    QByteArray key()
    {
        const auto body = read([](sql::Session &session) {
            return session.first("SELECT body FROM {mail_outbox} ORDER BY id DESC LIMIT 1", {},
                                 [](const sql::Cursor &row) { return row.string(0); });
        });
        static const QRegularExpression link(u"https://shop\\.example\\.org/accounts/[a-z/-]+/([\\w-]{43})/"_s);
        return link.match(body.value_or(QString())).captured(1).toLatin1();
    }
    std::int64_t mails()
    {
        return *read([](sql::Session &session) {
            return session.first("SELECT count(*) FROM {mail_outbox}", {},
                                 [](const sql::Cursor &row) { return row.integer(0); });
        });
    }
    SiteUser user()
    {
        return *read([](sql::Session &session) { return SiteUsers::byEmail(session, address); });
    }

    test::TestTenancy tenancy;
    Micros now = 1'700'000'000 * second;
    Clock clock{[this] { return now; }};
    PlatformPrincipal owner;
    Site site;
    PasswordHasher hasher;
    mail::Outbox outbox{tenancy.platform(), clock};
    Subjects subjects{tenancy.platform(),
                      [](sql::Session &, const PlatformPrincipal &, const QString &) { return QStringList(); }};
    Config config;
    Tokens tokens{config, clock};
    SignUp signUp{outbox, hasher, tokens, clock, MailPace::AnyTime};
    PasswordReset passwords{subjects, outbox, hasher, clock, MailPace::AnyTime};
};

} // namespace

/// What scripts cannot see: time, what lies in the database, and two at once.
class TestMailedLinks : public QObject
{
    Q_OBJECT

private slots:
    void verifiesForSevenDays_data() { test::engineRows(); }
    void verifiesForSevenDays()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign());
        const QByteArray early = place.key();
        place.now += 7 * 24 * hour;
        QCOMPARE(test::fieldOf(place.signUp.verify(place.site, early, {})), u"key"_s);
        QCOMPARE(test::fieldOf(place.signUp.addressOf(place.site, early)), u"key"_s);
        QVERIFY(place.signUp.mailAgain(place.site, address, origin).wait());
        const QByteArray late = place.key();
        QVERIFY(late != early);
        place.now += 7 * 24 * hour - 1;
        QCOMPARE(test::expectValue(place.signUp.addressOf(place.site, late)), address);
        QVERIFY(place.signUp.verify(place.site, late, {}).wait());
    }

    /// Names and addresses that nobody came back for are free again; what others have dealt with stays.
    void whoNeverComesBackIsForgotten_data() { test::engineRows(); }
    void whoNeverComesBackIsForgotten()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign());
        QVERIFY(place.sign(u"changed@example.org"_s));
        QVERIFY(place.sign(u"moved@example.org"_s));
        QVERIFY(place.sign(u"late@example.org"_s));
        QVERIFY(place.sign(u"verified@example.org"_s));
        QVERIFY(place.signUp.verify(place.site, place.key(), {}).wait());
        place.write([](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("UPDATE {users} SET updated_at = updated_at + 1 WHERE email LIKE 'changed%'"));
            // As of somebody whom others made and who gave themselves another address since.
            TRY(transaction.execute("UPDATE {users} SET date_joined = date_joined - 1, updated_at = updated_at - 1 "
                                    "WHERE email LIKE 'moved%'"));
            return {};
        });
        const auto others = [&] {
            return place.read([](sql::Session &session) {
                return session.all("SELECT email FROM {users} WHERE account_uuid IS NULL AND email NOT LIKE 'new%' "
                                   "ORDER BY email",
                                   {}, [](const sql::Cursor &row) { return row.string(0).section(u'@', 0, 0); });
            });
        };
        using Names = std::vector<QString>;
        place.now += 6 * 24 * hour;
        QVERIFY(place.signUp.mailAgain(place.site, u"late@example.org"_s, origin).wait());
        place.now += 2 * 24 * hour - 1;
        QVERIFY(place.sign(u"new1@example.org"_s));
        QCOMPARE(others(), (Names{u"ada"_s, u"changed"_s, u"late"_s, u"moved"_s, u"verified"_s}));
        place.now += 1;
        const QString before = place.user().id;
        QVERIFY(place.sign(u"new2@example.org"_s));
        QCOMPARE(others(), (Names{u"changed"_s, u"late"_s, u"moved"_s, u"verified"_s}));
        place.now += 5 * 24 * hour;
        QVERIFY(place.sign()); // the address is free, and the late one's link is over now
        QCOMPARE(others(), (Names{u"ada"_s, u"changed"_s, u"moved"_s, u"verified"_s}));
        QVERIFY(place.user().id != before);
        const auto history = place.read(
            [&](sql::Session &session) { return audit::history::list(session, SiteUsers::historyOf(before), {}); });
        QCOMPARE(history.items.size(), std::size_t(2));
        QCOMPARE(history.items.front().change, u"-"_s);
    }

    void resetsForAnHour_data() { test::engineRows(); }
    void resetsForAnHour()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign());
        const Realm realm(place.site);
        QVERIFY(place.passwords.request(realm, address, origin).wait());
        const QByteArray key = place.key();
        QVERIFY(place.passwords.check(realm, key));
        place.now += hour - 1;
        QVERIFY(place.passwords.check(realm, key));
        place.now += 1;
        QCOMPARE(test::fieldOf(place.passwords.check(realm, key)), u"key"_s);
        QCOMPARE(test::fieldOf(place.passwords.reset(realm, key, u"ammonite on the beach 1"_s)), u"key"_s);
    }

    void keysAreNotStored_data() { test::engineRows(); }
    void keysAreNotStored()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QByteArray session = test::expectValue(place.sign());
        const QByteArray key = place.key();
        QCOMPARE(key.size(), 43);
        const auto links = place.read([](sql::Session &session) {
            return session.all("SELECT key_hash, session_hash, user_id FROM {mailed_links}", {},
                               [](const sql::Cursor &row) { return row.string(0) + row.string(1) + row.string(2); });
        });
        QCOMPARE(links.size(), std::size_t(1));
        QVERIFY(!links.front().contains(QString::fromLatin1(key)));
        QVERIFY(!links.front().contains(QString::fromLatin1(session)));
        // The hash that lies there opens nothing.
        QCOMPARE(test::fieldOf(place.signUp.verify(place.site, links.front().left(64).toLatin1(), {})), u"key"_s);
    }

    void twoAtOnceUseALinkOnce_data() { test::engineRows(); }
    void twoAtOnceUseALinkOnce()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign());
        const Realm realm(place.site);
        QVERIFY(place.passwords.request(realm, address, origin).wait());
        const QByteArray key = place.key();
        std::vector<Later<void>> tries;
        for (int i = 0; i < 8; ++i)
            tries.push_back(place.passwords.reset(realm, key, u"ammonite on the beach %1"_s.arg(i)));
        int successes = 0;
        for (Later<void> &attempt : tries)
            successes += std::move(attempt).wait() ? 1 : 0;
        QCOMPARE(successes, 1);
        QCOMPARE(place.user().tokenEpoch, 1);
    }

    void twoAtOnceSignUpOnce_data() { test::engineRows(); }
    void twoAtOnceSignUpOnce()
    {
        QFETCH(QString, engine);
        Place place(engine);
        std::vector<Later<QByteArray>> tries;
        for (int i = 0; i < 6; ++i)
            tries.push_back(place.signUp.create(place.site, {address, password, {}}, origin));
        for (Later<QByteArray> &attempt : tries) {
            const Result<QByteArray> made = std::move(attempt).wait();
            QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().cause));
        }
        const auto users = place.read([](sql::Session &session) {
            return session.first("SELECT count(*) FROM {users} WHERE email = $1", {address},
                                 [](const sql::Cursor &row) { return row.integer(0); });
        });
        QCOMPARE(*users, 1);
    }

    void mailsTheSameThingNowAndThen_data() { test::engineRows(); }
    void mailsTheSameThingNowAndThen()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign());
        const PasswordReset slow(place.subjects, place.outbox, place.hasher, place.clock, MailPace::Limited);
        const Realm realm(place.site);
        const auto request = [&] { return slow.request(realm, address, origin).wait().has_value(); };
        const std::int64_t before = place.mails();
        QVERIFY(request() && request());
        QCOMPARE(place.mails(), before + 1);
        place.now += 119 * second;
        QVERIFY(request());
        QCOMPARE(place.mails(), before + 1);
        place.now += 2 * second;
        QVERIFY(request());
        QCOMPARE(place.mails(), before + 2);
    }

    void madeNamesAreFree_data() { test::engineRows(); }
    void madeNamesAreFree()
    {
        QFETCH(QString, engine);
        Place place(engine);
        QVERIFY(place.sign(u"o'neil@example.org"_s));
        QVERIFY(place.sign(u"o!neil@example.org"_s));
        const auto names = place.read([](sql::Session &session) {
            return session.all("SELECT username FROM {users} ORDER BY username", {},
                               [](const sql::Cursor &row) { return row.string(0); });
        });
        QVERIFY(std::find(names.begin(), names.end(), u"o-neil@example.org"_s) != names.end());
        QVERIFY(std::find(names.begin(), names.end(), u"o-neil@example.org-1"_s) != names.end());
    }
};

QTEST_GUILESS_MAIN(TestMailedLinks)
#include "tst_mailedlinks.moc"
