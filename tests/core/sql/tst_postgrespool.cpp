// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresdatabase.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testnames.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// Connections that break, run out or lose races.
class TestPostgresPool : public QObject
{
    Q_OBJECT

    static qint64 backendOf(sql::Session &session)
    {
        return test::expectValue(
                   session.first("SELECT pg_backend_pid()", {}, [](const sql::Cursor &row) { return row.integer(0); }))
            .value();
    }
    static void terminate(qint64 backend)
    {
        const auto other =
            test::expectValue(sql::PostgresConnection::open(test::postgresUrl(), std::chrono::milliseconds(10'000)));
        // Waits until it is gone.
        test::expectValue(other->query("SELECT pg_terminate_backend(CAST($1 AS integer), 10000)", {backend}));
    }

private slots:
    void idleConnectionThatDiedIsReplaced()
    {
        sql::PostgresPool pool(test::postgresUrl(), {.connections = 1});
        sql::PostgresDatabase database("public", "_", pool);
        const auto backend = [&] {
            return database.read([](sql::Session &session) -> Result<qint64> { return backendOf(session); });
        };
        const qint64 first = test::expectValue(backend());
        QCOMPARE(test::expectValue(backend()), first);
        terminate(first);
        const qint64 second = test::expectValue(backend());
        QVERIFY(second != first);
    }

    void connectionThatDiesInUseIsNotUsedAgain()
    {
        sql::PostgresPool pool(test::postgresUrl(), {.connections = 1});
        sql::PostgresDatabase database("public", "_", pool);
        const auto died = database
                              .write([](sql::Transaction &tx) -> Result<int> {
                                  terminate(backendOf(tx));
                                  TRY(tx.query("SELECT 1"));
                                  return 0;
                              })
                              .wait();
        QCOMPARE(died.error().code, ErrorCode::Unavailable);
        QVERIFY(!died.error().message.contains(u"terminat"_s));
        QVERIFY(database.read([](sql::Session &session) -> Result<qint64> { return backendOf(session); }).has_value());
    }

    /// A cancellation that arrives late would stop the statement of whoever has the connection then.
    void connectionThatWasInterruptedIsNotUsedAgain()
    {
        sql::PostgresPool pool(test::postgresUrl(), {.connections = 1});
        sql::PostgresDatabase database("public", "_", pool);
        const auto backend = [](sql::Session &session) -> Result<qint64> { return backendOf(session); };
        const qint64 first = test::expectValue(database.read(backend));
        std::atomic<bool> ended = false;
        std::optional<ErrorCode> code;
        std::thread reader([&] {
            const auto slept = database.read([](sql::Session &session) -> Result<bool> {
                TRY(session.query("SELECT pg_sleep(600)"));
                return true;
            });
            code = slept.error().code;
            ended = true;
        });
        while (!ended) {
            database.interrupt();
            std::this_thread::yield();
        }
        reader.join();
        QCOMPARE(code, std::optional(ErrorCode::Cancelled));
        QVERIFY(test::expectValue(database.read(backend)) != first);
    }

    void fullPoolAnswersUnavailable()
    {
        sql::PostgresPool pool(test::postgresUrl(), {.connections = 1, .wait = std::chrono::milliseconds(20)});
        const auto first = pool.borrow();
        QVERIFY(first.has_value());
        const auto second = pool.borrow();
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
    }

    void openTransactionDoesNotLeaveWithTheConnection()
    {
        sql::PostgresPool pool(test::postgresUrl(), {.connections = 1});
        test::expectValue((*test::expectValue(pool.borrow())).script("BEGIN; SET statement_timeout = 77"));
        const auto lease = test::expectValue(pool.borrow());
        (*lease).setDeadline(std::chrono::milliseconds(55));
        const auto setting = test::expectValue((*lease).query("SHOW statement_timeout", {}));
        QVERIFY(test::expectValue(setting->next()));
        QCOMPARE(setting->string(0), u"55ms"_s);
        QVERIFY((*lease).script("ROLLBACK").has_value()); // a warning only: none is open
    }

    /// Two transactions that lock the same rows in opposite order: one is chosen to lose, and runs again.
    void deadlocksRunAgain()
    {
        test::TestEngine instance(u"postgres"_s);
        const auto site = instance.emptySite();
        test::runScript(*site, "CREATE TABLE {counters} (id {:integer} PRIMARY KEY, n {:integer});"
                               "INSERT INTO {counters} VALUES (1, 0), (2, 0)");
        std::atomic<int> runs = 0;
        std::atomic<int> holding = 0;
        const auto work = [&](int first, int second) {
            test::expectValue(site->write([&](sql::Transaction &tx) -> Result<int> {
                ++runs;
                TRY(tx.execute("UPDATE {counters} SET n = n + 1 WHERE id = $1", {first}));
                ++holding;
                while (holding < 2)
                    std::this_thread::yield();
                TRY(tx.execute("UPDATE {counters} SET n = n + 1 WHERE id = $1", {second}));
                return 0;
            }));
        };
        std::thread other([&] { work(1, 2); });
        work(2, 1);
        other.join();
        QVERIFY(runs > 2);
        QCOMPARE(test::readText(*site, "SELECT sum(n) FROM {counters}"), u"4"_s);
    }

    /// Another server, with a pool of its own, changes the type of a column whose statement every connection knows.
    void whatOneConnectionLearnsOfAChangeAllLearn()
    {
        test::TestEngine instance(u"postgres"_s);
        sql::PostgresPool pool(instance.options().databaseUrl, {.connections = 2});
        const sql::Values asText{std::string("1")};
        const std::string find = "SELECT id FROM notes WHERE size = $1";
        const auto setUp = test::expectValue(
            sql::PostgresConnection::open(instance.options().databaseUrl, std::chrono::milliseconds(10'000)));
        test::expectValue(
            setUp->script("CREATE TABLE notes (id bigint, size text); INSERT INTO notes VALUES (7, '1')"));
        {
            const auto first = test::expectValue(pool.borrow());
            const auto second = test::expectValue(pool.borrow());
            test::expectValue((*first).query(find, asText));
            test::expectValue((*second).query(find, asText));
            test::expectValue(setUp->script("ALTER TABLE notes ALTER size TYPE bigint USING size::bigint"));
            QCOMPARE((*first).query(find, {std::int64_t(1)}).error().code, ErrorCode::SchemaChanged);
            const auto found = test::expectValue((*second).query(find, {std::int64_t(1)}));
            QVERIFY(test::expectValue(found->next()));
            QCOMPARE(found->integer(0), 7);
        }
    }

    void errorThatAClosurePassesOverIsNoSuccess()
    {
        test::TestEngine instance(u"postgres"_s);
        const auto site = instance.emptySite();
        test::runScript(*site, "CREATE TABLE {notes} (title {:text} NOT NULL)");
        const auto careless = site->write([](sql::Transaction &tx) -> Result<int> {
                                      TRY(tx.execute("INSERT INTO {notes} VALUES ('a')"));
                                      static_cast<void>(tx.execute("INSERT INTO {notes} VALUES (NULL)"));
                                      return 0;
                                  })
                                  .wait();
        QVERIFY(!careless);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {notes}"), u"0"_s);
    }

    void sessionsAreUtcWithIsoDates()
    {
        test::TestEngine instance(u"postgres"_s);
        const auto site = instance.emptySite();
        QCOMPARE(test::readText(*site, "SELECT CAST('2026-01-02 03:04:05.6+02' AS timestamptz)"),
                 u"2026-01-02 01:04:05.6+00"_s);
        // Names fold by the rules of "C" although the cluster's locale is another.
        QCOMPARE(test::readText(*site, "SELECT string_agg(w, '' ORDER BY w COLLATE \"C\")"
                                       " FROM (VALUES ('b'), ('A'), ('a'), ('B')) AS words(w)"),
                 u"ABab"_s);
        QVERIFY(test::readText(*site, "SELECT string_agg(w, '' ORDER BY w) FROM (VALUES ('b'), ('A')) AS words(w)") ==
                u"Ab"_s);
    }
};

QTEST_GUILESS_MAIN(TestPostgresPool)
#include "tst_postgrespool.moc"
