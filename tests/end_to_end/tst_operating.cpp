// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"
#include "tests/support/totpcode.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

namespace {

using Ended = test::ChildProcess::Ended;

Ended run(const test::ServerFixture &server, const QStringList &words, const QByteArray &input = {})
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"input"_s));
    if (!file.open(QFile::WriteOnly) || file.write(input) != input.size())
        qFatal("no input for tenantry-server");
    file.close();
    const QStringList shell{u"-c"_s, u"exec \"$@\" <'%1'"_s.arg(file.fileName()), u"sh"_s,
                            test::programDirectory() + u"/tenantry-server"_s};
    test::ChildProcess process(u"/bin/sh"_s, shell + words + server.dataArguments());
    return process.waitForEnd(30s);
}

#define COMPARE_STATUS(ended, expected)                                                                                \
    QVERIFY2((ended).status == (expected), ((ended).output + (ended).errors).constData())

} // namespace

/// The commands an operator has beside `serve` and `admin`.
class TestOperating : public QObject
{
    Q_OBJECT

    static QByteArray makeSites(const test::ServerFixture &server)
    {
        const QByteArray token = server.signIn();
        server.createOrganization(token, u"Acme"_s);
        server.createSite(token, u"acme"_s, u"shop"_s);
        server.createSite(token, u"acme"_s, u"blog"_s);
        return token;
    }

private slots:
    void listsAndChecksSitesBesideTheServer_data() { test::engineRows(); }
    void listsAndChecksSitesBesideTheServer()
    {
        QFETCH(QString, engine);
        const test::ServerFixture server(engine);
        makeSites(server);
        const Ended list = run(server, {u"sites"_s, u"list"_s});
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.output.count('\n'), 3);
        QVERIFY(list.output.contains("\nblog\tacme\tready\t"));
        QCOMPARE(run(server, {u"sites"_s, u"list"_s, u"shop"_s}).output.count('\n'), 2);

        const Ended check = run(server, {u"sites"_s, u"check"_s});
        COMPARE_STATUS(check, 0);
        QCOMPARE(check.output, QByteArray("blog\tok\nshop\tok\n"));
        QCOMPARE(run(server, {u"sites"_s, u"check"_s, u"nowhere"_s}).status, 1);
        QCOMPARE(run(server, {u"sites"_s, u"dance"_s}).status, 1);
    }

    void repairsWhatThePlatformBelieves_data() { test::engineRows(); }
    void repairsWhatThePlatformBelieves()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        makeSites(server);
        server.stop();
        const QString wrong = u"UPDATE {sites} SET schema_version = 1 WHERE slug = 'shop'"_s;
        COMPARE_STATUS(run(server, {u"sql"_s, u"--platform"_s, u"--write"_s, wrong}), 0);
        const Ended check = run(server, {u"sites"_s, u"check"_s});
        QCOMPARE(check.status, 1);
        QVERIFY(check.output.contains("blog\tok\n") && check.output.contains("shop\tIt is at version "));
        const Ended repair = run(server, {u"sites"_s, u"repair"_s});
        COMPARE_STATUS(repair, 0);
        QCOMPARE(repair.output, QByteArray("blog\tok\nshop\tok\n"));
    }

    void tellsOfDamageAndOfWhatBelongsToNobody()
    {
        test::ServerFixture server;
        const QByteArray token = makeSites(server);
        const QString uuid = server.client().get("/api/cloud/sites/shop/", test::bearer(token)).json()["uuid"].text();
        QVERIFY(!uuid.isEmpty());
        QCOMPARE(run(server, {u"sites"_s, u"repair"_s}).status, 1); // a server has the folder
        server.stop();
        const QDir sites(server.dataDirectory() + u"/sites"_s);
        QVERIFY(QFile::copy(sites.filePath(uuid + u".db"_s), sites.filePath(u"stray.db"_s)));
        QFile file(sites.filePath(uuid + u".db"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        file.seek(4096);
        QVERIFY(file.write(QByteArray(8192, 'x')) == 8192);
        file.close();

        for (const QString &action : {u"check"_s, u"repair"_s}) {
            const Ended ended = run(server, {u"sites"_s, action});
            QCOMPARE(ended.status, 1);
            QVERIFY(ended.output.contains("blog\tok\n"));
            QVERIFY(ended.output.contains("shop\t") && !ended.output.contains("shop\tok"));
            QVERIFY(ended.output.contains("sites/stray.db\tbelongs to no site"));
        }
    }

    void looksIntoASite_data() { test::engineRows(); }
    void looksIntoASite()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        makeSites(server);
        const QString question = u"SELECT username, NULL AS absent, 'a' || CHR(9) || 'b' AS tabbed FROM {users}"_s;
        const Ended look =
            run(server, {u"sql"_s, u"shop"_s,
                         engine == u"sqlite"_s ? QString(question).replace(u"CHR"_s, u"CHAR"_s) : question});
        COMPARE_STATUS(look, 0);
        QVERIFY(look.output.startsWith("username\tabsent\ttabbed\n"));
        QVERIFY(look.output.contains("\tNULL\ta\\tb\n"));

        const Ended script = run(server, {u"sql"_s, u"shop"_s}, "SELECT 1 AS one;\nSELECT\n 2 AS two;\n");
        COMPARE_STATUS(script, 0);
        QCOMPARE(script.output, QByteArray("one\n1\ntwo\n2\n"));
        QCOMPARE(run(server, {u"sql"_s, u"shop"_s, u"SELEC 1"_s}).status, 1);
        QVERIFY(run(server, {u"sql"_s, u"nowhere"_s, u"SELECT 1"_s}).errors.contains("no site nowhere"));
    }

    /// Order, folding and patterns are ours on SQLite: without them the tables of apps could not be asked.
    void knowsTheFunctionsOfItsDatabases()
    {
        test::ServerFixture server;
        makeSites(server);
        const QString question = u"SELECT '9' < '10' COLLATE tenantry_decimal AS number, TENANTRY_UPPER('\u00e9') AS "
                                 "folded, TENANTRY_RE2('a.*', 'abc') AS matched"_s;
        const Ended look = run(server, {u"sql"_s, u"shop"_s, question});
        COMPARE_STATUS(look, 0);
        QCOMPARE(QString::fromUtf8(look.output), u"number\tfolded\tmatched\n1\t\u00c9\t1\n"_s);
    }

    void changesASiteOnlyWhenTold_data() { test::engineRows(); }
    void changesASiteOnlyWhenTold()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        makeSites(server);
        const QString change = u"CREATE TABLE noted (id INTEGER)"_s;
        const QString look = u"SELECT COUNT(*) AS n FROM noted"_s;
        QCOMPARE(run(server, {u"sql"_s, u"shop"_s, change}).status, 1);
        if (engine == u"sqlite"_s) {
            const Ended refused = run(server, {u"sql"_s, u"--write"_s, u"shop"_s, change});
            QCOMPARE(refused.status, 1);
            QVERIFY(refused.errors.contains("data folder"));
        }
        server.stop();
        COMPARE_STATUS(run(server, {u"sql"_s, u"--write"_s, u"shop"_s, change}), 0);
        COMPARE_STATUS(run(server, {u"sql"_s, u"shop"_s, look}), 0);
        QCOMPARE(run(server, {u"sql"_s, u"blog"_s, look}).status, 1);
        QCOMPARE(run(server, {u"sql"_s, u"shop"_s, u"INSERT INTO noted VALUES (1)"_s}).status, 1);
    }

    /// Who lost the device of an account of the platform, on the platform and on the sites it enters.
    void takesASecondFactor_data() { test::engineRows(); }
    void takesASecondFactor()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        makeSites(server);
        json::Object pair;
        pair.set("username", test::ServerFixture::adminEmail);
        pair.set("password", test::ServerFixture::adminPassword);
        const QByteArray factors = "/_allauth/app/v1/account/authenticators/totp";
        const auto session = [&](const QByteArray &prefix = {}) {
            const auto answer = server.client().post(prefix + "/_allauth/app/v1/auth/login", pair);
            const QByteArray token = answer.json()["meta"]["session_token"].text().toLatin1();
            return std::pair(answer.status, test::HttpHeaders{{"X-Session-Token", token}});
        };
        const auto [signedIn, mine] = session();
        QCOMPARE(signedIn, 200);
        const QString secret = server.client().get(factors, mine).json()["meta"]["secret"].text();
        json::Object code;
        code.set("code", test::totpCode(secret));
        QCOMPARE(server.client().post(factors, code, mine).status, 200);
        QCOMPARE(session().first, 401);
        QCOMPARE(session("/sites/shop").first, 401);

        const QStringList command{u"admin"_s, u"reset-authenticators"_s, u"--email"_s};
        if (engine == u"sqlite"_s)
            server.stop();
        QCOMPARE(run(server, command + QStringList{u"nobody@example.org"_s}).status, 1);
        QCOMPARE(run(server, command.first(2)).status, 1);
        const QStringList hers = command + QStringList{QString::fromLatin1(test::ServerFixture::adminEmail)};
        const Ended taken = run(server, hers);
        COMPARE_STATUS(taken, 0);
        QVERIFY2(taken.output.contains("signs in with the password alone now"), taken.output.constData());
        QVERIFY(run(server, hers).output.contains("had no second factor"));
        if (engine == u"sqlite"_s)
            server.start();
        QCOMPARE(session().first, 200);
        QCOMPARE(session("/sites/shop").first, 200);
        QCOMPARE(server.client().get(factors, session().second).status, 404);
    }

    void rotatesTheSecretKey_data() { test::engineRows(); }
    void rotatesTheSecretKey()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        const QByteArray before = server.signIn();
        const Ended rotated = run(server, {u"secret-key"_s, u"rotate"_s});
        COMPARE_STATUS(rotated, 0);
        server.restart();
        const QByteArray after = server.signIn();
        for (const QByteArray &token : {before, after})
            QCOMPARE(server.client().get("/api/cloud/organizations/", test::bearer(token)).status, 200);

        // With the old key gone the token is worthless: it was that key that was asked.
        QFile file(server.dataDirectory() + u"/secret.key"_s);
        QVERIFY(file.open(QFile::ReadWrite));
        const QByteArray current = file.readLine();
        QVERIFY(file.resize(current.size()));
        file.close();
        server.restart();
        QCOMPARE(server.client().get("/api/cloud/organizations/", test::bearer(before)).status, 401);
        QCOMPARE(server.client().get("/api/cloud/organizations/", test::bearer(after)).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestOperating)
#include "tst_operating.moc"
