// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;

namespace {

using Ended = test::ChildProcess::Ended;

Ended runServer(const QStringList &arguments)
{
    return test::ChildProcess(test::programDirectory() + u"/tenantry-server"_s, arguments).waitForEnd(30s);
}

} // namespace

/// The program as an operator meets it: starting, stopping, refusing, keeping its data.
class TestServe : public QObject
{
    Q_OBJECT

private slots:
    void stopsWhenAskedTo_data() { test::engineRows(); }
    void stopsWhenAskedTo()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        QCOMPARE(server.client().get("/health/").status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void answersWhatRunsWhenItStops_data() { test::engineRows(); }
    void answersWhatRunsWhenItStops()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        std::vector<int> statuses(8);
        std::vector<std::thread> clients;
        for (int &status : statuses) { // each hashes a password, which takes a while
            clients.emplace_back([&status, client = server.client()] {
                json::Object credentials;
                credentials.set("username", test::ServerFixture::adminEmail);
                credentials.set("password", test::ServerFixture::adminPassword);
                status = client.post("/api/cloud/auth/jwt/token/", credentials).status;
            });
        }
        QTest::qWait(100);
        QCOMPARE(server.stop(), 0);
        for (std::thread &client : clients)
            client.join();
        for (const int status : statuses)
            QVERIFY2(status == 200 || status == 0, QByteArray::number(status).constData()); // 0: had not been read yet
        QVERIFY(std::count(statuses.begin(), statuses.end(), 200) > 0);
    }

    void keepsItsDataOverARestartAndACrash_data() { test::engineRows(); }
    void keepsItsDataOverARestartAndACrash()
    {
        QFETCH(QString, engine);
        test::ServerFixture server(engine);
        const QByteArray token = server.signIn();
        server.createOrganization(token, u"Acme"_s);
        server.restart();
        QCOMPARE(server.client().get("/api/cloud/organizations/acme/", test::bearer(token)).status, 200);
        server.createSite(token, u"acme"_s, u"shop"_s);
        server.kill();
        server.start();
        QCOMPARE(server.client().get("/api/cloud/sites/shop/", test::bearer(token)).status, 200);
        server.signIn("/sites/shop");
    }

    void refusesASecondServerOnTheSameFolder()
    {
        const test::ServerFixture server;
        const Ended second =
            runServer({u"serve"_s, u"--data"_s, server.dataDirectory(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.status, 1);
        QVERIFY(second.output.isEmpty());
        QVERIFY(second.errors.contains("data folder"));
    }

    void refusesASecondServerOnTheSamePort()
    {
        const test::ServerFixture server;
        const QTemporaryDir folder;
        const QString listen = u"127.0.0.1:%1"_s.arg(server.port());
        const Ended second = runServer({u"serve"_s, u"--data"_s, folder.path(), u"--listen"_s, listen});
        QCOMPARE(second.status, 1);
        QVERIFY(second.errors.contains(listen.toUtf8()));
    }

    void makesThePasswordOfTheFirstAdministratorUp()
    {
        test::ServerFixture server(u"sqlite"_s, {{u"TENANTRY_ADMIN_EMAIL"_s, {}}, {u"TENANTRY_ADMIN_PASSWORD"_s, {}}});
        QFile file(server.dataDirectory() + u"/initial-admin-password"_s);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QByteArray password = file.readAll().trimmed();
        json::Object credentials;
        credentials.set("username", "admin");
        credentials.set("password", std::string_view(password.data(), std::size_t(password.size())));
        QCOMPARE(server.client().post("/api/cloud/auth/jwt/token/", credentials).status, 200);
        server.stop();
        QVERIFY(server.errors().contains(password));
        QVERIFY(!server.output().contains(password));
    }

    void explainsItself()
    {
        QCOMPARE(runServer({u"--help"_s}).status, 0);
        QVERIFY(runServer({u"--version"_s}).output.startsWith("tenantry-server "));
        QVERIFY(runServer({u"config"_s, u"--explain"_s}).output.contains("DATABASE_URL"));
        QCOMPARE(runServer({u"dance"_s}).status, 2);
        QCOMPARE(runServer({u"serve"_s, u"--listen"_s, u"nonsense"_s}).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
