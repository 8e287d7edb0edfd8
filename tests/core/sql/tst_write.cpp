// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QTest>

#include <semaphore>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// What Database::write and read promise, on both engines.
class TestWrite : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;

    static std::shared_ptr<sql::Database> withNotes(test::TestEngine &instance)
    {
        auto site = instance.emptySite();
        test::runScript(*site, "CREATE TABLE {notes} (id {:identity}, title {:text} NOT NULL);"
                               "CREATE UNIQUE INDEX {#notes_title} ON {notes} (title)");
        return site;
    }
    static Result<std::int64_t> insert(sql::Transaction &tx, const QString &title)
    {
        return tx.execute("INSERT INTO {notes} (title) VALUES ($1)", {title});
    }
    static QString titles(sql::Database &site)
    {
        const auto all = test::expectValue(site.read([](sql::Session &session) {
            return session.all("SELECT title FROM {notes} ORDER BY title", {},
                               [](const sql::Cursor &row) { return row.string(0); });
        }));
        return QStringList(all.begin(), all.end()).join(u' ');
    }

private slots:
    void failedClosureLeavesNothing_data() { test::engineRows(); }
    void failedClosureLeavesNothing()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const auto failed = site->write([](sql::Transaction &tx) -> Result<int> {
                                    TRY(insert(tx, u"a"_s));
                                    return failure(ErrorCode::Conflict, u"no"_s);
                                })
                                .wait();
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
        QCOMPARE(titles(*site), QString());
    }

    /// Many at once, every third one failing: the others stay, each with its own answer.
    void neighboursOfAFailedClosureStay_data() { test::engineRows(); }
    void neighboursOfAFailedClosureStay()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        std::vector<Later<int>> answers;
        for (int i = 0; i < 300; ++i) {
            answers.push_back(site->write([i](sql::Transaction &tx) -> Result<int> {
                TRY(insert(tx, QString::number(i)));
                if (i % 3 == 0)
                    TRY(insert(tx, QString::number(i)));
                return i;
            }));
        }
        for (int i = 0; i < 300; ++i) {
            const Result<int> answer = std::move(answers[std::size_t(i)]).wait();
            QCOMPARE(answer.has_value(), i % 3 != 0);
            if (answer)
                QCOMPARE(*answer, i);
            else
                QCOMPARE(answer.error().code, ErrorCode::UniqueViolation);
        }
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {notes}"), u"200"_s);
    }

    void answerComesAfterTheCommit_data() { test::engineRows(); }
    void answerComesAfterTheCommit()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        std::binary_semaphore answered{0};
        QString seen;
        site->write([](sql::Transaction &tx) { return insert(tx, u"a"_s); }).then([&](Result<std::int64_t>) {
            seen = titles(*site);
            answered.release();
        });
        answered.acquire();
        QCOMPARE(seen, u"a"_s);
    }

    void rehearsalAnswersAndLeavesNothing_data() { test::engineRows(); }
    void rehearsalAnswersAndLeavesNothing()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const auto seen = test::expectValue(site->write(
            [](sql::Transaction &tx) -> Result<QString> {
                TRY(insert(tx, u"a"_s));
                return TRY(tx.first("SELECT title FROM {notes}", {},
                                    [](const sql::Cursor &row) { return row.string(0); }))
                    .value();
            },
            sql::WriteKind::Rehearsal));
        QCOMPARE(seen, u"a"_s);
        QCOMPARE(titles(*site), QString());
        const auto twice = site->write(
                                   [](sql::Transaction &tx) -> Result<int> {
                                       TRY(insert(tx, u"a"_s));
                                       TRY(insert(tx, u"a"_s));
                                       return 0;
                                   },
                                   sql::WriteKind::Rehearsal)
                               .wait();
        QCOMPARE(twice.error().code, ErrorCode::UniqueViolation);
    }

    /// A deferred key that stays open is its closure's error, in a rehearsal too, and not its neighbours'.
    void deferredKeysAreSettledPerClosure_data() { test::engineRows(); }
    void deferredKeysAreSettledPerClosure()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        test::runScript(*site, "CREATE TABLE {tags} (note_id {:integer} REFERENCES {notes} (id)"
                               " DEFERRABLE INITIALLY DEFERRED)");
        const auto orphan = [](sql::Transaction &tx) { return tx.execute("INSERT INTO {tags} VALUES (77)"); };
        const auto childFirst = [](sql::Transaction &tx) -> Result<int> {
            TRY(tx.execute("INSERT INTO {tags} VALUES (5)"));
            TRY(tx.execute("INSERT INTO {notes} (id, title) VALUES (5, 'five')"));
            return 0;
        };
        auto first = site->write([](sql::Transaction &tx) { return insert(tx, u"a"_s); });
        auto second = site->write(orphan);
        auto third = site->write(orphan, sql::WriteKind::Rehearsal);
        auto fourth = site->write(orphan, sql::WriteKind::Alone);
        auto fifth = site->write(childFirst);
        QVERIFY(std::move(first).wait().has_value());
        QCOMPARE(std::move(second).wait().error().code, ErrorCode::ForeignKeyViolation);
        QCOMPARE(std::move(third).wait().error().code, ErrorCode::ForeignKeyViolation);
        QCOMPARE(std::move(fourth).wait().error().code, ErrorCode::ForeignKeyViolation);
        QVERIFY(std::move(fifth).wait().has_value());
        QCOMPARE(titles(*site), u"a five"_s);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {tags}"), u"1"_s);

        const auto settledInside = site->write([&](sql::Transaction &tx) -> Result<bool> {
                                           TRY(tx.execute("INSERT INTO {tags} VALUES (5)"));
                                           TRY(tx.settleConstraints());
                                           TRY(orphan(tx));
                                           return !tx.nested([&] { return tx.settleConstraints(); }).has_value();
                                       })
                                       .wait();
        QVERIFY(!settledInside);
        QCOMPARE(settledInside.error().code, ErrorCode::ForeignKeyViolation);
    }

    void nestedStepIsUndoneAlone_data() { test::engineRows(); }
    void nestedStepIsUndoneAlone()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        test::expectValue(site->write([](sql::Transaction &tx) -> Result<int> {
            TRY(insert(tx, u"a"_s));
            const auto failed = tx.nested([&]() -> Result<void> {
                TRY(insert(tx, u"b"_s));
                const auto deeper = tx.nested([&]() -> Result<void> {
                    TRY(insert(tx, u"c"_s));
                    TRY(insert(tx, u"c"_s));
                    return {};
                });
                if (deeper)
                    return failure(Error::internal(u"c was inserted twice"_s));
                TRY(insert(tx, u"d"_s));
                TRY(insert(tx, u"a"_s));
                return {};
            });
            if (failed)
                return failure(Error::internal(u"a was inserted twice"_s));
            TRY(tx.nested([&]() -> Result<void> {
                TRY(insert(tx, u"e"_s));
                return {};
            }));
            return 0;
        }));
        QCOMPARE(titles(*site), u"a e"_s);
    }

    void rebuildKeepsCascadingChildren_data() { test::engineRows(); }
    void rebuildKeepsCascadingChildren()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        test::runScript(*site, "CREATE TABLE {tags} (note_id {:integer} REFERENCES {notes} (id) ON DELETE CASCADE"
                               " DEFERRABLE INITIALLY DEFERRED);"
                               "INSERT INTO {notes} (id, title) VALUES (1, 'a'); INSERT INTO {tags} VALUES (1)");
        if (instance.dialect() == sql::Dialect::Sqlite) {
            test::runScript(*site,
                            "CREATE TABLE {notes_new} (id {:identity}, title {:text}, body {:text});"
                            "INSERT INTO {notes_new} (id, title) SELECT id, title FROM {notes};"
                            "DROP TABLE {notes}; ALTER TABLE {notes_new} RENAME TO {notes}",
                            sql::WriteKind::Rebuild);
        } else {
            test::runScript(*site, "ALTER TABLE {notes} ADD COLUMN body {:text}", sql::WriteKind::Rebuild);
        }
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {tags}"), u"1"_s);
        QCOMPARE(test::readText(*site, "SELECT body FROM {notes}"), u"NULL"_s);
        // Keys count again afterwards.
        QCOMPARE(site->write([](sql::Transaction &tx) { return tx.execute("INSERT INTO {tags} VALUES (9)"); })
                     .wait()
                     .error()
                     .code,
                 ErrorCode::ForeignKeyViolation);
        test::runScript(*site, "DELETE FROM {notes}");
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {tags}"), u"0"_s);
    }

    void rebuildThatBreaksKeysIsUndone()
    {
        test::TestEngine &instance = m_engines[u"sqlite"_s];
        const auto site = withNotes(instance);
        test::runScript(*site, "CREATE TABLE {tags} (note_id {:integer} REFERENCES {notes} (id));"
                               "INSERT INTO {notes} (id, title) VALUES (1, 'a'); INSERT INTO {tags} VALUES (1)");
        const auto broken =
            site->write([](sql::Transaction &tx) { return tx.execute("DELETE FROM {notes}"); }, sql::WriteKind::Rebuild)
                .wait();
        QCOMPARE(broken.error().code, ErrorCode::ForeignKeyViolation);
        QCOMPARE(titles(*site), u"a"_s);
    }

    /// A read in the middle of a long write neither waits for it nor sees it.
    void readsNeverWaitForWriters_data() { test::engineRows(); }
    void readsNeverWaitForWriters()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        std::binary_semaphore written{0};
        std::binary_semaphore goOn{0};
        std::thread writer([&] {
            test::expectValue(site->write([&](sql::Transaction &tx) -> Result<int> {
                TRY(insert(tx, u"a"_s));
                written.release();
                goOn.acquire();
                return 0;
            }));
        });
        written.acquire();
        QCOMPARE(titles(*site), QString());
        goOn.release();
        writer.join();
        QCOMPARE(titles(*site), u"a"_s);
    }

    /// Outside its transaction it would see the state before itself, or wait for itself.
    void aWriteReachesItsDatabaseThroughItsTransactionAlone_data() { test::engineRows(); }
    void aWriteReachesItsDatabaseThroughItsTransactionAlone()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const auto other = withNotes(instance);
        const auto reads = [](sql::Session &) -> Result<int> { return 1; };
        const auto inserts = [](sql::Transaction &tx) { return insert(tx, u"inner"_s); };
        const auto codes = test::expectValue(site->write([=](sql::Transaction &tx) -> Result<std::vector<ErrorCode>> {
            TRY(insert(tx, u"outer"_s));
            TRY(other->read(reads));
            const auto read = site->read(reads);
            const auto written = site->write(inserts).wait();
            if (read || written)
                return std::vector<ErrorCode>();
            return std::vector{read.error().code, written.error().code};
        }));
        QCOMPARE(codes, (std::vector{ErrorCode::Internal, ErrorCode::Internal}));
        QCOMPARE(titles(*site), u"outer"_s);
        QVERIFY(site->read(reads).has_value());
    }

    void snapshotSeesOneMoment_data() { test::engineRows(); }
    void snapshotSeesOneMoment()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const char *count = "SELECT count(*) FROM {notes}";
        const auto toInteger = [](const sql::Cursor &row) { return row.integer(0); };
        const auto seen = test::expectValue(site->read(
            [&](sql::Session &session) -> Result<std::pair<qint64, qint64>> {
                const qint64 before = TRY(session.first(count, {}, toInteger)).value();
                test::expectValue(site->write([](sql::Transaction &tx) { return insert(tx, u"a"_s); }));
                const qint64 after = TRY(session.first(count, {}, toInteger)).value();
                return std::pair(before, after);
            },
            sql::ReadKind::Snapshot));
        QCOMPARE(seen, (std::pair<qint64, qint64>(0, 0)));
        QCOMPARE(titles(*site), u"a"_s);
    }

    void slowStatementsTimeOut_data() { test::engineRows(); }
    void slowStatementsTimeOut()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const char *endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        const auto slow = site->read([&](sql::Session &session) {
            session.connection().setDeadline(std::chrono::milliseconds(50));
            return session.first(endless, {}, [](const sql::Cursor &row) { return row.integer(0); });
        });
        QCOMPARE(slow.error().code, ErrorCode::Timeout);
        // The next borrower has the usual deadline and a connection that works.
        QCOMPARE(titles(*site), QString());
    }

    void interruptStopsWhatRuns_data() { test::engineRows(); }
    void interruptStopsWhatRuns()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        const char *endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        const auto toInteger = [](const sql::Cursor &row) { return row.integer(0); };
        std::atomic<int> ended = 0;
        std::optional<ErrorCode> readCode;
        std::optional<ErrorCode> writeCode;
        std::thread reader([&] {
            readCode =
                site->read([&](sql::Session &session) { return session.first(endless, {}, toInteger); }).error().code;
            ++ended;
        });
        std::thread writer([&] {
            writeCode =
                site->write([&](sql::Transaction &tx) { return tx.first(endless, {}, toInteger); }).wait().error().code;
            ++ended;
        });
        while (ended < 2) {
            site->interrupt();
            std::this_thread::yield();
        }
        reader.join();
        writer.join();
        QCOMPARE(readCode, std::optional(ErrorCode::Cancelled));
        QCOMPARE(writeCode, std::optional(ErrorCode::Cancelled));
        test::expectValue(site->write([](sql::Transaction &tx) { return insert(tx, u"a"_s); }));
        QCOMPARE(titles(*site), u"a"_s);
    }

    void manyThreadsWriteAndRead_data() { test::engineRows(); }
    void manyThreadsWriteAndRead()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = withNotes(instance);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 50; ++i) {
                    test::expectValue(
                        site->write([=](sql::Transaction &tx) { return insert(tx, u"%1-%2"_s.arg(thread).arg(i)); }));
                    titles(*site);
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {notes}"), u"400"_s);
    }
};

QTEST_GUILESS_MAIN(TestWrite)
#include "tst_write.moc"
