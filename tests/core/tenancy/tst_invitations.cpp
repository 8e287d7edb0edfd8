// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crypto.h"
#include "core/identity/accounts.h"
#include "core/identity/passwordhasher.h"
#include "core/tenancy/invitations/invitationanswers.h"
#include "core/tenancy/invitations/invitationservice.h"
#include "tests/support/testtenancy.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::codeOf;
using test::expectValue;
using test::fieldOf;
using test::Standing;
using test::TestTenancy;

/// Invitations from the mail to the membership, on both engines: their time, their secrecy, and who comes first.
class TestInvitations : public QObject
{
    Q_OBJECT

private slots:
    void aKnownAddressIsNotTold_data() { test::engineRows(); }
    void aKnownAddressIsNotTold();
    void theTokenIsKeptNowhere_data() { test::engineRows(); }
    void theTokenIsKeptNowhere();
    void endsWithItsTime_data() { test::engineRows(); }
    void endsWithItsTime();
    void ofManyWhoAcceptOneIsIn_data() { test::engineRows(); }
    void ofManyWhoAcceptOneIsIn();
    void acceptedOrDeclinedNeverBoth_data() { test::engineRows(); }
    void acceptedOrDeclinedNeverBoth();
    void whatIsGoneIsNotGiven_data() { test::engineRows(); }
    void whatIsGoneIsNotGiven();
    void followsTheAddress_data() { test::engineRows(); }
    void followsTheAddress();
    void anExpiredOneKeepsNoAccount_data() { test::engineRows(); }
    void anExpiredOneKeepsNoAccount();
    void whoIsInvitedMeanwhileHasAnAccount_data() { test::engineRows(); }
    void whoIsInvitedMeanwhileHasAnAccount();
};

namespace {

constexpr Micros day = Micros{24 * 60 * 60} * 1'000'000;
const QString password = u"Tulip-Harbour-42"_s;

/// An organization of ada's with a site, and room for members.
struct Place
{
    explicit Place(const QString &engine)
        : tenancy(engine)
    {
        ada = tenancy.account(u"ada"_s);
        organization = tenancy.organization(ada, u"Acme"_s);
        shop = tenancy.site(ada, organization, u"Shop"_s);
        test::runScript(tenancy.platform(), "UPDATE {organizations} SET max_members = 50");
    }

    Invitation invite(const QString &email, const QStringList &permissions = {})
    {
        InvitationDraft draft;
        draft.email = email;
        if (!permissions.isEmpty())
            draft.sites.push_back({shop.slug, permissions});
        return expectValue(service.create(ada, organization, draft, u"https://app.example.org"_s));
    }
    /// The token that was mailed last.
    QByteArray token()
    {
        const QString body = test::readText(tenancy.platform(), "SELECT body FROM {mail_outbox} ORDER BY id DESC");
        static const QRegularExpression link(u"https://app\\.example\\.org/accounts/invitations/key/([\\w-]{43})/\n"_s);
        return link.match(body).captured(1).toLatin1();
    }
    QString count(const char *what) { return test::readText(tenancy.platform(), what); }

    TestTenancy tenancy;
    std::atomic<Micros> now = 1'700'000'000'000'000;
    Clock clock{[this] { return now.load(); }};
    mail::Outbox outbox{tenancy.platform(), clock};
    identity::PasswordHasher hasher{2};
    InvitationService service{tenancy.platform(), outbox, 7, clock};
    InvitationAnswers answers{tenancy.platform(), tenancy.services().mirrors(), hasher, clock};
    PlatformPrincipal ada;
    QString organization;
    SiteRecord shop;
};

Acceptance newcomer(const QString &chosen = password)
{
    Acceptance how;
    how.password = chosen;
    return how;
}

} // namespace

void TestInvitations::aKnownAddressIsNotTold()
{
    QFETCH(QString, engine);
    Place place(engine);
    place.tenancy.account(u"bob"_s);
    const Invitation known = place.invite(u"BOB@example.com"_s);
    const QString mailToBob = place.count("SELECT body FROM {mail_outbox} ORDER BY id DESC");
    const Invitation unknown = place.invite(u"nina@example.com"_s);
    const QString mailToNina = place.count("SELECT body FROM {mail_outbox} ORDER BY id DESC");
    QVERIFY(mailToBob.contains(u"keep its password"_s) && !mailToNina.contains(u"keep its password"_s));
    // What differs is the account's id, which answers do not show.
    QCOMPARE(known.status, unknown.status);
    QCOMPARE(known.expiresAt, unknown.expiresAt);
    QVERIFY(known.accountId && unknown.accountId);
    QCOMPARE(place.count("SELECT count(*) FROM {accounts}"), u"3"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {accounts} WHERE is_active"), u"2"_s);
}

void TestInvitations::theTokenIsKeptNowhere()
{
    QFETCH(QString, engine);
    Place place(engine);
    place.invite(u"nina@example.com"_s);
    const QByteArray token = place.token();
    QCOMPARE(crypto::fromBase64Url(token)->size(), 32);
    QCOMPARE(place.count("SELECT token_hash FROM {invitations}"), QString::fromLatin1(crypto::sha256Hex(token)));
    QCOMPARE(codeOf(place.answers.find(crypto::sha256Hex(token))), ErrorCode::NotFound);
    QCOMPARE(codeOf(place.answers.find({})), ErrorCode::NotFound);
    QVERIFY(expectValue(place.answers.find(token)).requiresPassword);
}

void TestInvitations::endsWithItsTime()
{
    QFETCH(QString, engine);
    Place place(engine);
    const Invitation invited = place.invite(u"nina@example.com"_s);
    const QByteArray first = place.token();
    QCOMPARE(invited.expiresAt, place.now + 7 * day);
    place.now += 7 * day - 1;
    QVERIFY(expectValue(place.answers.find(first)).status == InvitationStatus::Pending);
    place.now += 1;
    QVERIFY(expectValue(place.answers.find(first)).status == InvitationStatus::Expired);
    QCOMPARE(codeOf(place.answers.accept(first, newcomer())), ErrorCode::BadRequest);
    QCOMPARE(codeOf(place.answers.decline(first)), ErrorCode::BadRequest);
    InvitationQuery expired;
    expired.status = InvitationStatus::Expired;
    QCOMPARE(expectValue(place.service.list(place.ada, place.organization, expired)).total, 1);
    QCOMPARE(expectValue(place.tenancy.platform().read([&](sql::Session &platform) {
                 return InvitationStore::countOpen(platform, invited.organizationId, place.now);
             })),
             0);

    // Sent again it is open again, by its new link alone.
    const Invitation again =
        expectValue(place.service.resend(place.ada, place.organization, invited.uuid, u"https://app.example.org"_s));
    QVERIFY(again.isOpenAt(place.now));
    QCOMPARE(codeOf(place.answers.find(first)), ErrorCode::NotFound);
    place.now += 8 * day;
    // And what is over is no hindrance to a new one.
    const Invitation next = place.invite(u"nina@example.com"_s);
    QVERIFY(next.id != invited.id);
    QCOMPARE(place.count("SELECT status FROM {invitations} ORDER BY id"), u"expired"_s);
    QVERIFY(expectValue(place.answers.accept(place.token(), newcomer())).member.active);
}

void TestInvitations::ofManyWhoAcceptOneIsIn()
{
    QFETCH(QString, engine);
    Place place(engine);
    constexpr int rivals = 6;
    for (const QString &email : {u"nina@example.com"_s, u"rosa@example.com"_s}) {
        place.invite(email, {u"access_site"_s});
        const QByteArray token = place.token();
        std::atomic<int> in = 0;
        std::atomic<int> out = 0;
        std::atomic<int> winner = -1;
        std::vector<std::thread> threads;
        for (int rival = 0; rival < rivals; ++rival) {
            threads.emplace_back([&, rival] {
                const auto result = place.answers.accept(token, newcomer(password + QString::number(rival))).wait();
                if (result)
                    winner = rival;
                ++(result ? in : out);
                if (!result && result.error().code != ErrorCode::BadRequest &&
                    result.error().code != ErrorCode::Conflict && result.error().code != ErrorCode::Validation)
                    qFatal("unexpected: %s", qPrintable(result.error().message + result.error().cause));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(in.load(), 1);
        QCOMPARE(out.load(), rivals - 1);
        const auto account = expectValue(place.tenancy.platform().read(
            [&](sql::Session &platform) { return identity::Accounts::byEmail(platform, email); }));
        QVERIFY(account && account->active);
        QVERIFY(expectValue(place.hasher.verify(password + QString::number(winner.load()), account->passwordHash)));
    }
    QCOMPARE(place.count("SELECT count(*) FROM {members}"), u"3"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {site_permissions} WHERE codename = 'access_site'"), u"2"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {invited_accounts}"), u"0"_s);
}

void TestInvitations::acceptedOrDeclinedNeverBoth()
{
    QFETCH(QString, engine);
    Place place(engine);
    for (int round = 0; round < 4; ++round) {
        place.invite(u"guest%1@example.com"_s.arg(round));
        const QByteArray token = place.token();
        std::atomic<int> done = 0;
        std::thread declining([&] { done += place.answers.decline(token).wait() ? 1 : 0; });
        done += place.answers.accept(token, newcomer()).wait() ? 1 : 0;
        declining.join();
        QCOMPARE(done.load(), 1);
    }
    QCOMPARE(place.count("SELECT count(*) FROM {members}"),
             QString::number(1 + place.count("SELECT count(*) FROM {invitations} WHERE status = 'accepted'").toInt()));
}

void TestInvitations::whatIsGoneIsNotGiven()
{
    QFETCH(QString, engine);
    Place place(engine);
    place.invite(u"nina@example.com"_s, {u"admin_site"_s});
    const QByteArray token = place.token();
    expectValue(place.tenancy.services().provisioner().remove(place.ada, place.shop.slug, 0));
    // A site of the same name is another.
    place.tenancy.site(place.ada, place.organization, u"Shop"_s);
    const MemberView member = expectValue(place.answers.accept(token, newcomer()));
    const auto sites =
        expectValue(place.tenancy.services().sites().list(member.member.account.principal(), QString(), {}));
    QCOMPARE(sites.total, 0);
}

void TestInvitations::followsTheAddress()
{
    QFETCH(QString, engine);
    Place place(engine);
    place.tenancy.account(u"bob"_s);
    place.invite(u"bob@example.com"_s);
    const QByteArray token = place.token();
    test::runScript(place.tenancy.platform(), "UPDATE {accounts} SET email = 'b@example.com', "
                                              "email_folded = 'B@EXAMPLE.COM' WHERE username = 'bob'");
    QCOMPARE(codeOf(place.answers.accept(token, {})), ErrorCode::BadRequest);
    const PlatformPrincipal other = place.tenancy.account(u"other"_s);
    test::runScript(place.tenancy.platform(), "UPDATE {accounts} SET email = 'bob@example.com', "
                                              "email_folded = 'BOB@EXAMPLE.COM' WHERE username = 'other'");
    QCOMPARE(expectValue(place.answers.accept(token, {})).member.account.id, other.id);
}

void TestInvitations::anExpiredOneKeepsNoAccount()
{
    QFETCH(QString, engine);
    Place place(engine);
    const Invitation invited = place.invite(u"nina@example.com"_s);
    place.now += 7 * day - 1;
    place.invite(u"rosa@example.com"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {accounts} WHERE email = 'nina@example.com'"), u"1"_s);
    place.now += 1;
    place.invite(u"otto@example.com"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {accounts} WHERE email = 'nina@example.com'"), u"0"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {accounts} WHERE email = 'rosa@example.com'"), u"1"_s);
    QCOMPARE(place.count("SELECT count(*) FROM {invited_accounts}"), u"2"_s);

    // Sent once more there is one again.
    expectValue(place.service.resend(place.ada, place.organization, invited.uuid, u"https://app.example.org"_s));
    const QByteArray token = place.token();
    QVERIFY(expectValue(place.answers.find(token)).requiresPassword);
    QCOMPARE(expectValue(place.answers.accept(token, newcomer())).member.account.email, u"nina@example.com"_s);
}

void TestInvitations::whoIsInvitedMeanwhileHasAnAccount()
{
    QFETCH(QString, engine);
    Place place(engine);
    const QString rival = place.tenancy.organization(place.ada, u"Rival"_s);
    test::runScript(place.tenancy.platform(), "UPDATE {organizations} SET max_members = 50");
    for (int round = 0; round < 12; ++round) {
        InvitationDraft draft;
        draft.email = u"guest%1@example.com"_s.arg(round);
        const Invitation first = place.invite(draft.email);
        std::thread revoking([&] { expectValue(place.service.revoke(place.ada, place.organization, first.id)); });
        const Invitation second =
            expectValue(place.service.create(place.ada, rival, draft, u"https://app.example.org"_s));
        revoking.join();
        const auto account = expectValue(place.tenancy.platform().read(
            [&](sql::Session &platform) { return identity::Accounts::byEmail(platform, draft.email); }));
        QVERIFY(account && second.accountId == account->id);
        QVERIFY(expectValue(place.answers.find(place.token())).requiresPassword);
    }
    QCOMPARE(place.count("SELECT count(*) FROM {invited_accounts}"), u"12"_s);
}

QTEST_GUILESS_MAIN(TestInvitations)
#include "tst_invitations.moc"
