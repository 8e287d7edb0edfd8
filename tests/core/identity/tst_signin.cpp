// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"

#include "core/cache/localfailurelocks.h"
#include "core/config/config.h"
#include "tests/support/testvault.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse battery"_s;
constexpr Micros second = 1'000'000;
constexpr Micros day = 24 * 3600 * second;

/// The shared schema with one account, and a clock that the test moves.
struct Place
{
    explicit Place(const QString &engine, Config given = {})
        : instance(engine)
        , database(instance.migratedPlatform())
        , config(std::move(given))
        , realm(*database)
    {
        config.secretKey = "a deployment secret";
        identity = std::make_unique<Identity>(config, clock, *database, vault.vault, locks);
        NewAccount account;
        account.username = u"ada"_s;
        account.email = u"ada@example.org"_s;
        account.password = password;
        ada = test::expectValue(identity->accounts().create(account));
    }

    Result<SignedIn> signIn(const QString &login, const QString &given = password, Grant grant = Grant::Tokens)
    {
        auto outcome = identity->signIn().withPassword(realm, {login, given, "127.0.0.1"}, grant).wait();
        return outcome ? Result<SignedIn>(*outcome->signedIn) : failure(outcome.error());
    }
    SignedIn signedIn() { return test::expectValue(signIn(u"ada"_s, password, Grant::TokensAndSession)); }
    Result<TokenPair> refresh(const QByteArray &token) { return identity->signIn().refresh(realm, token).wait(); }
    bool bearerWorks(const QByteArray &token) { return identity->authenticator().bearer(realm, token).has_value(); }
    bool sessionWorks(const QByteArray &token) { return identity->authenticator().session(realm, token).has_value(); }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> database;
    test::TestVault vault;
    Config config;
    Micros now = 1'700'000'000 * second;
    Clock clock{[this] { return now; }};
    Realm realm;
    cache::LocalFailureLocks locks{clock};
    std::unique_ptr<Identity> identity;
    Account ada;
};

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void aPasswordOpensByNameOrAddress_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("opens");
        for (const QString &engine : test::engineNames()) {
            const auto row = [&](const char *name) -> QTestData & {
                return QTest::addRow("%s, %s", name, qPrintable(engine)) << engine;
            };
            row("user name") << u"ada"_s << password << true;
            row("address") << u"ada@example.org"_s << password << true;
            row("address in capitals") << u"ADA@EXAMPLE.ORG"_s << password << true;
            row("user name in capitals") << u"ADA"_s << password << false;
            row("wrong password") << u"ada"_s << u"correct horse batterx"_s << false;
            row("no password") << u"ada"_s << QString() << false;
            row("nobody") << u"bob"_s << password << false;
            row("nothing") << QString() << QString() << false;
            row("a password beyond the limit") << u"ada"_s << QString(100'000, u'a') << false;
        }
    }
    void aPasswordOpensByNameOrAddress()
    {
        QFETCH(QString, engine);
        QFETCH(QString, login);
        QFETCH(QString, given);
        QFETCH(bool, opens);
        Place place(engine);
        const auto result = place.signIn(login, given);
        QCOMPARE(result.has_value(), opens);
        if (opens) {
            QCOMPARE(result->subject.account->lastLogin, std::optional(place.now));
            QVERIFY(place.bearerWorks(result->tokens.access));
            QVERIFY(!place.bearerWorks(result->tokens.refresh));
        } else {
            QCOMPARE(result.error().code, ErrorCode::Unauthorized);
            QCOMPARE(result.error().message, u"No active account matches this name and password."_s);
        }
    }

    void theInactiveStayOutside_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("change");
        for (const QString &engine : test::engineNames()) {
            QTest::addRow("inactive, %s", qPrintable(engine))
                << engine << QByteArray("UPDATE {accounts} SET is_active = FALSE");
            QTest::addRow("deleted, %s", qPrintable(engine))
                << engine << QByteArray("UPDATE {accounts} SET is_deleted = TRUE");
            QTest::addRow("gone, %s", qPrintable(engine)) << engine << QByteArray("DELETE FROM {accounts}");
            QTest::addRow("another epoch, %s", qPrintable(engine))
                << engine << QByteArray("UPDATE {accounts} SET token_epoch = 1");
        }
    }
    void theInactiveStayOutside()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, change);
        Place place(engine);
        const SignedIn before = place.signedIn();
        QVERIFY(place.bearerWorks(before.tokens.access));
        QVERIFY(place.sessionWorks(before.sessionToken));
        test::runScript(*place.database, change.constData());
        QVERIFY(!place.bearerWorks(before.tokens.access));
        QVERIFY(!place.sessionWorks(before.sessionToken));
        QVERIFY(!place.refresh(before.tokens.refresh));
        QVERIFY(!place.identity->signIn().verify(place.realm, before.tokens.access));
        QVERIFY(!test::expectValue(place.identity->signIn().resume(place.realm, before.sessionToken)));
    }

    void aRefreshTokenIsSpentOnce_data() { test::engineRows(); }
    void aRefreshTokenIsSpentOnce()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const TokenPair first = place.signedIn().tokens;
        const TokenPair second = test::expectValue(place.refresh(first.refresh));
        QVERIFY(second.refresh != first.refresh);
        QVERIFY(place.bearerWorks(second.access));
        const auto again = place.refresh(first.refresh);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Unauthorized);
        QCOMPARE(again.error().detail, u"token_not_valid"_s);
        QVERIFY(!place.identity->signIn().verify(place.realm, first.refresh));
        QVERIFY2(place.refresh(second.refresh), "reuse of the old one does not end the family");
        QVERIFY(!place.refresh(second.access));
    }

    void ofManyRefreshesAtOnceOneWins_data() { test::engineRows(); }
    void ofManyRefreshesAtOnceOneWins()
    {
        QFETCH(QString, engine);
        Place place(engine);
        for (int round = 0; round < 5; ++round) {
            const QByteArray token = place.signedIn().tokens.refresh;
            std::atomic<int> winners = 0;
            std::atomic<int> losers = 0;
            std::vector<std::thread> threads;
            for (int i = 0; i < 6; ++i) {
                threads.emplace_back([&] {
                    const auto pair = place.refresh(token);
                    if (pair)
                        ++winners;
                    else if (pair.error().code == ErrorCode::Unauthorized)
                        ++losers;
                });
            }
            for (std::thread &thread : threads)
                thread.join();
            QCOMPARE(winners.load(), 1);
            QCOMPARE(losers.load(), 5);
        }
    }

    void withoutRotationATokenLasts_data() { test::engineRows(); }
    void withoutRotationATokenLasts()
    {
        QFETCH(QString, engine);
        Config config;
        config.rotateRefreshTokens = false;
        Place place(engine, config);
        const QByteArray token = place.signedIn().tokens.refresh;
        QCOMPARE(test::expectValue(place.refresh(token)).refresh, token);
        QVERIFY(place.refresh(token));
        test::expectValue(place.identity->signIn().blacklist(place.realm, token));
        QVERIFY(!place.refresh(token));
    }

    void aWithdrawnTokenIsWorthless_data() { test::engineRows(); }
    void aWithdrawnTokenIsWorthless()
    {
        QFETCH(QString, engine);
        Place place(engine);
        SignIn &signIn = place.identity->signIn();
        const TokenPair pair = place.signedIn().tokens;
        QVERIFY(signIn.verify(place.realm, pair.refresh));
        test::expectValue(signIn.blacklist(place.realm, pair.refresh));
        QVERIFY(!signIn.verify(place.realm, pair.refresh));
        QVERIFY(!place.refresh(pair.refresh));
        QVERIFY(!signIn.blacklist(place.realm, pair.refresh).wait());
        QVERIFY(!signIn.blacklist(place.realm, pair.access).wait());
        QVERIFY(place.bearerWorks(pair.access));
    }

    void theBlacklistForgetsWhatHasExpired_data() { test::engineRows(); }
    void theBlacklistForgetsWhatHasExpired()
    {
        QFETCH(QString, engine);
        Place place(engine);
        test::expectValue(place.refresh(place.signedIn().tokens.refresh));
        place.now += 8 * day;
        test::expectValue(place.refresh(place.signedIn().tokens.refresh));
        QCOMPARE(test::readText(*place.database, "SELECT count(*) FROM {token_blacklist}"), u"1"_s);
    }

    void sessionsAreIndependent_data() { test::engineRows(); }
    void sessionsAreIndependent()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const SignedIn one = place.signedIn();
        const SignedIn other = place.signedIn();
        QVERIFY(one.sessionToken.size() >= 27); // 160 bits in base64
        QVERIFY(one.sessionToken != other.sessionToken);
        test::expectValue(place.identity->sessions().end(place.realm, one.sessionToken));
        QVERIFY(!place.sessionWorks(one.sessionToken));
        QVERIFY(place.sessionWorks(other.sessionToken));
        QVERIFY(!place.sessionWorks("nonsense"));
        QVERIFY(!place.sessionWorks({}));
        const QString stored = test::readText(*place.database, "SELECT token_hash FROM {sessions}");
        QVERIFY(!stored.contains(QString::fromLatin1(other.sessionToken)));
        QVERIFY(!place.sessionWorks(stored.toLatin1()));
    }

    void aSessionSlides_data() { test::engineRows(); }
    void aSessionSlides()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QByteArray used = place.signedIn().sessionToken;
        const QByteArray idle = place.signedIn().sessionToken;
        const auto renewals = [&] {
            test::expectValue(place.database->write([](sql::Transaction &) -> Result<void> { return {}; }));
            return test::readText(*place.database, "SELECT count(*) FROM {sessions} WHERE renewed_at > created_at")
                .toInt();
        };
        place.now += 299 * second;
        QVERIFY(place.sessionWorks(used));
        QCOMPARE(renewals(), 0);
        place.now += second;
        QVERIFY(place.sessionWorks(used));
        QCOMPARE(renewals(), 1);
        place.now += 14 * day - 300 * second;
        QVERIFY(place.sessionWorks(used));
        QVERIFY(!place.sessionWorks(idle));
        QCOMPARE(renewals(), 1);
        place.now += 14 * day - second;
        QVERIFY(place.sessionWorks(used));
        (void)renewals();
        place.now += 14 * day;
        QVERIFY(!place.sessionWorks(used));
    }

    void aNewPasswordEndsEverything_data() { test::engineRows(); }
    void aNewPasswordEndsEverything()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const SignedIn before = place.signedIn();
        const QString changed = u"another horse entirely"_s;
        test::expectValue(place.identity->accounts().setPassword(place.ada.id, changed));
        QVERIFY(!place.bearerWorks(before.tokens.access));
        QVERIFY(!place.sessionWorks(before.sessionToken));
        QVERIFY(!place.refresh(before.tokens.refresh));
        QVERIFY(!place.signIn(u"ada"_s));
        QVERIFY(place.signIn(u"ada"_s, changed));
    }

    void guessingLocksThePair_data() { test::engineRows(); }
    void guessingLocksThePair()
    {
        QFETCH(QString, engine);
        Place place(engine);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(place.signIn(u"ada"_s, u"wrong"_s).error().code, ErrorCode::Unauthorized);
        QCOMPARE(place.signIn(u"ada"_s).error().code, ErrorCode::RateLimited);
        place.now += 300 * second;
        QVERIFY(place.signIn(u"ada"_s));
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
