// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/sqlite/sqlitedatabase.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <sqlite3.h>

#include <semaphore>

#include <sys/resource.h>
#include <unistd.h>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// Groups, and what happens when SQLite loses the transaction they share.
class TestSqliteWriter : public QObject
{
    Q_OBJECT

    /// A database whose writer can be held up, so that what comes meanwhile forms one group.
    struct Fixture
    {
        /// However slow the machine is, time ends no group.
        explicit Fixture(sql::SqliteWriter::Limits limits = {.groupTime = std::chrono::hours(1)})
            : pool(2)
        {
            database = test::expectValue(sql::SqliteDatabase::open(
                folder.filePath(u"test.db"_s), sql::SqliteConnection::Access::Create, "_", pool, {{}, limits}));
            test::runScript(*database, "CREATE TABLE {notes} (id {:identity}, title {:text} NOT NULL)");
        }

        void hold()
        {
            held.emplace(database->write(
                [this](sql::Transaction &) -> Result<int> {
                    reached.release();
                    goOn.acquire();
                    return 0;
                },
                sql::WriteKind::Alone));
            reached.acquire();
        }
        void release()
        {
            goOn.release();
            test::expectValue(std::move(*held));
        }
        Later<std::int64_t> insert(const QString &title)
        {
            return database->write([title](sql::Transaction &tx) {
                return tx.execute("INSERT INTO {notes} (title) VALUES ($1)", {title});
            });
        }
        QString count() const { return test::readText(*database, "SELECT count(*) FROM {notes}"); }

        QTemporaryDir folder;
        sql::SqliteWriterPool pool;
        std::shared_ptr<sql::SqliteDatabase> database;
        std::binary_semaphore reached{0};
        std::binary_semaphore goOn{0};
        std::optional<Later<int>> held;
    };

private slots:
    void waitingWritesShareATransaction()
    {
        Fixture fixture;
        fixture.hold();
        // A row another closure has not committed yet is seen only from within the same transaction.
        std::vector<Later<std::int64_t>> inserts;
        for (int i = 0; i < 10; ++i)
            inserts.push_back(fixture.insert(QString::number(i)));
        std::atomic<int> seenFromOutside = -1;
        auto last = fixture.database->write([&](sql::Transaction &tx) -> Result<qint64> {
            std::thread([&] { seenFromOutside = fixture.count().toInt(); }).join();
            return TRY(tx.first("SELECT count(*) FROM {notes}", {},
                                [](const sql::Cursor &row) { return row.integer(0); }))
                .value();
        });
        fixture.release();
        QCOMPARE(test::expectValue(std::move(last)), qint64(10));
        QCOMPARE(seenFromOutside.load(), 0);
    }

    void writersGiveWayToReaders()
    {
        const auto niceness = [] { return ::getpriority(PRIO_PROCESS, id_t(::gettid())); };
        const int own = niceness();
        if (own >= 19)
            QSKIP("No priority is lower than this test's own.");
        Fixture fixture;
        auto writers = fixture.database->write([&](sql::Transaction &) -> Result<int> { return niceness(); });
        QVERIFY(test::expectValue(std::move(writers)) > own);
    }

    void groupsAreBounded()
    {
        Fixture fixture({.group = 4, .groupTime = std::chrono::hours(1)});
        fixture.hold();
        std::vector<Later<int>> seen;
        for (int i = 0; i < 8; ++i) {
            fixture.insert(QString::number(i)).then([](Result<std::int64_t>) {});
            seen.push_back(fixture.database->write([&](sql::Transaction &) -> Result<int> {
                int outside = 0;
                std::thread([&] { outside = fixture.count().toInt(); }).join();
                return outside;
            }));
        }
        fixture.release();
        // Groups of four: two inserts each, seen from outside by the closures of the next group.
        std::vector<int> counts;
        for (Later<int> &later : seen)
            counts.push_back(test::expectValue(std::move(later)));
        QCOMPARE(counts, (std::vector<int>{0, 0, 2, 2, 4, 4, 6, 6}));
    }

    /// An interrupted change makes SQLite roll back everything; the others of the group must not notice.
    void othersRunAgainWhenTheTransactionIsLost()
    {
        Fixture fixture;
        fixture.hold();
        std::vector<Later<std::int64_t>> others;
        for (int i = 0; i < 5; ++i)
            others.push_back(fixture.insert(QString::number(i)));
        auto offender = fixture.database->write([](sql::Transaction &tx) {
            tx.connection().setDeadline(std::chrono::milliseconds(20));
            return tx.execute("INSERT INTO {notes} (title) WITH RECURSIVE n(i) AS"
                              " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'x' FROM n");
        });
        for (int i = 5; i < 10; ++i)
            others.push_back(fixture.insert(QString::number(i)));
        fixture.release();
        QCOMPARE(std::move(offender).wait().error().code, ErrorCode::Timeout);
        for (Later<std::int64_t> &other : others)
            QCOMPARE(test::expectValue(std::move(other)), std::int64_t(1));
        QCOMPARE(fixture.count(), u"10"_s);
    }

    void fullDiskHitsOnlyWhoFillsIt()
    {
        Fixture fixture;
        fixture.hold();
        std::vector<Later<std::int64_t>> others;
        for (int i = 0; i < 5; ++i)
            others.push_back(fixture.insert(QString::number(i)));
        auto offender = fixture.database->write([](sql::Transaction &tx) -> Result<int> {
            TRY(tx.script("PRAGMA max_page_count = 64"));
            const auto filled = tx.execute("INSERT INTO {notes} (title) WITH RECURSIVE n(i) AS"
                                           " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)"
                                           " SELECT 'a text of some length' FROM n");
            TRY(tx.script("PRAGMA max_page_count = 1000000"));
            TRY(filled);
            return 0;
        });
        for (int i = 5; i < 10; ++i)
            others.push_back(fixture.insert(QString::number(i)));
        fixture.release();
        QCOMPARE(std::move(offender).wait().error().code, ErrorCode::Unavailable);
        for (Later<std::int64_t> &other : others)
            QCOMPARE(test::expectValue(std::move(other)), std::int64_t(1));
        QCOMPARE(fixture.count(), u"10"_s);
    }

    void lossThatAClosurePassesOverIsAnError()
    {
        Fixture fixture;
        fixture.hold();
        auto neighbour = fixture.insert(u"a"_s);
        auto careless = fixture.database->write([](sql::Transaction &tx) -> Result<int> {
            static_cast<void>(tx.script("ROLLBACK"));
            return 0;
        });
        fixture.release();
        QCOMPARE(std::move(careless).wait().error().code, ErrorCode::Internal);
        test::expectValue(std::move(neighbour));
        QCOMPARE(fixture.count(), u"1"_s);
    }

    /// While one closure runs long, the others are answered at their deadline and do not happen.
    void whatWaitsTooLongIsRefused()
    {
        Fixture fixture({.wait = std::chrono::seconds(1)});
        fixture.hold();
        const auto late = fixture.insert(u"late"_s).wait();
        QCOMPARE(late.error().code, ErrorCode::Unavailable);
        fixture.release();
        test::expectValue(fixture.insert(u"in time"_s));
        QCOMPARE(fixture.count(), u"1"_s);
    }

    void queueIsBounded()
    {
        Fixture fixture({.queue = 2});
        fixture.hold();
        auto first = fixture.insert(u"1"_s);
        auto second = fixture.insert(u"2"_s);
        QCOMPARE(fixture.insert(u"3"_s).wait().error().code, ErrorCode::Unavailable);
        fixture.release();
        test::expectValue(std::move(first));
        test::expectValue(std::move(second));
        QCOMPARE(fixture.count(), u"2"_s);
    }

    void writesAreDoneWhenTheDatabaseIsClosed()
    {
        Fixture fixture;
        fixture.hold();
        auto last = fixture.insert(u"last"_s);
        std::weak_ptr<sql::SqliteDatabase> closed = fixture.database;
        fixture.database.reset();
        QVERIFY(closed.expired());
        fixture.release();
        QCOMPARE(test::expectValue(std::move(last)), std::int64_t(1));
    }

    /// Whatever becomes of a rebuild, keys are watched again for the closure after it.
    void keysAreWatchedAgainAfterARebuild_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("done") << false;
        QTest::newRow("failed") << true;
    }
    void keysAreWatchedAgainAfterARebuild()
    {
        QFETCH(bool, fails);
        Fixture fixture;
        test::runScript(*fixture.database, "CREATE TABLE {lines} (note_id {:integer} REFERENCES {notes} (id))");
        const auto rebuilt = fixture.database
                                 ->write(
                                     [fails](sql::Transaction &tx) -> Result<int> {
                                         TRY(tx.execute("INSERT INTO {notes} (title) VALUES ('a')"));
                                         if (fails)
                                             return failure(ErrorCode::BadRequest, u"no"_s);
                                         return 0;
                                     },
                                     sql::WriteKind::Rebuild)
                                 .wait();
        QCOMPARE(rebuilt.has_value(), !fails);
        const auto orphan =
            fixture.database
                ->write([](sql::Transaction &tx) { return tx.execute("INSERT INTO {lines} VALUES (4711)"); })
                .wait();
        QVERIFY(!orphan);
        QCOMPARE(orphan.error().code, ErrorCode::ForeignKeyViolation);
    }

    /// What durability and the memory of many open sites rest on.
    void connectionsAreSetUpForDurabilityAndLittleMemory()
    {
        Fixture fixture;
        const auto setting = [&](const char *pragma) { return test::readText(*fixture.database, pragma); };
        QCOMPARE(setting("PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(setting("PRAGMA synchronous"), u"2"_s);
        QCOMPARE(setting("PRAGMA cache_size"), u"-16384"_s);
        const auto ofWriter = [&](const char *pragma) {
            return test::expectValue(fixture.database->write([pragma](sql::Transaction &tx) {
                return tx.first(pragma, {}, [](const sql::Cursor &row) { return row.integer(0); });
            }));
        };
        QCOMPARE(ofWriter("PRAGMA synchronous"), std::optional<std::int64_t>(2));
        QCOMPARE(ofWriter("PRAGMA cache_size"), std::optional<std::int64_t>(-256));
    }

    void readersKeepPagesWithinALimitAndGiveThemBack()
    {
        Fixture fixture;
        test::runScript(*fixture.database,
                        "INSERT INTO {notes} (title) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                        "SELECT i + 1 FROM n WHERE i < 10000) SELECT i || hex(zeroblob(500)) FROM n");
        const auto readAll = [&] { test::readText(*fixture.database, "SELECT SUM(LENGTH(title)) FROM {notes}"); };
        constexpr std::int64_t megabyte = 1024 * 1024;

        readAll();
        const std::int64_t kept = sqlite3_memory_used();
        QVERIFY2(kept > 9 * megabyte, qPrintable(QString::number(kept)));
        fixture.database->releaseMemory(); // read from since the call before, of which there was none
        QVERIFY(sqlite3_memory_used() > kept - megabyte);
        fixture.database->releaseMemory();
        const std::int64_t left = sqlite3_memory_used();
        QVERIFY2(left < kept - 8 * megabyte, qPrintable(QString::number(left)));

        const std::int64_t before = sqlite3_soft_heap_limit64(left + 2 * megabyte);
        readAll();
        const std::int64_t limited = sqlite3_memory_used();
        sqlite3_soft_heap_limit64(before);
        QVERIFY2(limited < left + 3 * megabyte, qPrintable(QString::number(limited)));
    }

    void busyReadersAreWaitedForOnlySoLong()
    {
        QTemporaryDir folder;
        sql::SqliteWriterPool pool(1);
        const sql::SqliteReaders::Limits readers{.connections = 1, .wait = std::chrono::milliseconds(20)};
        const auto database = test::expectValue(sql::SqliteDatabase::open(
            folder.filePath(u"test.db"_s), sql::SqliteConnection::Access::Create, "_", pool, {readers, {}}));
        test::expectValue(database->read([&](sql::Session &) -> Result<int> {
            const auto second = database->read([](sql::Session &) -> Result<int> { return 0; });
            if (second || second.error().code != ErrorCode::Unavailable)
                return failure(Error::internal(u"a second reader was served"_s));
            return 0;
        }));
        QVERIFY(database->read([](sql::Session &) -> Result<int> { return 0; }).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSqliteWriter)
#include "tst_sqlitewriter.moc"
