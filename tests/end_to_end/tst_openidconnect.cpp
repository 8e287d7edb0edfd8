// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"
#include "tests/support/identityprovider.h"
#include "tests/support/providersite.h"
#include "tests/support/totpcode.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::cookieOf;
using test::HttpAnswer;
using test::HttpHeaders;
using test::memberOf;
using test::parameter;
using Place = test::ProviderSite;
using Visit = test::ProviderVisit;

namespace {

const QByteArray shop = "/sites/shop";
const QByteArray login = "/accounts/openid_connect/login/";

json::Object person(const char *subject, const char *email, bool verified = true)
{
    json::Object who;
    who.set("sub", subject);
    who.set("email", email);
    who.set("email_verified", verified);
    who.set("given_name", "Mary");
    return who;
}

} // namespace

class TestOpenIdConnect : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::IdentityProvider> m_provider;
    std::unique_ptr<Place> m_place;

    QString usernameIn(const HttpAnswer &answer) const { return m_place->emailIn(answer); }

private slots:
    void initTestCase()
    {
        m_provider = std::make_unique<test::IdentityProvider>();
        m_place = std::make_unique<Place>(u"sqlite"_s, "openid_connect");
        QCOMPARE(m_place->configure(m_provider->url()).status, 200);
    }

    void init()
    {
        m_provider->misbehave({});
        m_provider->useStrangeKey(false);
    }

    void signsUpAndIn_data() { test::engineRows(); }
    void signsUpAndIn()
    {
        QFETCH(QString, engine);
        const Place place(engine, "openid_connect");
        QCOMPARE(place.configure(m_provider->url()).status, 200);
        const int before = place.users();
        for (int i = 0; i < 2; ++i) {
            const Visit visit(place);
            QCOMPARE(visit.sent.status, 302);
            QVERIFY(visit.asked.toString().startsWith(m_provider->url() + u"/authorize?"_s));
            QCOMPARE(parameter(visit.asked, u"code_challenge_method"_s), u"S256"_s);
            QCOMPARE(parameter(visit.asked, u"scope"_s), u"openid email profile"_s);
            // Whose address it is changes nothing the second time.
            const HttpAnswer back =
                visit.comeBack(m_provider->authorize(visit.asked, i == 0 ? person("mary-1", "mary@example.org")
                                                                         : person("mary-1", "new@example.org", false)));
            QCOMPARE(back.status, 302);
            QVERIFY(back.header("Location").startsWith("http://127.0.0.1/app#session_token="));
            const auto me =
                place.server.client().get(shop + "/api/users/me/", test::bearer(memberOf(back, u"access_token"_s)));
            QCOMPARE(me.json()["data"]["email"].text(), u"mary@example.org"_s);
            QCOMPARE(place.users(), before + 1);
            // Of no use in the rival's site.
            QCOMPARE(place.server.client()
                         .get("/sites/rival/api/users/me/", test::bearer(memberOf(back, u"access_token"_s)))
                         .status,
                     401);
        }
    }

    void whatTheProviderSaysMustHold_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a wrong nonce") << QByteArray("nonce") << QByteArray("another");
        QTest::newRow("a wrong issuer") << QByteArray("iss") << QByteArray("https://evil.example.org");
        QTest::newRow("a wrong audience") << QByteArray("aud") << QByteArray("another client");
        QTest::newRow("an expired token") << QByteArray("exp") << QByteArray("1500000000");
        QTest::newRow("a strange key") << QByteArray() << QByteArray();
    }
    void whatTheProviderSaysMustHold()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QByteArray, value);
        const int before = m_place->users();
        if (claim.isEmpty())
            m_provider->useStrangeKey(true);
        else
            m_provider->misbehave([=](json::Object &claims) {
                claims.set(claim.toStdString(), claim == "exp" ? json::Value(std::int64_t(value.toLongLong()))
                                                               : json::Value(value.toStdString()));
            });
        const Visit visit(*m_place);
        const HttpAnswer back = visit.comeBack(m_provider->authorize(visit.asked, person("eve-1", "eve@example.org")));
        QCOMPARE(back.status, 400);
        QVERIFY(back.body.contains("What the provider has said is not good"));
        QVERIFY(!back.body.contains("session_token"));
        QCOMPARE(cookieOf(back, "sessionid_shop"), QByteArray());
        QCOMPARE(m_place->users(), before);
    }

    void whoComesBackMustHaveBegunHere()
    {
        const int before = m_place->users();
        const Visit visit(*m_place);
        const Visit other(*m_place);
        const auto code = [&] { return m_provider->authorize(visit.asked, person("eve-2", "eve2@example.org")); };
        QCOMPARE(visit.comeBack(code(), "made-up", visit.cookie).status, 400);
        QCOMPARE(visit.comeBack(code(), visit.state, {}).status, 400);
        QCOMPARE(visit.comeBack(code(), visit.state, other.cookie).status, 400);
        QCOMPARE(visit.comeBack(code(), visit.state, "signin_attempt_shop=v1.forged").status, 400);
        QCOMPARE(visit.comeBack({}).status, 400); // they have said no; the attempt is over
        QCOMPARE(visit.comeBack(code()).status, 400);
        QCOMPARE(m_place->users(), before);
        // An attempt of one site is none in another, whatever the cookie is called.
        const HttpAnswer elsewhere =
            m_place->get("/sites/rival" + login + "callback/?state=" + other.state + "&code=x",
                         "signin_attempt_rival=" + cookieOf(other.sent, "signin_attempt_shop"));
        QCOMPARE(elsewhere.status, 400);
    }

    void aCodeIsGoodOnce()
    {
        const Visit visit(*m_place);
        const QByteArray code = m_provider->authorize(visit.asked, person("once-1", "once@example.org"));
        QCOMPARE(visit.comeBack(code).status, 302);
        QCOMPARE(visit.comeBack(code).status, 400); // the attempt is spent
        const Visit again(*m_place);
        const HttpAnswer replayed = again.comeBack(code);
        QCOMPARE(replayed.status, 400);
        QVERIFY(replayed.body.contains("has not let you in"));
    }

    /// A code that was stolen is worth nothing without the verifier of who began.
    void aCodeIsGoodForWhoHasBegun()
    {
        const Visit victim(*m_place);
        const Visit thief(*m_place);
        const QByteArray code = m_provider->authorize(victim.asked, person("victim-1", "victim@example.org"));
        QCOMPARE(thief.comeBack(code).status, 400);
    }

    void nobodyIsLinkedForTheirAddress()
    {
        json::Object body;
        for (const auto &[name, value] : {std::pair("username", "joan"),
                                          {"email", "joan@example.org"},
                                          {"password", "ammonite in the cliff 2"},
                                          {"confirm_password", "ammonite in the cliff 2"}})
            body.set(name, value);
        QCOMPARE(m_place->server.client().post(shop + "/api/users/", body, test::bearer(m_place->token)).status, 201);
        const auto come = [&](bool verified) {
            const Visit visit(*m_place);
            return visit.comeBack(m_provider->authorize(visit.asked, person("joan-1", "JOAN@example.org", verified)));
        };
        const HttpAnswer known = come(true);
        QCOMPARE(known.status, 409);
        QVERIFY(known.body.contains("link the other account"));
        QCOMPARE(come(false).status, 403);

        // She signs in and links it herself; strangers to the page are told to sign in.
        QCOMPARE(m_place->get(shop + "/accounts/openid_connect/connect/").status, 403);
        const QByteArray session = m_place->sessionOf("joan", "ammonite in the cliff 2");
        const HttpAnswer page = m_place->get(shop + "/accounts/openid_connect/connect/", session);
        QCOMPARE(page.status, 200);
        const QUrl asked = test::linkIn(page);
        const QByteArray attempt = "signin_attempt_shop=" + cookieOf(page, "signin_attempt_shop");
        const QByteArray callback =
            shop + login + "callback/?state=" + parameter(asked, u"state"_s).toLatin1() + "&code=";
        const HttpAnswer linked = m_place->get(
            callback + m_provider->authorize(asked, person("joan-1", "joan@example.org")), attempt + "; " + session);
        QCOMPARE(linked.status, 200);
        QVERIFY(linked.body.contains("The account is linked"));

        const Visit visit(*m_place);
        const HttpAnswer back = visit.comeBack(m_provider->authorize(visit.asked, person("joan-1", "x@example.org")));
        QCOMPARE(back.status, 302);
        QCOMPARE(usernameIn(back), u"joan@example.org"_s);

        // She sees it, and unlinks it; then it is nobody's.
        const HttpHeaders own{{"X-Session-Token", memberOf(back, u"session_token"_s)}};
        const QByteArray accounts = "/_allauth/app/v1/account/providers";
        QCOMPARE(m_place->server.client().get(shop + accounts, own).json()["data"].at(0)["uid"].text(), u"joan-1"_s);
        QCOMPARE(m_place->server.client().get("/sites/rival" + accounts, own).status, 401);
        json::Object gone;
        gone.set("provider", "openid_connect");
        gone.set("account", "joan-1");
        const HttpAnswer left =
            m_place->server.client().request("DELETE", shop + accounts, json::write(json::Value(gone)), own);
        QCOMPARE(left.status, 200);
        QVERIFY(left.json()["data"].array().empty());
        QCOMPARE(come(true).status, 409);
    }

    /// A provider stands in for the password, not for the second factor.
    void whoHasASecondFactorIsAskedForIt()
    {
        const Visit first(*m_place);
        const HttpAnswer before =
            first.comeBack(m_provider->authorize(first.asked, person("anna-1", "anna@example.org")));
        const HttpHeaders own{{"X-Session-Token", memberOf(before, u"session_token"_s)}};
        const QByteArray totp = shop + "/_allauth/app/v1/account/authenticators/totp";
        const QString secret = m_place->server.client().get(totp, own).json()["meta"]["secret"].text();
        json::Object code;
        code.set("code", test::totpCode(secret));
        QCOMPARE(m_place->server.client().post(totp, code, own).status, 200);

        const Visit visit(*m_place);
        const HttpAnswer back =
            visit.comeBack(m_provider->authorize(visit.asked, person("anna-1", "anna@example.org")));
        QCOMPARE(back.status, 200);
        QVERIFY(back.body.contains("action=\"/sites/shop/accounts/login/\""));
        QCOMPARE(cookieOf(back, "sessionid_shop"), QByteArray());
        const QByteArray name = "name=\"pending\" value=\"";
        const qsizetype from = back.body.indexOf(name) + name.size();
        const QByteArray pending = back.body.sliced(from, back.body.indexOf('"', from) - from);
        const HttpAnswer in = m_place->server.client().request(
            "POST", shop + "/accounts/login/",
            "pending=" + pending + "&code=" + test::totpCode(secret, 1).toLatin1() +
                "&csrf_token=" + QByteArray(43, 'a') + "&redirect_to=http%3A%2F%2F127.0.0.1%2Fapp",
            {{"Content-Type", "application/x-www-form-urlencoded"},
             {"Cookie", "csrftoken_shop=" + QByteArray(43, 'a')}});
        QCOMPARE(in.status, 302);
        QCOMPARE(usernameIn(in), u"anna@example.org"_s);
    }

    void strangersStayOutsideWhereTheSiteIsClosed()
    {
        QCOMPARE(m_place->configure(m_provider->url(), false).status, 200);
        const int before = m_place->users();
        const Visit visit(*m_place);
        const HttpAnswer back =
            visit.comeBack(m_provider->authorize(visit.asked, person("stranger-1", "stranger@example.org")));
        QCOMPARE(back.status, 403);
        QVERIFY(back.body.contains("closed for strangers"));
        QCOMPARE(m_place->users(), before);
        QCOMPARE(m_place->configure(m_provider->url(), true).status, 200);
        const Visit unverified(*m_place);
        QCOMPARE(
            unverified.comeBack(m_provider->authorize(unverified.asked, person("s-2", "s2@example.org", false))).status,
            403);
        QCOMPARE(m_place->users(), before);
    }

    void onlyWhatIsOfferedIsThere()
    {
        QCOMPARE(m_place->get(shop + "/accounts/google/login/").status, 404);
        QCOMPARE(m_place->get(shop + "/accounts/nobody/login/").status, 404);
        QCOMPARE(m_place->get("/sites/rival" + login).status, 404);
        QCOMPARE(m_place->get(login).status, 404);
        QCOMPARE(m_place->get(shop + login + "?redirect_to=https%3A%2F%2Fevil.example.org").status, 400);
        QVERIFY(m_place->get(shop + "/accounts/login/").body.contains("/sites/shop" + login));
        QVERIFY(!m_place->get("/sites/rival/accounts/login/").body.contains(login));
    }

    /// Names of machines beside the server, and the server's own, are asked nothing in the name of a site.
    void doesNotAskItsNeighbours()
    {
        const Place place(u"sqlite"_s, "openid_connect", {});
        QCOMPARE(place.configure(m_provider->url()).status, 400);
        const int before = m_provider->connections();
        QCOMPARE(place.configure(QString(m_provider->url()).replace(u"http:"_s, u"https:"_s)).status, 200);
        QCOMPARE(place.get(shop + login).status, 503);
        QCOMPARE(m_provider->connections(), before);
    }

    void aProviderThatIsAwayIsToldOf()
    {
        QString away;
        {
            const test::IdentityProvider gone;
            away = gone.url();
        }
        const Place place(u"sqlite"_s, "openid_connect");
        QCOMPARE(place.configure(away).status, 200);
        const HttpAnswer answer = place.get(shop + login);
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.body.contains("cannot be asked now"));
    }
};

QTEST_GUILESS_MAIN(TestOpenIdConnect)
#include "tst_openidconnect.moc"
