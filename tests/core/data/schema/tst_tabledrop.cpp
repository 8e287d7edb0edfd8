// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/schema/schemabench.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

/// What defining books answers while another transaction holds what it has locked.
Result<SchemaReport> definedWhile(Bench &bench, const std::function<Result<void>(sql::Transaction &)> &lock)
{
    std::promise<void> locked;
    std::promise<void> done;
    std::thread other([&] {
        test::expectValue(bench.site().write([&](sql::Transaction &transaction) -> Result<int> {
            TRY(lock(transaction));
            locked.set_value();
            done.get_future().wait();
            return 0;
        }));
    });
    locked.get_future().wait();
    Result<SchemaReport> answer = bench.define(books({}));
    done.set_value();
    other.join();
    return answer;
}

} // namespace

/// Tables that go, and changes of one table that meet, on both engines.
class TestTableDrop : public QObject
{
    Q_OBJECT

private slots:
    void refusesToDropWhatIsReferredTo_data() { test::engineRows(); }
    void refusesToDropWhatIsReferredTo();
    void dropsByForceAndKeepsTheRest_data() { test::engineRows(); }
    void dropsByForceAndKeepsTheRest();
    void settlesRacesOfTheSameTable_data() { test::engineRows(); }
    void settlesRacesOfTheSameTable();
    void answersConflictWhileRowsAreWritten();
    void answersConflictWhileTablesAreChanged();
    void givesUpWhatTakesTooLong_data() { test::engineRows(); }
    void givesUpWhatTakesTooLong();
};

void TestTableDrop::refusesToDropWhatIsReferredTo()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(
        R"({"resources":[{"name":"shelves","schema":{"fields":[{"name":"id","type":"integer"},{"name":"in","type":"integer"}],)"
        R"("primaryKey":"id","foreignKeys":[{"fields":"in","reference":{"resource":""},"x-actions":{"onDelete":"RESTRICT"}}]}},)"
        R"({"name":"books","schema":{"fields":[{"name":"id","type":"integer"},{"name":"shelf","type":"integer"}],)"
        R"("primaryKey":"id","foreignKeys":[{"fields":"shelf","reference":{"resource":"shelves"}}]}}]})"));
    test::expectValue(bench.run("INSERT INTO @shelves (id, \"in\") VALUES (1, NULL), (2, 1)"));

    const auto refused = bench.drop(u"shelves"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    const json::Value dependencies = dataOf(refused.error())["dependencies"];
    QCOMPARE(dependencies.array().size(), std::size_t(1));
    QCOMPARE(dependencies.at(0)["table"].text(), u"books"_s);
    QCOMPARE(dependencies.at(0)["column"].text(), u"shelf"_s);

    test::expectValue(bench.drop(u"books"_s));
    QVERIFY(!bench.exists("books"));
    QVERIFY(!bench.current("books"));
    test::expectValue(bench.drop(u"shelves"_s));
    QVERIFY(!bench.exists("shelves"));
    QCOMPARE(bench.drop(u"shelves"_s).error().code, ErrorCode::NotFound);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"})")));
}

void TestTableDrop::dropsByForceAndKeepsTheRest()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(
        R"({"resources":[{"name":"shelves","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}},)"
        R"({"name":"books","title":"Books","schema":{"fields":[{"name":"id","type":"integer"},{"name":"shelf","type":"integer"},)"
        R"({"name":"title","type":"string","constraints":{"unique":true,"maxLength":5}},{"name":"sequel_of","type":"integer"}],"primaryKey":"id",)"
        R"("indexes":[{"name":"by_shelf","fields":["shelf"]}],)"
        R"("foreignKeys":[{"fields":"shelf","reference":{"resource":"shelves"},"x-actions":{"onDelete":"CASCADE"}},)"
        R"({"fields":"sequel_of","reference":{"resource":""}}]}},)"
        R"({"name":"pages","schema":{"fields":[{"name":"id","type":"integer"},{"name":"book","type":"integer"}],"primaryKey":"id",)"
        R"("foreignKeys":[{"fields":"book","reference":{"resource":"books"},"x-actions":{"onDelete":"CASCADE"}}]}}]})"));
    test::expectValue(bench.run("INSERT INTO @shelves (id) VALUES (1)"));
    test::expectValue(bench.run("INSERT INTO @books (shelf, title) VALUES (1, 'a'), (1, 'b'), (1, 'c')"));
    test::expectValue(bench.run("INSERT INTO @pages (book) VALUES (1), (2)"));
    test::expectValue(bench.run("DELETE FROM @books WHERE title = 'c'"));

    const auto dropped = test::expectValue(bench.drop(u"shelves"_s, DropKind::Force)).references;
    QCOMPARE(dropped.size(), std::size_t(1));
    QCOMPARE(dropped.front().table, std::string("books"));
    QVERIFY(!bench.exists("shelves"));

    // The rows, the other keys, the rules and the counter of the table that referred to it are as they were.
    QCOMPARE(bench.read("SELECT count(*) FROM @books"), u"2"_s);
    QCOMPARE(bench.read("SELECT count(*) FROM @pages"), u"2"_s);
    test::expectValue(bench.run("INSERT INTO @books (shelf, title) VALUES (77, 'd')"));
    QCOMPARE(bench.read("SELECT id FROM @books WHERE title = 'd'"), u"4"_s);
    QCOMPARE(bench.run("INSERT INTO @books (title) VALUES ('d')").error().code, ErrorCode::UniqueViolation);
    QCOMPARE(bench.run("INSERT INTO @books (title) VALUES ('too long')").error().code, ErrorCode::CheckViolation);
    QCOMPARE(bench.run("INSERT INTO @books (sequel_of) VALUES (99)").error().code, ErrorCode::ForeignKeyViolation);
    QCOMPARE(bench.run("INSERT INTO @pages (book) VALUES (99)").error().code, ErrorCode::ForeignKeyViolation);
    test::expectValue(bench.run("DELETE FROM @books WHERE id = 1"));
    QCOMPARE(bench.read("SELECT count(*) FROM @pages"), u"1"_s);

    const auto table = bench.current("books");
    QCOMPARE(table->foreignKeys.size(), std::size_t(1));
    QCOMPARE(table->title, u"Books"_s);
    QCOMPARE(table->definition["foreignKeys"].array().size(), std::size_t(1));
}

void TestTableDrop::settlesRacesOfTheSameTable()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    const auto drafts = test::expectValue(readDataPackage(u"shop"_s, parsed(books({}))));
    std::atomic<int> created = 0;
    std::atomic<int> unchanged = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const SchemaReport report =
                test::expectValue(bench.tables().define(bench.site(), bench.who(), u"shop"_s, drafts, {}));
            created += int(report.count(TableAction::Created));
            unchanged += int(report.count(TableAction::Unchanged));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(created.load(), 1);
    QCOMPARE(unchanged.load(), 3);
    QVERIFY(bench.current("books"));
}

/// PostgreSQL only: on SQLite a change waits its turn behind the other writes of the site.
void TestTableDrop::answersConflictWhileRowsAreWritten()
{
    Bench bench(u"postgres"_s);
    const Result<SchemaReport> refused = definedWhile(bench, [&](sql::Transaction &transaction) -> Result<void> {
        TRY(CatalogueStore().current(bench.site(), transaction));
        return {};
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(bench.define(books({})));
}

/// The same while another server changes tables of the site.
void TestTableDrop::answersConflictWhileTablesAreChanged()
{
    Bench bench(u"postgres"_s);
    const Result<SchemaReport> refused =
        definedWhile(bench, [](sql::Transaction &transaction) { return CatalogueStore().lockForChange(transaction); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(!bench.current("books"));
    QVERIFY(bench.define(books({})));
}

void TestTableDrop::givesUpWhatTakesTooLong()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"})")));
    test::expectValue(
        bench.run("INSERT INTO @books (title) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                  "WHERE i < 50000) SELECT CAST(i AS TEXT) FROM n"));
    const std::string hash = bench.current("books")->schemaHash;
    const SchemaFlags flags{.loss = DataLoss::Allow};
    const QByteArray package =
        books(R"({"name":"title","type":"integer"},{"name":"new","type":"integer","default":1})");
    const Clock clock;
    const TableService hasty(clock, std::chrono::milliseconds(1));
    const Result<SchemaReport> refused =
        hasty.define(bench.site(), bench.who(), u"shop"_s, readDataPackage(u"shop"_s, parsed(package)).value(), flags)
            .wait();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Timeout);
    QCOMPARE(describe(refused.error().code).status, 504);
    QCOMPARE(bench.current("books")->schemaHash, hash);
    QVERIFY(!bench.run("UPDATE @books SET new = 1"));
    QCOMPARE(bench.read("SELECT max(title) FROM @books"), u"9999"_s);
    test::expectValue(bench.define(package, flags));
    QCOMPARE(bench.read("SELECT max(title) FROM @books"), u"50000"_s);
}

QTEST_GUILESS_MAIN(TestTableDrop)
#include "tst_tabledrop.moc"
