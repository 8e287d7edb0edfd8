// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "tests/support/identityprovider.h"
#include "tests/support/providersite.h"

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
const QByteArray login = "/accounts/github/login/";
constexpr auto verified = true;

json::Object address(const char *email, bool primary, bool isVerified)
{
    json::Object one;
    one.set("email", email);
    one.set("primary", primary);
    one.set("verified", isVerified);
    return one;
}

/// What GitHub says of a user; `email` is their primary address.
json::Object person(int id, const char *name, const char *email, bool isVerified = verified)
{
    json::Object who;
    who.set("id", id);
    who.set("login", name);
    who.set("name", "Mary Anning");
    who.set("email", "shown@example.org");
    who.set("emails", json::Array{address("second@example.org", false, true), address(email, true, isVerified)});
    return who;
}

/// The answer to somebody who goes to GitHub and comes back.
HttpAnswer visited(const Place &place, test::IdentityProvider &provider, const json::Object &who)
{
    const Visit visit(place);
    return visit.comeBack(provider.authorize(visit.asked, who));
}

int signUpJoan(const Place &place)
{
    const QByteArray body = R"({"username": "joan", "email": "joan@example.org",
        "password": "ammonite in the cliff 2", "confirm_password": "ammonite in the cliff 2"})";
    return place.server.client().request("POST", shop + "/api/users/", body, test::bearer(place.token)).status;
}

} // namespace

class TestGitHub : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Place> m_place;

private slots:
    void initTestCase() { m_place = std::make_unique<Place>(u"sqlite"_s, "github"); }

    void signsUpAndIn_data() { test::engineRows(); }
    void signsUpAndIn()
    {
        QFETCH(QString, engine);
        test::IdentityProvider provider;
        const Place place(engine, "github");
        QCOMPARE(place.configure(provider.url()).status, 200);
        QVERIFY(place.get(shop + "/accounts/login/").body.contains(shop + login));
        QCOMPARE(place.get("/sites/rival" + login).status, 404);
        const Visit visit(place);
        QCOMPARE(visit.sent.status, 302);
        QVERIFY(visit.asked.toString().startsWith(provider.url() + u"/login/oauth/authorize?"_s));
        QCOMPARE(parameter(visit.asked, u"scope"_s), u"read:user user:email"_s);
        QCOMPARE(parameter(visit.asked, u"code_challenge_method"_s), u"S256"_s);
        QVERIFY(!parameter(visit.asked, u"code_challenge"_s).isEmpty());
        QVERIFY(parameter(visit.asked, u"redirect_uri"_s).endsWith(u"/sites/shop/accounts/github/login/callback/"_s));
        QVERIFY(!visit.asked.toString().contains(u"nonce"_s));

        const int before = place.users();
        const HttpAnswer back = visit.comeBack(provider.authorize(visit.asked, person(4711, "mary", "m@example.org")));
        QCOMPARE(back.status, 302);
        QVERIFY(back.header("Location").startsWith("http://127.0.0.1/app#session_token="));
        QCOMPARE(place.emailIn(back), u"m@example.org"_s);
        QCOMPARE(place.users(), before + 1);
        const auto own = test::bearer(memberOf(back, u"access_token"_s));
        const auto me = place.server.client().get(shop + "/api/users/me/", own).json()["data"];
        QCOMPARE(me["first_name"].text(), u"Mary"_s);
        QCOMPARE(me["last_name"].text(), u"Anning"_s);
        QCOMPARE(place.server.client().get("/sites/rival/api/users/me/", own).status, 401);

        // They stay who they are by another name and address, and who takes over the name is somebody else.
        const HttpAnswer renamed = visited(place, provider, person(4711, "anning", "new@example.org", !verified));
        QCOMPARE(place.emailIn(renamed), u"m@example.org"_s);
        const HttpAnswer heir = visited(place, provider, person(4712, "mary", "heir@example.org"));
        QCOMPARE(place.emailIn(heir), u"heir@example.org"_s);
        QCOMPARE(place.users(), before + 2);
    }

    /// Whose address it is decides nothing, verified or not; they link it themselves.
    void nobodyIsLinkedForTheirAddress_data() { test::engineRows(); }
    void nobodyIsLinkedForTheirAddress()
    {
        QFETCH(QString, engine);
        test::IdentityProvider provider;
        const Place place(engine, "github");
        QCOMPARE(place.configure(provider.url()).status, 200);
        QCOMPARE(signUpJoan(place), 201);
        const HttpAnswer known = visited(place, provider, person(7, "joan", "JOAN@example.org"));
        QCOMPARE(known.status, 409);
        QVERIFY(known.body.contains("link the other account"));
        QCOMPARE(visited(place, provider, person(7, "joan", "joan@example.org", !verified)).status, 403);

        QCOMPARE(place.get(shop + place.path("connect/")).status, 403);
        const QByteArray session = place.sessionOf("joan", "ammonite in the cliff 2");
        const HttpAnswer page = place.get(shop + place.path("connect/"), session);
        QCOMPARE(page.status, 200);
        const QUrl asked = test::linkIn(page);
        const QByteArray cookies = "signin_attempt_shop=" + cookieOf(page, "signin_attempt_shop") + "; " + session;
        const HttpAnswer linked =
            place.get(shop + login + "callback/?state=" + parameter(asked, u"state"_s).toLatin1() +
                          "&code=" + provider.authorize(asked, person(7, "joan", "x@example.org", !verified)),
                      cookies);
        QCOMPARE(linked.status, 200);
        QVERIFY(linked.body.contains("The account is linked"));

        const HttpAnswer back = visited(place, provider, person(7, "joan", "x@example.org", !verified));
        QCOMPARE(place.emailIn(back), u"joan@example.org"_s);
        const HttpHeaders own{{"X-Session-Token", memberOf(back, u"session_token"_s)}};
        const QByteArray accounts = "/_allauth/app/v1/account/providers";
        QCOMPARE(place.server.client().get(shop + accounts, own).json()["data"].at(0)["uid"].text(), u"7"_s);
        const QByteArray gone = R"({"provider": "github", "account": "7"})";
        QCOMPARE(place.server.client().request("DELETE", shop + accounts, gone, own).status, 200);
        QCOMPARE(visited(place, provider, person(7, "joan", "joan@example.org")).status, 409);
    }

    void strangersNeedAVerifiedPrimaryAddress_data()
    {
        QTest::addColumn<QByteArray>("emails");
        QTest::newRow("not verified") << QByteArray(R"([{"email": "a@example.org", "primary": true, "verified": false},
                                                        {"email": "b@example.org", "primary": false, "verified": true}])");
        QTest::newRow("none") << QByteArray("[]");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("not to be read") << QByteArray();
    }
    void strangersNeedAVerifiedPrimaryAddress()
    {
        QFETCH(QByteArray, emails);
        test::IdentityProvider provider;
        const Place place(u"sqlite"_s, "github");
        QCOMPARE(place.configure(provider.url()).status, 200);
        json::Object who = person(1, "mary", "a@example.org");
        who.remove("emails"); // then the answer is 404
        if (!emails.isEmpty())
            who.set("emails", *json::read({emails.constData(), std::size_t(emails.size())}));
        const int before = place.users();
        const HttpAnswer back = visited(place, provider, who);
        QCOMPARE(back.status, 403);
        QVERIFY(back.body.contains("has not verified"));
        QCOMPARE(place.users(), before);

        QCOMPARE(visited(place, provider, person(1, "mary", "a@example.org")).status, 302);
        QCOMPARE(place.emailIn(visited(place, provider, who)), u"a@example.org"_s); // known by now
        QCOMPARE(place.configure(provider.url(), false).status, 200);
        const HttpAnswer closed = visited(place, provider, person(2, "eve", "eve@example.org"));
        QCOMPARE(closed.status, 403);
        QVERIFY(closed.body.contains("closed for strangers"));
        QCOMPARE(place.users(), before + 1);
    }

    void whatGitHubSaysMustHold_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *title, const char *path, const char *answer, const char *body, int status) {
            QTest::newRow(title) << QByteArray(path) << QByteArray(answer) << QByteArray(body) << status;
        };
        const auto token = "/login/oauth/access_token";
        const auto user = "/api/v3/user";
        const auto broken = "500 Internal Server Error";
        row("an error for the code", token, "200 OK", R"({"error": "bad_verification_code"})", 400);
        row("no token", token, "200 OK", R"({"token_type": "bearer"})", 400);
        row("a token of two lines", token, "200 OK", R"({"access_token": "gho_1\r\nX-Evil: 1"})", 400);
        row("a token of another's making", token, "200 OK", R"({"access_token": "gho_1"})", 400);
        row("no token endpoint", token, "404 Not Found", "", 400);
        row("a token endpoint that fails", token, broken, "{}", 503);
        row("a user without id", user, "200 OK", R"({"login": "eve", "email": "eve@example.org"})", 400);
        row("an id that is a text", user, "200 OK", R"({"id": "4711"})", 400);
        row("a user that is no JSON", user, "200 OK", "<html>", 400);
        row("a user elsewhere", user, "302 Found", "", 400);
        row("an API that fails", user, broken, "{}", 503);
        row("addresses that fail", "/api/v3/user/emails", broken, "[]", 503);
        row("too many addresses asked for", "/api/v3/user/emails", "429 Too Many Requests", "[]", 503);
    }
    void whatGitHubSaysMustHold()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        test::IdentityProvider provider;
        const Place &place = *m_place;
        QCOMPARE(place.configure(provider.url()).status, 200);
        const int before = place.users();
        provider.answerInstead(path, answer, body);
        const HttpAnswer back = visited(place, provider, person(4711, "eve", "eve@example.org"));
        QCOMPARE(back.status, status);
        QVERIFY(back.body.contains("You are not signed in"));
        QVERIFY(!back.body.contains("session_token"));
        QCOMPARE(cookieOf(back, "sessionid_shop"), QByteArray());
        QCOMPARE(place.users(), before);
    }

    void whoComesBackMustHaveBegunHere()
    {
        test::IdentityProvider provider;
        const Place &place = *m_place;
        QCOMPARE(place.configure(provider.url()).status, 200);
        const int before = place.users();
        const Visit visit(place);
        const Visit other(place);
        const auto code = [&] { return provider.authorize(visit.asked, person(1, "mary", "mary@example.org")); };
        QCOMPARE(visit.comeBack(code(), other.state, visit.cookie).status, 400);
        QCOMPARE(visit.comeBack(code(), visit.state, {}).status, 400);
        QCOMPARE(visit.comeBack(code(), visit.state, other.cookie).status, 400);
        // A code that was stolen is worth nothing without the verifier of who began.
        QCOMPARE(other.comeBack(code()).status, 400);
        QCOMPARE(place.users(), before);
        const QByteArray once = code();
        QCOMPARE(visit.comeBack(once).status, 302);
        QCOMPARE(visit.comeBack(once).status, 400);
        QCOMPARE(visit.comeBack(code()).status, 400);
        const Visit again(place);
        QCOMPARE(again.comeBack(once).status, 400);
        QCOMPARE(place.users(), before + 1);
    }

    /// A server that speaks both protocols may call different people by the same name.
    void anIdIsNoSubjectOfOpenIdConnect()
    {
        test::IdentityProvider provider;
        Place place(u"sqlite"_s, "github");
        QCOMPARE(place.configure(provider.url()).status, 200);
        QCOMPARE(visited(place, provider, person(4711, "mary", "mary@example.org")).status, 302);
        const int before = place.users();
        place.provider = "openid_connect";
        QCOMPARE(place.configure(provider.url()).status, 200);
        json::Object claims;
        claims.set("sub", "4711");
        claims.set("email", "eve@example.org");
        claims.set("email_verified", true);
        const HttpAnswer back = visited(place, provider, claims);
        QCOMPARE(back.status, 409);
        QVERIFY(!back.body.contains("session_token"));
        QCOMPARE(place.users(), before);
    }

    void gitHubItselfIsWhereNobodySaysOtherwise()
    {
        const Place place(u"sqlite"_s, "github", {});
        const HttpAnswer changed = place.server.client().request(
            "PATCH", shop + "/api/settings/auth/", R"({"providers": [{"provider": "github", "client_id": "shop"}]})",
            test::bearer(place.token));
        QCOMPARE(changed.status, 200);
        const Visit visit(place, shop + login);
        QCOMPARE(visit.sent.status, 302);
        QVERIFY(visit.sent.header("Location").startsWith("https://github.com/login/oauth/authorize?"));
    }

    /// Nothing that is not public is asked in the name of a site.
    void doesNotAskItsNeighbours()
    {
        const test::IdentityProvider provider;
        const Place place(u"sqlite"_s, "github", {});
        QCOMPARE(place.configure(provider.url()).status, 400);
        QCOMPARE(place.configure(QString(provider.url()).replace(u"http:"_s, u"https:"_s)).status, 200);
        const Visit visit(place, shop + login);
        QCOMPARE(visit.sent.status, 302);
        QCOMPARE(visit.comeBack("a-code").status, 503);
        QCOMPARE(provider.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGitHub)
#include "tst_github.moc"
