// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresconnection.h"
#include "tests/support/childprocess.h"
#include "tests/support/notesite.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// A PostgreSQL of this test's own, which it may stop. Named as the one of the tests while it lives.
class Cluster
{
public:
    Cluster()
    {
        qunsetenv("TENANTRY_TEST_POSTGRES");
        run(u"start"_s);
        QFile url(m_folder.filePath(u"url"_s));
        if (!url.open(QFile::ReadOnly))
            qFatal("PostgreSQL did not start");
        qputenv("TENANTRY_TEST_POSTGRES", url.readAll().trimmed());
    }
    ~Cluster() { run(u"stop"_s); }

    void crash() { run(u"crash"_s); }
    void resume() { run(u"resume"_s); }

private:
    void run(const QString &action)
    {
        test::ChildProcess script(test::sourceDirectory() + u"/tests/support/postgrescluster"_s,
                                  {action, m_folder.path()},
                                  {{u"TENANTRY_TEST_POSTGRES"_s, QString()},
                                   {u"TENANTRY_TEST_POSTGRES_OPTIONS"_s, u"-c synchronous_commit=on"_s}});
        if (script.wait(std::chrono::minutes(2)) != std::optional(0))
            qFatal("postgrescluster %s failed: %s", qPrintable(action), script.errors().constData());
    }

    QTemporaryDir m_folder;
};

/// Keeps everybody else from writing to the notes of a site for as long as it lives.
class LockedNotes
{
public:
    explicit LockedNotes(const QString &databaseUrl)
        : m_connection(test::expectValue(sql::PostgresConnection::open(databaseUrl, std::chrono::minutes(1))))
    {
        test::expectValue(m_connection->script("BEGIN; LOCK TABLE shop.store_notes IN SHARE MODE"));
    }

    /// Waits until so many connections wait for the lock.
    void awaitWaiting(int count) { await("SELECT count(*) >= $1 FROM pg_locks WHERE NOT granted", {count}); }

    /// Ends the connections that wait for the lock, as an administrator or a firewall would.
    void cutWaiting()
    {
        test::expectValue(m_connection->query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted", {}));
    }

private:
    void await(const char *query, const sql::Values &values)
    {
        for (;;) {
            const auto answer = test::expectValue(m_connection->query(query, values));
            if (test::expectValue(answer->next()) && answer->boolean(0))
                return;
            std::this_thread::yield();
        }
    }

    std::unique_ptr<sql::PostgresConnection> m_connection;
};

void expectBusy(const test::HttpAnswer &answer)
{
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QVERIFY(!answer.body.contains("postgres") && !answer.body.contains("127.0.0.1"));
}

} // namespace

/// PostgreSQL that is away, comes back, or cuts connections, seen through the whole server.
class TestPostgresFaults : public QObject
{
    Q_OBJECT

    Cluster m_cluster;

private slots:
    void stoppedServerIsUnavailableAndTheFirstRequestAfterItsReturnWorks()
    {
        test::ServerFixture server(u"postgres"_s);
        const test::NoteSite site(server, u"shop"_s);
        QCOMPARE(site.add(u"before"_s).status, 201);
        m_cluster.crash();
        for (int i = 0; i < 3; ++i) {
            expectBusy(site.add(u"lost"_s));
            expectBusy(site.list());
        }
        QCOMPARE(server.client().get("/health/").status, 503);
        m_cluster.resume();
        QCOMPARE(site.add(u"after"_s).status, 201);
        QCOMPARE(site.titles(), (QStringList{u"before"_s, u"after"_s}));
    }

    /// Every connection of the pool is dead when PostgreSQL returns; none of them is used again.
    void noBrokenConnectionIsUsedAgain()
    {
        test::ServerFixture server(u"postgres"_s);
        const test::NoteSite site(server, u"shop"_s);
        std::vector<std::thread> clients;
        for (int i = 0; i < 8; ++i) // so that the pool holds several
            clients.emplace_back([&] { site.list(); });
        for (std::thread &client : clients)
            client.join();
        m_cluster.crash();
        m_cluster.resume();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(site.list().status, 200);
    }

    void transactionThatIsCutInTheMiddleLeavesNothingAndIsNotDoneTwice()
    {
        test::ServerFixture server(u"postgres"_s);
        const test::NoteSite site(server, u"shop"_s);
        std::optional<LockedNotes> lock(server.databaseUrl());
        test::HttpAnswer cut;
        std::thread client([&] { cut = site.add(u"cut"_s); });
        lock->awaitWaiting(1);
        lock->cutWaiting();
        client.join();
        expectBusy(cut);
        lock.reset();
        QCOMPARE(site.titles(), QStringList());
        QCOMPARE(site.add(u"next"_s).status, 201);
        QCOMPARE(site.titles(), QStringList{u"next"_s});
    }

    void exhaustedPoolIsBusyAndRecovers()
    {
        test::ServerFixture server(u"postgres"_s, {{u"DATABASE_CONNECTIONS"_s, u"2"_s}});
        const test::NoteSite site(server, u"shop"_s);
        std::optional<LockedNotes> lock(server.databaseUrl());
        std::vector<test::HttpAnswer> held(2);
        std::vector<std::thread> clients;
        for (test::HttpAnswer &answer : held)
            clients.emplace_back([&] { answer = site.add(u"waited"_s); });
        lock->awaitWaiting(2);
        expectBusy(site.list());
        lock.reset();
        for (std::thread &client : clients)
            client.join();
        for (const test::HttpAnswer &answer : held)
            QCOMPARE(answer.status, 201);
        QCOMPARE(site.titles(), (QStringList{u"waited"_s, u"waited"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPostgresFaults)
#include "tst_postgresfaults.moc"
