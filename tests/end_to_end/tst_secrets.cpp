// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

namespace {

using Ended = test::ChildProcess::Ended;

const QByteArray path = "/sites/shop/api/secrets/";
/// None of them is part of another or stands anywhere by chance.
const QByteArray publicValue = "everybody-knows-me-4711";
const QByteArray privateValue = "fossil-on-the-beach-0815";
const QByteArray sensitiveValue = "ammonite-in-the-cliff-1234";
const QByteArray refusedValue = "belemnite-in-the-marl-5678";

Ended run(const QString &program, const QStringList &arguments)
{
    test::ChildProcess process(program, arguments);
    return process.waitForEnd(60s);
}

Ended command(const test::ServerFixture &server, const QStringList &words)
{
    return run(test::programDirectory() + u"/tenantry-server"_s, words + server.dataArguments());
}

/// Everything that a thief of the data gets hold of, the keys apart.
QByteArray storedBytes(const test::ServerFixture &server)
{
    QByteArray bytes;
    QDirIterator files(server.dataDirectory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QFile::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        bytes += file.readAll();
    }
    if (!server.databaseUrl().isEmpty()) {
        const Ended dump = run(u"/usr/bin/pg_dump"_s, {server.databaseUrl()});
        if (dump.status != 0)
            qFatal("pg_dump: %s", dump.errors.constData());
        bytes += dump.output;
    }
    return bytes;
}

/// A server with the site `shop`, and who manages it.
struct Shop
{
    explicit Shop(const QString &engine, const test::ServerFixture::Settings &settings = {})
        : server(engine, settings)
    {
        const QByteArray admin = server.signIn();
        server.createOrganization(admin, u"Acme"_s);
        server.createSite(admin, u"acme"_s, u"shop"_s);
        signIn();
    }

    void signIn() { headers = test::bearer(server.signIn("/sites/shop")); }

    test::HttpAnswer post(const QByteArray &key, const QByteArray &type, const QByteArray &value)
    {
        const QByteArray body =
            R"({"key":")" + key + R"(","secret_type":")" + type + R"(","value":")" + value + R"("})";
        return server.client().request("POST", path, body, headers);
    }
    test::HttpAnswer get(const QByteArray &rest) { return server.client().get(path + rest, headers); }

    test::ServerFixture server;
    test::HttpHeaders headers;
};

bool saysSoon(const test::ServerFixture &server, const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    while (!server.output().contains(text) && timer.elapsed() < 10'000)
        QTest::qWait(20);
    return server.output().contains(text);
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsKeptOrLoggedInTheClear_data() { test::engineRows(); }
    void nothingIsKeptOrLoggedInTheClear()
    {
        QFETCH(QString, engine);
        Shop shop(engine, {{u"LOG_LEVEL"_s, u"debug"_s}});
        QCOMPARE(shop.post("OPEN", "public-config", publicValue).status, 201);
        QCOMPARE(shop.post("KEY", "api-key", privateValue).status, 201);
        QCOMPARE(shop.post("URL", "database-url", "postgresql://" + sensitiveValue).status, 201);
        QByteArray refusals;
        for (const auto &answer :
             {shop.post("KEY", "api-key", refusedValue), shop.post("BAD", "database-url", refusedValue),
              shop.post("BAD", "smtp-credentials", refusedValue), shop.post("/", "api-key", refusedValue),
              shop.post("BAD", "api-key", refusedValue + "\\u0000"),
              shop.post("BAD", "api-key", refusedValue + "\"")}) {
            QVERIFY2(answer.status >= 400 && answer.status < 500, answer.body.constData());
            refusals += answer.body;
        }
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
        QVERIFY(shop.get("?keys=KEY,URL&include_metadata=true").body.contains(sensitiveValue));
        QVERIFY(!shop.get("").body.contains(privateValue));
        QVERIFY(saysSoon(shop.server, "secret_read"));
        QByteArray said = shop.server.output() + shop.server.errors();
        QByteArray stored = storedBytes(shop.server); // with what is not yet checkpointed
        shop.server.restart();
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
        said += shop.server.output() + shop.server.errors();
        stored += storedBytes(shop.server);

        // What is looked for would be found.
        QVERIFY(stored.contains(publicValue));
        QVERIFY(said.contains(path) || said.contains("/api/secrets/"));
        for (const QByteArray &value : {privateValue, sensitiveValue, refusedValue}) {
            for (const QByteArray &form : {value, value.toBase64().chopped(4), value.toHex()}) {
                QVERIFY2(!stored.contains(form), form.constData());
                QVERIFY2(!said.contains(form), form.constData());
                QVERIFY2(!refusals.contains(form), form.constData());
            }
        }
        QVERIFY(!said.contains(publicValue));
    }

    void masterKeysRotateWhileServing_data() { test::engineRows(); }
    void masterKeysRotateWhileServing()
    {
        QFETCH(QString, engine);
        Shop shop(engine);
        QCOMPARE(shop.post("KEY", "api-key", privateValue).status, 201);
        const QByteArrayList before = keysIn(shop.server);
        QCOMPARE(before.size(), 1);
        const Ended rotated = command(shop.server, {u"master-key"_s, u"rotate"_s});
        QVERIFY2(rotated.status == 0, rotated.errors.constData());
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
        ::kill(pid_t(shop.server.processId()), SIGHUP);
        QVERIFY2(saysSoon(shop.server, "data_keys_rewrapped"), shop.server.output().constData());
        QVERIFY(shop.get("KEY/").body.contains(privateValue));

        // The former key opens nothing any more, the new one everything.
        const QByteArrayList after = keysIn(shop.server);
        QCOMPARE(after.size(), 2);
        QCOMPARE(after[1], before[0]);
        writeKeys(shop.server, {after[0]});
        shop.server.restart();
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
        QCOMPARE(shop.post("OTHER", "api-key", privateValue).status, 201);
        writeKeys(shop.server, {before[0]});
        shop.server.restart();
        const test::HttpAnswer lost = shop.get("KEY/");
        QCOMPARE(lost.status, 501);
        QVERIFY(lost.body.contains("NOT_CONFIGURED"));
        QVERIFY(!lost.body.contains(privateValue));
        QCOMPARE(shop.post("MORE", "api-key", privateValue).status, 501);
        QCOMPARE(shop.post("OPEN", "public-config", publicValue).status, 201);
        QVERIFY(shop.get("OPEN/").body.contains(publicValue));
    }

    void rewrapsWithoutAServer_data() { test::engineRows(); }
    void rewrapsWithoutAServer()
    {
        QFETCH(QString, engine);
        Shop shop(engine);
        QCOMPARE(shop.post("KEY", "api-key", privateValue).status, 201);
        QCOMPARE(shop.server.stop(), 0);
        QCOMPARE(command(shop.server, {u"master-key"_s, u"rotate"_s}).status, 0);
        const Ended first = command(shop.server, {u"master-key"_s, u"rewrap"_s});
        QVERIFY2(first.status == 0, (first.output + first.errors).constData());
        QVERIFY2(first.output.contains("shop\trewrapped"), first.output.constData());
        const Ended second = command(shop.server, {u"master-key"_s, u"rewrap"_s});
        QVERIFY2(second.output.contains("shop\tcurrent"), second.output.constData());
        const QByteArrayList keys = keysIn(shop.server);
        writeKeys(shop.server, {keys[0]});
        shop.server.start();
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
        QCOMPARE(shop.server.stop(), 0);

        // A key that is gone is told of, and nothing is changed.
        writeKeys(shop.server, {keys[1]});
        const Ended lost = command(shop.server, {u"master-key"_s, u"rewrap"_s});
        QCOMPARE(lost.status, 1);
        QVERIFY2(lost.output.contains("shop\tfailed"), lost.output.constData());
        writeKeys(shop.server, {keys[0]});
        shop.server.start();
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
    }

    void takesMasterKeysFromItsSettings()
    {
        const QString first(40, u'a');
        Shop shop(u"sqlite"_s, {{u"MASTER_KEY"_s, first}});
        QCOMPARE(shop.post("KEY", "api-key", privateValue).status, 201);
        QVERIFY(!QFile::exists(fileOf(shop.server)));
        QVERIFY(shop.get("KEY/").body.contains(privateValue));
    }

private:
    static QString fileOf(const test::ServerFixture &server) { return server.dataDirectory() + u"/master.key"_s; }
    static QByteArrayList keysIn(const test::ServerFixture &server)
    {
        QFile file(fileOf(server));
        if (!file.open(QFile::ReadOnly))
            qFatal("there is no master.key");
        return file.readAll().trimmed().split('\n');
    }
    static void writeKeys(const test::ServerFixture &server, const QByteArrayList &keys)
    {
        QFile file(fileOf(server));
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(keys.join('\n') + '\n') < 0)
            qFatal("master.key cannot be written");
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
