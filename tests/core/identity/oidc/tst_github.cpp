// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/github.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::identity;
using namespace Qt::StringLiterals;

namespace {

const QString enterprise = u"https://github.example.org"_s;

} // namespace

class TestGitHub : public QObject
{
    Q_OBJECT

private slots:
    void isAskedWhereItIs()
    {
        const ProviderMetadata itself = github::metadata(gitHubServer);
        QCOMPARE(itself.issuer, u"https://github.com"_s);
        QCOMPARE(itself.authorizationEndpoint, u"https://github.com/login/oauth/authorize"_s);
        QCOMPARE(itself.tokenEndpoint, u"https://github.com/login/oauth/access_token"_s);
        QCOMPARE(github::metadata(enterprise).issuer, enterprise);
        const auto asked = github::apiRequest(u"a site"_s, gitHubServer, github::userPath, "gho_1");
        QCOMPARE(asked.url, u"https://api.github.com/user"_s);
        QCOMPARE(asked.onBehalfOf, u"a site"_s);
        QVERIFY(asked.body.isEmpty());
        for (const char *header : {"Authorization: Bearer gho_1", "Accept: application/vnd.github+json",
                                   "X-GitHub-Api-Version: 2022-11-28", "User-Agent: Tenantry"})
            QVERIFY2(asked.headers.contains(QByteArray(header)), header);
        QCOMPARE(github::apiRequest({}, enterprise, github::emailsPath, "gho_1").url,
                 u"https://github.example.org/api/v3/user/emails?per_page=100"_s);
    }

    void somebodyIsTheirId()
    {
        const auto who = github::readUser(
            enterprise,
            {200, R"({"id": 4711, "login": "mary", "name": " Mary  Ann Anning", "email": "m@example.org"})"});
        QVERIFY(who);
        QCOMPARE(who->issuer, enterprise);
        QCOMPARE(who->subject, u"4711"_s);
        QCOMPARE(who->givenName, u"Mary"_s);
        QCOMPARE(who->familyName, u"Ann Anning"_s);
        // What is shown to everybody need not be verified.
        QCOMPARE(who->email, QString());
        QVERIFY(!who->emailVerified);
        const auto nameless = github::readUser(enterprise, {200, R"({"id": 9007199254740993, "name": null})"});
        QCOMPARE(nameless->subject, u"9007199254740993"_s);
        QCOMPARE(nameless->givenName, QString());
    }

    void whoHasNoIdIsNobody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *title, int status, const char *body) {
            QTest::newRow(title) << status << QByteArray(body);
        };
        row("no id", 200, R"({"login": "mary"})");
        row("none at all", 200, R"({"id": null})");
        row("nought", 200, R"({"id": 0})");
        row("negative", 200, R"({"id": -1})");
        row("a text", 200, R"({"id": "4711"})");
        row("a fraction", 200, R"({"id": 4711.5})");
        row("too large", 200, R"({"id": 47110000000000000000})");
        row("a list", 200, R"([{"id": 4711}])");
        row("no JSON", 200, "<html>4711</html>");
        row("refused", 401, R"({"id": 4711})");
        row("moved", 301, R"({"id": 4711})");
    }
    void whoHasNoIdIsNobody()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto who = github::readUser(enterprise, {status, body});
        QVERIFY(!who);
        QCOMPARE(who.error().code, ErrorCode::Unauthorized);
    }

    void anAddressIsPrimaryAndVerified_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *title, int status, const char *body, const char *address = "") {
            QTest::newRow(title) << status << QByteArray(body) << QString::fromLatin1(address);
        };
        row("among others", 200,
            R"([{"email": "a@example.org", "primary": false, "verified": true},
                {"email": "b@example.org", "primary": true, "verified": true, "visibility": null}])",
            "b@example.org");
        row("not verified", 200,
            R"([{"email": "a@example.org", "primary": true, "verified": false},
                {"email": "b@example.org", "primary": false, "verified": true}])");
        row("verified as a text says", 200, R"([{"email": "a@example.org", "primary": true, "verified": "true"}])");
        row("it does not say", 200, R"([{"email": "a@example.org", "primary": true}, "b@example.org", null])");
        row("a number", 200, R"([{"email": 7, "primary": true, "verified": true}])");
        row("none", 200, "[]");
        row("no list", 200, R"({"email": "a@example.org", "primary": true, "verified": true})");
        row("no JSON", 200, "[");
        row("may not be read", 404, R"([{"email": "a@example.org", "primary": true, "verified": true}])");
    }
    void anAddressIsPrimaryAndVerified()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, address);
        QCOMPARE(github::verifiedAddress({status, body}), address);
    }

    /// It stands in a header.
    void aTokenIsOneLine()
    {
        QVERIFY(github::isAccessToken("gho_16C7e42F292c6912E7710c838347Ae178B4a"));
        for (const QByteArray &text : {QByteArray(), QByteArray("gho 1"), QByteArray("gho_1\r\nHost: evil.example.org"),
                                       QByteArray("gh\0o", 4), QByteArray("gh\xc3\xb6"), QByteArray(5000, 'a')})
            QVERIFY(!github::isAccessToken(text));
    }
};

QTEST_GUILESS_MAIN(TestGitHub)
#include "tst_github.moc"
