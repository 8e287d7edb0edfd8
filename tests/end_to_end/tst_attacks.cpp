// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/writer.h"
#include "tests/support/jsonpath.h"
#include "tests/support/operationworld.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::HttpAnswer;
using test::HttpHeaders;
using test::Operation;
using test::OperationWorld;

namespace {

constexpr auto people = R"(
have site POST /api/users/ {"username": "mark", "email": "mark@example.org", "password": "${password}", "confirm_password": "${password}"}
have site POST /api/users/ {"username": "rita", "email": "rita@example.org", "password": "${password}", "confirm_password": "${password}"}
have site POST /api/users/ {"username": "idle", "email": "idle@example.org", "password": "${password}", "confirm_password": "${password}", "is_active": false}
have site POST /api/users/ {"username": "bare", "email": "bare@example.org"}
)";

/// Two sites with the same few people.
struct Sites
{
    explicit Sites(const test::ServerFixture::Settings &settings = {}, const QString &engine = u"sqlite"_s)
        : world(table, engine, settings)
    {
    }

    test::HttpClient client() const { return world.server().client(); }
    HttpAnswer signIn(const QByteArray &name, const QByteArray &password, const HttpHeaders &headers = {}) const
    {
        return client().request("POST", "/sites/shop/api/auth/jwt/token/",
                                R"({"username":")" + name + R"(","password":")" + password + R"("})", headers);
    }

    test::OperationTable table = test::expectValue(test::OperationTable::parse(people));
    OperationWorld world;
};

const QByteArray goodPassword = test::RealmCredentials::userPassword;
const QByteArray csrf(43, 'c');

/// The value a browser would keep after this answer, or nothing.
QByteArray cookieSet(const HttpAnswer &answer, const QByteArray &name)
{
    for (const auto &[header, value] : answer.headers) {
        if (header.compare("Set-Cookie", Qt::CaseInsensitive) == 0 && value.startsWith(name + '='))
            return value.mid(name.size() + 1).split(';').front();
    }
    return {};
}

HttpHeaders cookies(const QByteArray &session)
{
    return {{"Cookie", "csrftoken_shop=" + csrf + (session.isEmpty() ? "" : "; sessionid_shop=" + session)}};
}

HttpHeaders operator+(HttpHeaders headers, const std::pair<QByteArray, QByteArray> &one)
{
    headers.push_back(one);
    return headers;
}

/// The form of the page, sent by a browser that carries this session.
HttpAnswer signInByForm(const Sites &sites, const QByteArray &name, const QByteArray &session)
{
    return sites.client().request(
        "POST", "/sites/shop/accounts/login/",
        "login=" + name + "&password=" + QByteArray(goodPassword).replace(' ', '+') + "&csrf_token=" + csrf,
        cookies(session) + std::pair<QByteArray, QByteArray>("Content-Type", "application/x-www-form-urlencoded"));
}

QByteArray whoIs(const Sites &sites, const HttpHeaders &headers)
{
    const HttpAnswer me = sites.client().get("/sites/shop/api/users/me/", headers);
    return me.status == 200 ? test::valueAt(me.json(), u"data.username"_s)->text().toUtf8() : QByteArray();
}

} // namespace

/// What an attacker tries against the whole program. Elsewhere are: tokens without a signature, of another algorithm,
/// of another site or forged in other ways (tests/core/identity/tst_tokens, scripts authentication/credentials and
/// authentication/isolation); a refresh token used twice (authentication/refresh; at the same time: tst_races); forms
/// sent from elsewhere and redirects to elsewhere (pages/login, pages/redirects); the lock of guessed accounts
/// (authentication/lockout); more power by PUT or in a new user's body (users/escalation, users/rank, roles/rank);
/// comparing in constant time (tests/core/base/tst_crypto) and a hash for those who do not exist (tst_passwordhasher);
/// secrets in the database or the log (tst_secrets).
class TestAttacks : public QObject
{
    Q_OBJECT

private slots:
    void aSessionCannotBePlanted()
    {
        Sites sites;
        const QByteArray planted(43, 'p');
        QCOMPARE(whoIs(sites, cookies(planted)), QByteArray());
        const HttpAnswer signedIn = signInByForm(sites, "rita", planted);
        const QByteArray session = cookieSet(signedIn, "sessionid_shop");
        QCOMPARE(whoIs(sites, cookies(session)), QByteArray("rita"));
        QVERIFY(session != planted);
        QCOMPARE(whoIs(sites, cookies(planted)), QByteArray());

        // Nor does signing in turn the session of somebody else into one's own.
        const QByteArray marks = sites.world.credentials().session("shop", "mark").front().second;
        const QByteArray ritas = cookieSet(signInByForm(sites, "rita", marks), "sessionid_shop");
        QVERIFY(ritas != marks);
        QVERIFY(whoIs(sites, {{"X-Session-Token", marks}}) != "rita");
    }

    void aForeignPageWritesNothingWithTheBrowsersCookies()
    {
        Sites sites;
        const QByteArray session = sites.world.credentials().session("shop", "rita").front().second;
        const HttpHeaders browser = cookies(session);
        const std::pair<QByteArray, QByteArray> proof("X-CSRFToken", csrf);
        const auto changes = [&](const char *method, const char *path, const HttpHeaders &headers) {
            return sites.client().request(method, path, R"({"theme":"dark"})", headers).status;
        };
        const char *path = "/sites/shop/api/users/me/preferences/";
        for (const char *method : {"POST", "PUT", "PATCH"}) {
            QCOMPARE(changes(method, path, browser), 403);
            QCOMPARE(changes(method, path, browser + std::pair<QByteArray, QByteArray>("X-CSRFToken", "")), 403);
            QCOMPARE(
                changes(method, path, browser + std::pair<QByteArray, QByteArray>("X-CSRFToken", QByteArray(43, 'd'))),
                403);
            QCOMPARE(changes(method, path, {{"Cookie", "sessionid_shop=" + session}, proof}), 403);
            QCOMPARE(
                changes(method, path, {{"Cookie", "sessionid_shop=" + session + "; csrftoken_rival=" + csrf}, proof}),
                403);
        }
        QCOMPARE(changes("DELETE", "/sites/shop/api/api-keys/1/", browser), 403);
        QVERIFY(!sites.client().get(path, browser).body.contains("dark"));
        QCOMPARE(changes("POST", path, browser + proof), 200);
        QVERIFY(sites.client().get(path, browser).body.contains("dark"));
    }

    /// Every body that may be sent is sent with what nobody may set about themselves, by somebody without any right.
    void nobodyMakesThemselvesMoreThanTheyAre()
    {
        const test::OperationTable table = test::OperationTable::ofTree();
        OperationWorld world(table, u"sqlite"_s);
        int accepted = 0;
        for (const Operation &operation : table.operations) {
            if (!operation.body.startsWith('{') || operation.has("public") || operation.target.contains("password"))
                continue;
            const QByteArray realm = OperationWorld::homeOf(operation);
            test::ReadyRequest request = world.ready(operation, realm);
            request.body =
                R"({"is_superuser":true,"is_staff":true,"is_cloud_user":true,"is_owner":true,"role":"owner",)"
                R"("permissions":["manage_site","admin_site"],"user_id":1,"id":1,"deleted":false)" +
                (request.body == "{}" ? QByteArray("}") : ',' + request.body.mid(1));
            const HttpAnswer answer = world.send(request, realm, world.credentials().bearer(realm, "mark"));
            QVERIFY2(answer.status < 500, (operation.name() + ' ' + answer.body).constData());
            accepted += answer.status < 300 ? 1 : 0;
        }
        QVERIFY(accepted >= 3); // one's preferences, and what everybody may ask or make
        for (const auto &[realm, path] :
             {std::pair("shop", "/api/users/me/"), std::pair("platform", "/api/cloud/users/me/")}) {
            const HttpAnswer me = world.send({"GET", path, {}, {}}, realm, world.credentials().bearer(realm, "mark"));
            QCOMPARE(me.status, 200);
            QVERIFY2(me.body.contains(R"("is_superuser":false)") && me.body.contains(R"("is_staff":false)"),
                     me.body.constData());
            QVERIFY2(!me.body.contains("manage_site") && !me.body.contains("admin_site"), me.body.constData());
        }
        const HttpAnswer powerful = world.send({"GET", "/api/users/?is_superuser=true", {}, {}}, "shop",
                                               world.credentials().bearer("shop", "admin"));
        QCOMPARE(powerful.status, 200);
        QVERIFY(
            powerful.body.contains(R"("is_superuser":true)")); // the administrator and the owners of the organization
        QVERIFY2(!powerful.body.contains(R"("username":"mark")"), powerful.body.constData());
    }

    /// A name that nobody has, a wrong password, one taken out of use and one without a password are answered alike,
    /// also once they are locked.
    void namesCannotBeTriedOut()
    {
        Sites sites({{u"RATE_LIMIT_ENABLE"_s, u"true"_s}, {u"API_RATE_LIMIT_SIGN_IN"_s, u"1000"_s}});
        const auto byHeadless = [&](const QByteArray &name) {
            return sites.client().request("POST", "/sites/shop/_allauth/app/v1/auth/login",
                                          R"({"username":")" + name + R"(","password":"wrong password"})");
        };
        const auto byPage = [&](const QByteArray &name) {
            const HttpHeaders form =
                cookies({}) + std::pair<QByteArray, QByteArray>("Content-Type", "application/x-www-form-urlencoded");
            return sites.client().request("POST", "/sites/shop/accounts/login/",
                                          "login=" + name + "&password=wrong&csrf_token=" + csrf, form);
        };
        const auto told = [](const HttpAnswer &answer, const QByteArray &name) {
            static const QRegularExpression seconds(u"\"retry_after\":\\d+|\\d+ seconds"_s);
            QByteArray headers;
            for (const auto &[header, value] : answer.headers)
                headers += header + ' ';
            return QByteArray::number(answer.status) + ' ' + headers +
                   QString::fromUtf8(test::comparable(answer.body).replace(name, "?"))
                       .replace(seconds, u"s"_s)
                       .toUtf8();
        };
        for (int round = 0; round < 7; ++round) {
            for (const auto &ask : {std::function<HttpAnswer(const QByteArray &)>(
                                        [&](const QByteArray &name) { return sites.signIn(name, "wrong password"); }),
                                    std::function<HttpAnswer(const QByteArray &)>(byHeadless),
                                    std::function<HttpAnswer(const QByteArray &)>(byPage)}) {
                const QByteArray known = told(ask("rita"), "rita");
                for (const QByteArray name : {"zita", "idle", "bare"})
                    QCOMPARE(told(ask(name), name), known);
                QVERIFY2(round < 2 || known.startsWith("429"), known.constData());
            }
        }
    }

    /// One password tried on many names locks none of them: what is counted then is the address.
    void aPasswordIsNotSprayedOverNames()
    {
        Sites sites({{u"RATE_LIMIT_ENABLE"_s, u"true"_s}, {u"API_RATE_LIMIT_SIGN_IN"_s, u"30"_s}});
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            const QByteArray number = QByteArray::number(i);
            const HttpAnswer answer =
                sites.signIn("user" + number, "Summer2026!", {{"X-Forwarded-For", "198.51.100." + number}});
            QVERIFY(answer.status == 401 || answer.status == 429);
            refused += answer.status == 429 ? 1 : 0;
        }
        QVERIFY(refused >= 10);
        QCOMPARE(sites.signIn("rita", goodPassword, {{"X-Forwarded-For", "203.0.113.9"}}).status, 429);
    }

    void nobodyChoosesTheirAddress_data()
    {
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<QByteArray>("behind"); // what a proxy puts at the end
        QTest::newRow("without a proxy") << QString() << QByteArray();
        QTest::newRow("behind a proxy") << u"127.0.0.1"_s << QByteArray("203.0.113.7");
        QTest::newRow("behind a proxy of a network")
            << u"10.0.0.0/8,127.0.0.0/24"_s << QByteArray("203.0.113.7, 10.1.2.3");
    }
    void nobodyChoosesTheirAddress()
    {
        QFETCH(QString, trusted);
        QFETCH(QByteArray, behind);
        Sites sites({{u"RATE_LIMIT_ENABLE"_s, u"true"_s},
                     {u"API_RATE_LIMIT_SIGN_IN"_s, u"1000"_s},
                     {u"TRUSTED_PROXIES"_s, trusted}});
        const auto from = [&](int i, bool twice) -> HttpHeaders {
            const QByteArray made = "198.51.100." + QByteArray::number(i);
            if (behind.isEmpty())
                return {{"X-Forwarded-For", made}, {"X-Real-IP", made}, {"Forwarded", "for=" + made}};
            if (twice)
                return {{"X-Forwarded-For", made}, {"X-Forwarded-For", behind}};
            return {{"X-Forwarded-For", made + ", " + behind}};
        };
        for (const bool twice : {false, true}) {
            const QByteArray name = twice ? "mark" : "rita";
            for (int i = 0; i < 5; ++i)
                QCOMPARE(sites.signIn(name, "wrong", from(i, twice)).status, 401);
            QCOMPARE(sites.signIn(name, goodPassword, from(99, twice)).status, 429);
        }
        if (!behind.isEmpty())
            QCOMPARE(sites.signIn("rita", goodPassword, {{"X-Forwarded-For", "203.0.113.8"}}).status, 200);
    }

    void nothingThatOpensStandsInTheLog()
    {
        Sites sites({{u"LOG_LEVEL"_s, u"debug"_s}});
        const QByteArray wrong = "a-wrong-password-4711";
        const HttpAnswer signedIn = sites.signIn("rita", goodPassword);
        const QByteArray access = test::valueAt(signedIn.json(), u"access"_s)->text().toUtf8();
        const QByteArray refresh = test::valueAt(signedIn.json(), u"refresh"_s)->text().toUtf8();
        const QByteArray session = sites.world.credentials().session("shop", "rita").front().second;
        const QByteArray key = sites.world.credentials().apiKey("shop", "rita").front().second.split(' ').back();
        QByteArray answers = sites.signIn("rita", wrong).body + sites.signIn(wrong, "x\", \"" + wrong).body;
        for (const HttpHeaders &headers : {test::bearer(access),
                                           test::bearer(access + "x"),
                                           test::bearer(refresh),
                                           {{"X-Session-Token", session}},
                                           {{"X-Session-Token", session + "x"}},
                                           {{"Authorization", "Api-Key " + key}},
                                           {{"Authorization", "Api-Key " + key + "x"}},
                                           {{"Authorization", key}},
                                           cookies(session)})
            answers += sites.client().get("/sites/shop/api/users/?page=none", headers).body;
        answers += sites.client().get("/sites/shop/api/users/me/?access_token=" + access).body;
        answers += sites.client()
                       .request("POST", "/sites/shop/api/users/",
                                R"({"username":"x","password":")" + wrong + R"(","confirm_password":"y"})",
                                sites.world.credentials().bearer("shop", "admin"))
                       .body;
        QTRY_VERIFY_WITH_TIMEOUT(sites.world.server().output().contains("/api/users/"), 10'000);
        const QByteArray said = sites.world.server().output() + sites.world.server().errors();
        for (const QByteArray &secret : {goodPassword, wrong, access, refresh, access.split('.').back(),
                                         refresh.split('.').back(), session, key}) {
            QVERIFY2(!said.contains(secret), secret.constData());
            QVERIFY2(!answers.contains(secret), secret.constData());
        }
    }

    /// Whoever writes a schema makes the server ask nobody.
    void aSchemaFetchesNothing()
    {
        Sites sites;
        QTcpServer bait;
        QVERIFY(bait.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(bait.serverPort());
        const HttpHeaders admin = sites.world.credentials().bearer("shop", "admin");
        for (const QByteArray &target : {"http://127.0.0.1:" + port + "/schema.json",
                                         "//127.0.0.1:" + port + "/schema.json", QByteArray("file:///etc/passwd"),
                                         QByteArray("schema.json"), "http://localhost:" + port + "/#/definitions/a"}) {
            const QByteArray reference = "{\"$ref\":\"" + target + "\"}"; // moc loses its way in a raw string here
            const QByteArray schema = R"({"type":"object","properties":{"a":)" + reference + "}}";
            const HttpAnswer attributes =
                sites.client().request("POST", "/sites/shop/api/settings/user-attributes/", schema, admin);
            QVERIFY2(attributes.status == 400, attributes.body.constData());
            const HttpAnswer type = sites.client().request(
                "POST", "/sites/shop/api/secret-types/",
                R"({"name":"fetched","description":"d","sensitivity_level":"private","schema":)" + schema + "}", admin);
            QVERIFY2(type.status == 400, type.body.constData());
            QVERIFY(!attributes.body.contains("root:") && !type.body.contains("root:"));
        }
        QVERIFY(!bait.waitForNewConnection(300));
    }
    /// Nor does who names a provider that people sign in with, whatever its name leads to.
    void aProviderLeadsNowhereInside()
    {
        Sites sites;
        QTcpServer bait;
        QVERIFY(bait.listen(QHostAddress::LocalHost));
        const HttpHeaders admin = sites.world.credentials().bearer("shop", "admin");
        const QByteArray port = QByteArray::number(bait.serverPort());
        int taken = 0;
        for (const QByteArray &place :
             {"http://127.0.0.1:" + port, "https://127.0.0.1:" + port, "https://localhost:" + port,
              "https://[::1]:" + port, "https://[::ffff:127.0.0.1]:" + port, "https://2130706433:" + port,
              QByteArray("https://169.254.169.254"), QByteArray("file:///etc/passwd")}) {
            json::Object settings;
            settings.set("server_url", place.toStdString());
            json::Object provider;
            for (const auto &[name, value] :
                 {std::pair("provider", "openid_connect"), std::pair("client_id", "shop"),
                  std::pair("secret", "a secret of the shop's"), std::pair("name", "Inside")})
                provider.set(name, value);
            provider.set("settings", std::move(settings));
            json::Object change;
            change.set("providers", json::Array{std::move(provider)});
            const HttpAnswer configured = sites.client().request("PATCH", "/sites/shop/api/settings/auth/",
                                                                 json::write(json::Value(change)), admin);
            QVERIFY2(configured.status == 200 || configured.status == 400, configured.body.constData());
            taken += configured.status == 200 ? 1 : 0;
            const HttpAnswer login = sites.client().get("/sites/shop/accounts/openid_connect/login/");
            QVERIFY2(login.status >= 400 && login.header("Location").isEmpty(), login.body.constData());
            QVERIFY2(!login.body.contains("root:") && !login.body.contains(place), login.body.constData());
        }
        QVERIFY(taken > 0); // what was refused at once was not asked at all
        QVERIFY(!bait.hasPendingConnections() && !bait.waitForNewConnection(300));
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
