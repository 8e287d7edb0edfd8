// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/secondfactors.h"

#include "core/cache/localfailurelocks.h"
#include "core/config/config.h"
#include "core/identity/identity.h"
#include "core/identity/mfa/totp.h"
#include "tests/support/testvault.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;
using test::expectValue;

namespace {

const QString password = u"correct horse battery"_s;
constexpr Micros second = 1'000'000;
constexpr Micros period = 30 * second;

/// The shared schema with ada, who has set up a device, and a clock that the test moves.
struct Place
{
    explicit Place(const QString &engine)
        : instance(engine)
        , database(instance.migratedPlatform())
        , realm(*database)
    {
        config.secretKey = "a deployment secret";
        identity = std::make_unique<Identity>(config, clock, *database, vault.vault, locks);
        NewAccount account;
        account.username = u"ada"_s;
        account.email = u"ada@example.org"_s;
        account.password = password;
        ada = expectValue(identity->accounts().create(account));
        const TotpSetup setup = expectValue(factors().setUp(owner(), u"Tenantry"_s, u"ada"_s));
        secretText = setup.secret;
        expectValue(factors().activate(owner(), code()));
        now += period;
    }

    const SecondFactors &factors() const { return identity->secondFactors(); }
    FactorOwner owner() const { return {realm, ada.uuid}; }
    QByteArray secret() const
    {
        const auto found =
            expectValue(database->read([&](sql::Session &session) { return totpstore::find(session, ada.uuid); }));
        return expectValue(database->read([&](sql::Session &session) -> Result<QByteArray> {
            const secrets::DataKey key = TRY(vault.vault.dataKey(session, realm.name()));
            return key.open(found->sealedSecret, u"totp of "_s + ada.uuid);
        }));
    }
    QString code() const { return totp::codeOf(secret(), totp::stepAt(now)); }
    Result<PasswordOutcome> tryPassword(const QString &sent = {}, const QByteArray &address = "127.0.0.1")
    {
        return identity->signIn()
            .withPassword(realm, {u"ada"_s, password, address, sent}, Grant::TokensAndSession)
            .wait();
    }
    Result<SignedIn> second(const QByteArray &pending, const QString &sent)
    {
        return identity->signIn().withSecondFactor(realm, pending, sent, Grant::TokensAndSession).wait();
    }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> database;
    test::TestVault vault;
    Config config;
    Micros now = 1'700'000'000 * tenantry::Micros{1'000'000};
    Clock clock{[this] { return now; }};
    cache::LocalFailureLocks locks{clock};
    Realm realm;
    std::unique_ptr<Identity> identity;
    Account ada;
    QString secretText;
};

} // namespace

class TestSecondFactors : public QObject
{
    Q_OBJECT

private slots:
    void thePasswordAloneOpensNothing_data() { test::engineRows(); }
    void thePasswordAloneOpensNothing()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const PasswordOutcome outcome = expectValue(place.tryPassword());
        QVERIFY(!outcome.signedIn);
        QCOMPARE(outcome.factors, QStringList{u"totp"_s});
        // What says that a password was given is no token and no session.
        const Authenticator &authenticator = place.identity->authenticator();
        QVERIFY(!authenticator.bearer(place.realm, outcome.pending));
        QVERIFY(!authenticator.session(place.realm, outcome.pending));
        QVERIFY(!place.identity->signIn().verify(place.realm, outcome.pending));
        QVERIFY(!place.identity->signIn().refresh(place.realm, outcome.pending).wait());

        QCOMPARE(place.second(outcome.pending, u"000000"_s).error().code, ErrorCode::Validation);
        const SignedIn who = expectValue(place.second(outcome.pending, place.code()));
        QCOMPARE(who.method.secondFactor, u"totp"_s);
        QVERIFY(authenticator.bearer(place.realm, who.tokens.access));
        QVERIFY(authenticator.session(place.realm, who.sessionToken));
        // A token is none that says so either.
        QCOMPARE(place.second(who.tokens.access, u"000000"_s).error().code, ErrorCode::Unauthorized);
    }

    void aCodeIsGoodOnce_data() { test::engineRows(); }
    void aCodeIsGoodOnce()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QString code = place.code();
        QVERIFY(expectValue(place.tryPassword(code)).signedIn);
        QCOMPARE(place.tryPassword(code).error().code, ErrorCode::Validation);
        place.now += period;
        QCOMPARE(place.tryPassword(code).error().code, ErrorCode::Validation);
        QVERIFY(expectValue(place.tryPassword(place.code())).signedIn);
    }

    void whoBeginsMustGoOnInTimeAndUnchanged_data() { test::engineRows(); }
    void whoBeginsMustGoOnInTimeAndUnchanged()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QByteArray late = expectValue(place.tryPassword()).pending;
        QVERIFY(expectValue(place.identity->signIn().pendingFactors(place.realm, late)));
        place.now += 600 * second;
        QVERIFY(!expectValue(place.identity->signIn().pendingFactors(place.realm, late)));
        QCOMPARE(place.second(late, place.code()).error().code, ErrorCode::Unauthorized);

        const QByteArray changed = expectValue(place.tryPassword()).pending;
        expectValue(place.identity->accounts().setPassword(place.ada.id, u"another fine password 7"_s));
        QCOMPARE(place.second(changed, place.code()).error().code, ErrorCode::Unauthorized);
    }

    void guessingLocksWhateverTheAddress_data() { test::engineRows(); }
    void guessingLocksWhateverTheAddress()
    {
        QFETCH(QString, engine);
        Place place(engine);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(place.tryPassword(u"000000"_s, "10.0.0." + QByteArray::number(i)).error().code,
                     ErrorCode::Validation);
        QCOMPARE(place.tryPassword(place.code(), "10.0.0.9").error().code, ErrorCode::RateLimited);
        const QByteArray pending = expectValue(place.tryPassword()).pending;
        QCOMPARE(place.second(pending, place.code()).error().code, ErrorCode::RateLimited);
        place.now += 301 * second;
        QVERIFY(expectValue(place.tryPassword(place.code())).signedIn);
    }

    void recoveryCodesAreGoodOnceEach_data() { test::engineRows(); }
    void recoveryCodesAreGoodOnceEach()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QStringList codes = expectValue(place.factors().makeRecoveryCodes(place.owner()));
        QCOMPARE(codes.size(), 10);
        QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), 10);
        const SignedIn who = expectValue(place.tryPassword(codes[0].toUpper().remove(u'-'))).signedIn.value();
        QCOMPARE(who.method.secondFactor, u"recovery_codes"_s);
        QCOMPARE(place.tryPassword(codes[0]).error().code, ErrorCode::Validation);
        QCOMPARE(expectValue(place.factors().of(place.owner())).recoveryCodes->unused, 9);

        // New ones take the place of the old.
        const QStringList fresh = expectValue(place.factors().makeRecoveryCodes(place.owner()));
        QCOMPARE(place.tryPassword(codes[1]).error().code, ErrorCode::Validation);
        QVERIFY(expectValue(place.tryPassword(fresh[0])).signedIn);
    }

    void nothingOfItStandsInTheClear_data() { test::engineRows(); }
    void nothingOfItStandsInTheClear()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const QStringList codes = expectValue(place.factors().makeRecoveryCodes(place.owner()));
        const QByteArray raw = place.secret();
        QCOMPARE(totp::base32(raw), place.secretText);
        const auto stored = expectValue(place.database->read([](sql::Session &session) {
            return session.all("SELECT sealed_secret FROM {totp_authenticators} UNION ALL SELECT code_hash FROM "
                               "{recovery_codes}",
                               {}, [](const sql::Cursor &row) { return row.string(0); });
        }));
        QCOMPARE(stored.size(), std::size_t(11));
        for (const QString &text : stored) {
            QVERIFY(!text.contains(place.secretText));
            QVERIFY(!text.toLatin1().contains(raw.toBase64().first(20)));
            for (const QString &code : codes)
                QVERIFY(!text.contains(code) && !text.contains(QString(code).remove(u'-')));
        }
    }

    void removingEndsTheAsking_data() { test::engineRows(); }
    void removingEndsTheAsking()
    {
        QFETCH(QString, engine);
        Place place(engine);
        expectValue(place.factors().makeRecoveryCodes(place.owner()));
        QCOMPARE(place.factors().setUp(place.owner(), {}, {}).wait().error().code, ErrorCode::Conflict);
        QVERIFY(place.factors().remove(place.owner()).wait());
        QCOMPARE(place.factors().remove(place.owner()).wait().error().code, ErrorCode::NotFound);
        QVERIFY(!expectValue(place.factors().of(place.owner())).recoveryCodes);
        QVERIFY(expectValue(place.tryPassword()).signedIn);
        QCOMPARE(place.factors().makeRecoveryCodes(place.owner()).wait().error().code, ErrorCode::BadRequest);
        // What is being set up is asked for by nobody, and is a new secret.
        const TotpSetup again = expectValue(place.factors().setUp(place.owner(), u"Tenantry"_s, u"ada"_s));
        QVERIFY(again.secret != place.secretText);
        QCOMPARE(expectValue(place.factors().setUp(place.owner(), u"Tenantry"_s, u"ada"_s)).secret, again.secret);
        QVERIFY(expectValue(place.tryPassword()).signedIn);
        QCOMPARE(place.factors().activate(place.owner(), u"000000"_s).wait().error().code, ErrorCode::Validation);
    }

    /// Who knew the password once must not know the device that comes later.
    void aSecretThatWasBegunHoldsForTenMinutes_data() { test::engineRows(); }
    void aSecretThatWasBegunHoldsForTenMinutes()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const auto setUp = [&] {
            return expectValue(place.factors().setUp(place.owner(), u"Tenantry"_s, u"ada"_s)).secret;
        };
        QVERIFY(place.factors().remove(place.owner()).wait());
        const QString first = setUp();
        place.now += 600 * second - 1;
        QCOMPARE(setUp(), first);
        place.now += 1;
        QCOMPARE(place.factors().activate(place.owner(), place.code()).wait().error().code, ErrorCode::Validation);
        const QString next = setUp();
        QVERIFY(next != first);
        place.now += 599 * second;
        QCOMPARE(setUp(), next);
        QVERIFY(place.factors().activate(place.owner(), place.code()).wait());
        // What is active stays.
        place.now += 600 * second;
        QVERIFY(expectValue(place.tryPassword(place.code())).signedIn);
    }

    void whatIsNotActiveCanBeDropped_data() { test::engineRows(); }
    void whatIsNotActiveCanBeDropped()
    {
        QFETCH(QString, engine);
        Place place(engine);
        const auto drop = [&] {
            return place.database
                ->write([id = place.ada.uuid](sql::Transaction &transaction) {
                    return SecondFactors::removeUnactivated(transaction, id);
                })
                .wait();
        };
        expectValue(place.factors().makeRecoveryCodes(place.owner()));
        QVERIFY(drop());
        const FactorState kept = expectValue(place.factors().of(place.owner()));
        QVERIFY(kept.isRequired() && kept.recoveryCodes);

        QVERIFY(place.factors().remove(place.owner()).wait());
        const QString first = expectValue(place.factors().setUp(place.owner(), u"Tenantry"_s, u"ada"_s)).secret;
        const QString code = place.code();
        QVERIFY(drop());
        QCOMPARE(place.factors().activate(place.owner(), code).wait().error().code, ErrorCode::Validation);
        QVERIFY(expectValue(place.factors().setUp(place.owner(), u"Tenantry"_s, u"ada"_s)).secret != first);
    }
};

QTEST_GUILESS_MAIN(TestSecondFactors)
#include "tst_secondfactors.moc"
