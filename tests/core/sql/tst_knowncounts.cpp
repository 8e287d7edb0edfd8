// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/knowncounts.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

/// A site with shelves and the books on them, which go with their shelf.
struct Shelves
{
    explicit Shelves(test::TestEngine &engine)
        : database(engine.emptySite())
    {
        test::runScript(*database, "CREATE TABLE {shelves} (id BIGINT PRIMARY KEY);"
                                   "CREATE TABLE {books} (id BIGINT PRIMARY KEY, shelf_id BIGINT NOT NULL REFERENCES "
                                   "{shelves} (id) ON DELETE CASCADE);"
                                   "CREATE TABLE {notes} (id BIGINT PRIMARY KEY)");
        test::runScript(*database, "INSERT INTO {shelves} (id) VALUES (1), (2);"
                                   "INSERT INTO {books} (id, shelf_id) VALUES (1, 1), (2, 1), (3, 2)");
    }

    std::int64_t counted(sql::Session &session) const
    {
        const sql::CursorPtr rows = test::expectValue(session.connection().query(text(), {0}));
        test::expectValue(rows->next());
        return rows->integer(0);
    }
    std::string text() const { return database->space().resolve("SELECT count(*) FROM {books} WHERE shelf_id > $1"); }

    /// Counts in a read of its own, and runs `meanwhile` before it is kept.
    void keep(const std::function<void()> &meanwhile = [] {}) const
    {
        test::expectValue(database->read(
            [&](sql::Session &session) -> Result<void> {
                const std::int64_t rows = counted(session);
                meanwhile();
                session.knownCounts()->keep(text(), {0}, {rows, "1:2:"});
                return {};
            },
            sql::ReadKind::Snapshot));
    }
    /// What a later read is told; -1: nothing. `meanwhile` runs when it has its snapshot.
    std::int64_t known(const std::function<void()> &meanwhile = [] {}) const
    {
        return test::expectValue(database->read(
            [&](sql::Session &session) -> Result<std::int64_t> {
                static_cast<void>(counted(session));
                meanwhile();
                const auto found = session.knownCounts()->find(text(), {0});
                return found ? found->rows : -1;
            },
            sql::ReadKind::Snapshot));
    }
    void write(const char *sql) const
    {
        test::expectValue(
            database->write([sql](sql::Transaction &transaction) { return transaction.execute(sql, {}); }));
    }

    std::shared_ptr<sql::Database> database;
};

} // namespace

/// What is known of counts, and that nothing out of date is.
class TestKnownCounts : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatWasCounted_data() { test::engineRows(); }
    void tellsWhatWasCounted()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const Shelves shelves(instance);
        QCOMPARE(shelves.known(), -1);
        shelves.keep();
        QCOMPARE(shelves.known(), 3);
        const auto other = test::expectValue(shelves.database->read(
            [&](sql::Session &session) -> Result<bool> {
                return session.knownCounts()->find(shelves.text(), {1}).has_value();
            },
            sql::ReadKind::Snapshot));
        QVERIFY(!other);
    }

    void writesKnowNothing_data() { test::engineRows(); }
    void writesKnowNothing()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const Shelves shelves(instance);
        const bool knows = test::expectValue(shelves.database->write(
            [](sql::Transaction &transaction) -> Result<bool> { return transaction.knownCounts() != nullptr; }));
        QVERIFY(!knows);
    }

    void changesAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<bool>("holds");
        QTest::newRow("insert") << QByteArray("INSERT INTO {books} (id, shelf_id) VALUES (4, 2)") << false;
        QTest::newRow("update") << QByteArray("UPDATE {books} SET shelf_id = 1") << false;
        QTest::newRow("delete") << QByteArray("DELETE FROM {books} WHERE id = 1") << false;
        QTest::newRow("delete all") << QByteArray("DELETE FROM {books}") << false;
        QTest::newRow("returning") << QByteArray("DELETE FROM {books} WHERE id = 2 RETURNING id") << false;
        QTest::newRow("cascade") << QByteArray("DELETE FROM {shelves} WHERE id = 1") << false;
        QTest::newRow("another table") << QByteArray("INSERT INTO {notes} (id) VALUES (1)") << true;
        QTest::newRow("insert elsewhere") << QByteArray("INSERT INTO {shelves} (id) VALUES (9)") << true;
        QTest::newRow("from another table")
            << QByteArray("INSERT INTO {books} SELECT id + 10, id FROM {shelves}") << false;
    }
    void changesAreNoticed()
    {
        QFETCH(QByteArray, change);
        QFETCH(bool, holds);
        test::TestEngine instance(u"sqlite"_s);
        const Shelves shelves(instance);
        shelves.keep();
        QCOMPARE(shelves.known(), 3);
        shelves.write(change.constData());
        QCOMPARE(shelves.known(), holds ? 3 : -1);
    }

    void scriptsAreNoticed()
    {
        test::TestEngine instance(u"sqlite"_s);
        const Shelves shelves(instance);
        shelves.keep();
        test::runScript(*shelves.database, "DELETE FROM {books} WHERE id = 3");
        QCOMPARE(shelves.known(), -1);
        shelves.keep();
        test::runScript(*shelves.database, "ALTER TABLE {notes} ADD COLUMN title TEXT");
        QCOMPARE(shelves.known(), -1);
    }

    void newCascadesAreNoticed()
    {
        test::TestEngine instance(u"sqlite"_s);
        const Shelves shelves(instance);
        shelves.write("DELETE FROM {notes} WHERE id = 1");
        test::runScript(*shelves.database,
                        "CREATE TRIGGER {on_notes} AFTER DELETE ON {notes} BEGIN DELETE FROM {books} "
                        "WHERE id = OLD.id; END;"
                        "INSERT INTO {notes} (id) VALUES (1), (2)");
        for (const char *sql : {"DELETE FROM {notes} WHERE id = 1", "DELETE FROM {notes} WHERE id = 2"}) {
            shelves.keep();
            shelves.write(sql);
            QCOMPARE(shelves.known(), -1);
        }
    }

    void countsOfAnotherMomentAreNotKept()
    {
        test::TestEngine instance(u"sqlite"_s);
        const Shelves shelves(instance);
        const auto insert = [&] { shelves.write("INSERT INTO {books} (id, shelf_id) VALUES (4, 2)"); };
        // Counted before the insert, kept after it.
        shelves.keep(insert);
        QCOMPARE(shelves.known(), -1);
    }

    void countsOfLaterMomentsAreNotTold()
    {
        test::TestEngine instance(u"sqlite"_s);
        const Shelves shelves(instance);
        shelves.keep();
        // This read saw three books; by the time it asks, four have been counted.
        const auto meanwhile = [&] {
            shelves.write("INSERT INTO {books} (id, shelf_id) VALUES (4, 2)");
            shelves.keep();
        };
        QCOMPARE(shelves.known(meanwhile), -1);
        QCOMPARE(shelves.known(), 4);
    }

    void connectionsOfLaterAreToldNothing()
    {
        test::TestEngine instance(u"postgres"_s);
        const Shelves shelves(instance);
        shelves.keep();
        QCOMPARE(shelves.known(), 3);
        // While one connection is taken, the next read opens another.
        QCOMPARE(shelves.known([&] { QCOMPARE(shelves.known(), -1); }), 3);
    }

    void longStatementsAreNotKept()
    {
        QVERIFY(sql::countKey("SELECT 1", {std::string(100, 'x')}));
        QVERIFY(!sql::countKey("SELECT 1", {std::string(5000, 'x')}));
        QVERIFY(!sql::countKey(std::string(5000, 'x'), {}));
        // Values are told apart by their type and by where they end.
        QVERIFY(sql::countKey("", {1, 23}) != sql::countKey("", {12, 3}));
        QVERIFY(sql::countKey("", {"1"}) != sql::countKey("", {1}));
        QVERIFY(sql::countKey("", {nullptr}) != sql::countKey("", {""}));
    }
};

QTEST_GUILESS_MAIN(TestKnownCounts)
#include "tst_knowncounts.moc"
