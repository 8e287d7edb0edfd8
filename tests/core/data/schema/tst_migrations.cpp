// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/schema/schemabench.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

/// Tables with rows that change, on both engines: what is done, what becomes of the rows, and what is refused.
class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase() { m_benches.clear(); }
    void changesWhatIsThere_data();
    void changesWhatIsThere();
    void refusesWhatRowsStandAgainst_data();
    void refusesWhatRowsStandAgainst();
    void keepsChildrenOfARebuiltParent_data() { test::engineRows(); }
    void keepsChildrenOfARebuiltParent();
    void keepsCounterAndIndexes_data() { test::engineRows(); }
    void keepsCounterAndIndexes();
    void renamesFollowIntoOtherTables_data() { test::engineRows(); }
    void renamesFollowIntoOtherTables();
    void recreatesFromNothing_data() { test::engineRows(); }
    void recreatesFromNothing();
    void recordsWhatWasDone_data() { test::engineRows(); }
    void recordsWhatWasDone();

private:
    /// One site per engine, since making one takes longer than all that is done to it; without tables.
    Bench &emptyBench(const QString &engine)
    {
        std::unique_ptr<Bench> &bench = m_benches[engine];
        if (!bench)
            bench = std::make_unique<Bench>(engine);
        for (const QString &table : {u"pages"_s, u"books"_s}) {
            if (bench->current(table.toUtf8().constData()))
                test::expectValue(bench->drop(table));
        }
        return *bench;
    }

    std::map<QString, std::unique_ptr<Bench>> m_benches;
};

namespace {

constexpr SchemaFlags allowed{.loss = DataLoss::Allow};

QString operationsOf(const SchemaReport &report)
{
    QStringList operations;
    for (const SchemaOperation &operation : report.tables.front().operations)
        operations.append(QString::fromUtf8(nameOf(operation.kind).data()) + u' ' +
                          QString::fromStdString(operation.column));
    return operations.join(u", "_s);
}

QByteArray field(const char *name, const char *type, const char *constraints = "", const char *more = "")
{
    return QByteArray(R"({"name":")") + name + R"(","type":")" + type + R"(","constraints":{)" + constraints + "}" +
           more + "}";
}

} // namespace

void TestMigrations::changesWhatIsThere_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("insert");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("operations");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &insert, const QByteArray &after,
                        const char *operations, const QByteArray &query, const char *answer) {
        for (const QString &engine : test::engineNames())
            QTest::newRow(qPrintable(engine + u": "_s + QString::fromUtf8(name)))
                << engine << before << insert << after << QString::fromUtf8(operations) << query
                << QString::fromUtf8(answer);
    };
    const auto cast = [&](const char *from, const char *to, const char *value, const char *operations,
                          const char *query, const char *answer) {
        const QByteArray name = QByteArray(from) + " to " + to;
        row(name.constData(), field("a", from), QByteArray("(a) VALUES (") + value + "), (NULL)", field("a", to),
            operations, query, answer);
    };
    cast("integer", "number", "12", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "12");
    cast("integer", "string", "-3", "alter_type a", "SELECT a || '!' FROM @books WHERE a IS NOT NULL", "-3!");
    cast("number", "integer", "'7'", "alter_type a", "SELECT a + 1 FROM @books WHERE a IS NOT NULL", "8");
    cast("number", "string", "'1.5'", "alter_type a", "SELECT a || '!' FROM @books WHERE a IS NOT NULL", "1.5!");
    cast("string", "integer", "'42'", "alter_type a", "SELECT a + 1 FROM @books WHERE a IS NOT NULL", "43");
    cast("string", "number", "'1.50'", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "1.5");
    cast("string", "boolean", "'TRUE'", "alter_type a", "SELECT CASE WHEN a THEN 'yes' END FROM @books WHERE a", "yes");
    cast("string", "date", "'2024-02-29'", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "2024-02-29");
    cast("string", "year", "'1999'", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "1999");
    cast("string", "uuid", "'3F2504E0-4F89-41D3-9A0C-0305E82C3301'", "alter_type a",
         "SELECT a FROM @books WHERE a IS NOT NULL", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    cast("year", "integer", "1999", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "1999");
    cast("object", "any", "'{\"a\": 1}'", "alter_type a", "SELECT a FROM @books WHERE a IS NOT NULL", "{\"a\": 1}");
    cast("integer", "date", "3", "alter_type a", "SELECT count(*) FROM @books WHERE a IS NULL", "2");
    row("rename", field("a", "string"), "(a) VALUES ('x')", field("b", "string", "", R"(,"x-rename-from":"a")"),
        "rename_column b", "SELECT b FROM @books", "x");
    row("rename of a required field with rules", field("a", "string", R"("required":true,"unique":true,"maxLength":5)"),
        "(a) VALUES ('x')",
        field("b", "string", R"("required":true,"unique":true,"maxLength":5)", R"(,"x-rename-from":"a")"),
        "rename_column b", "SELECT b FROM @books", "x");
    row("rename and more", field("a", "string"), "(a) VALUES ('5')",
        field("b", "integer", R"("required":true,"minimum":3)", R"(,"x-rename-from":"a","default":4)"),
        "rename_column b, alter_type b, set_not_null b, set_default b, add_check b", "SELECT b + 1 FROM @books", "6");
    row("renames in a row", field("a", "string") + "," + field("b", "string"), "(a, b) VALUES ('x', 'y')",
        field("b", "string", "", R"(,"x-rename-from":"a")") + "," + field("c", "string", "", R"(,"x-rename-from":"b")"),
        "rename_column c, rename_column b", "SELECT b || c FROM @books", "xy");
    row("drop", field("a", "string", R"("unique":true)") + "," + field("b", "string"), "(a, b) VALUES ('x', 'y')",
        field("b", "string"), "drop_column a", "SELECT b FROM @books", "y");
    row("drop of a required field", field("a", "string", R"("required":true)") + "," + field("b", "string"),
        "(a, b) VALUES ('x', 'y')", field("b", "string"), "drop_column a", "SELECT b FROM @books", "y");
    row("not null", field("a", "string"), "(a) VALUES ('x')", field("a", "string", R"("required":true)"),
        "set_not_null a", "SELECT a FROM @books", "x");
    row("null", field("a", "string", R"("required":true)"), "(a) VALUES ('x')", field("a", "string"), "drop_not_null a",
        "SELECT a FROM @books", "x");
    row("default", field("a", "string"), "(a) VALUES ('x')", field("a", "string", "", R"(,"default":"new")"),
        "set_default a", "SELECT a FROM @books", "x");
    row("no default", field("a", "string", "", R"(,"default":"new")"), "(a) VALUES ('x')", field("a", "string"),
        "drop_default a", "SELECT a FROM @books", "x");
    row("rules", field("a", "string", R"("maxLength":5,"pattern":"[a-z]+")"), "(a) VALUES ('abc')",
        field("a", "string", R"("minLength":1,"maxLength":3,"enum":["abc","def"])"),
        "drop_check a, add_check a, add_check a, add_check a", "SELECT a FROM @books", "abc");
    row("cut", field("a", "string"), "(a) VALUES ('abcdef')", field("a", "string", R"("maxLength":3)"), "add_check a",
        "SELECT a FROM @books", "abc");
    row("function as default", field("a", "string"), "(a) VALUES ('x'), ('y')",
        field("a", "string") + "," + field("b", "uuid", R"("required":true)", R"j(,"default":"gen_random_uuid()")j"),
        "add_column b", "SELECT count(DISTINCT b) FROM @books", "2");
    row("required with default", field("a", "string"), "(a) VALUES ('x')",
        field("a", "string") + "," + field("b", "integer", R"("required":true)", R"(,"default":3)"), "add_column b",
        "SELECT b FROM @books", "3");
}

void TestMigrations::changesWhatIsThere()
{
    QFETCH(QString, engine);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, insert);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, query);
    QFETCH(QString, answer);
    Bench &bench = emptyBench(engine);
    test::expectValue(bench.define(books(before)));
    test::expectValue(bench.run("INSERT INTO @books " + insert));
    const QByteArray package = books(after);

    const auto dry = bench.define(package, SchemaFlags{.mode = SchemaMode::DryRun});
    QVERIFY(!bench.current("books")->definition["fields"].at(1)["x-rename-from"].isString());
    const auto done = bench.define(package, allowed);
    const SchemaReport report = test::expectValue(done);
    QTEST(operationsOf(report), "operations");
    QCOMPARE(operationsOf(test::expectValue(dry)), operationsOf(report));
    for (const SchemaOperation &operation : report.tables.front().operations) {
        QVERIFY(!operation.sql.empty());
        QVERIFY(!operation.rollbackSql.empty());
    }
    // Remembered statements are told apart by their text; here no catalogue's version is in it.
    QCOMPARE(bench.read(query + " -- " + QTest::currentDataTag()), answer);
    // What is there now is what the definition makes from nothing: there is nothing left to do.
    QCOMPARE(test::expectValue(bench.define(package)).count(TableAction::Unchanged), std::size_t(1));
}

void TestMigrations::refusesWhatRowsStandAgainst_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("insert");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("constraint");
    QTest::addColumn<int>("rows");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &insert, const QByteArray &after,
                        const char *constraint, int rows) {
        for (const QString &engine : test::engineNames())
            QTest::newRow(qPrintable(engine + u": "_s + QString::fromUtf8(name)))
                << engine << before << insert << after << QString::fromUtf8(constraint) << rows;
    };
    const QByteArray text = field("a", "string");
    row("nulls", text, "(a) VALUES ('x'), (NULL), (NULL)", field("a", "string", R"("required":true)"), "required", 2);
    row("duplicates", text, "(a) VALUES ('x'), ('x'), ('y'), (NULL), (NULL)", field("a", "string", R"("unique":true)"),
        "unique", 2);
    row("texts too short", text, "(a) VALUES ('x'), ('xyz')", field("a", "string", R"("minLength":2)"), "minLength", 1);
    row("none of the list", text, "(a) VALUES ('x'), ('y'), ('z')", field("a", "string", R"("enum":["x"])"), "enum", 2);
    row("pattern", text, "(a) VALUES ('x'), ('1')", field("a", "string", R"("pattern":"[a-z]")"), "pattern", 1);
    row("too small", field("a", "number"), "(a) VALUES ('2'), ('10')", field("a", "number", R"("minimum":3)"),
        "minimum", 1);
    row("too large after a cast", text, "(a) VALUES ('2'), ('10')", field("a", "integer", R"("maximum":9)"), "maximum",
        1);
    row("no integers", text, "(a) VALUES ('1'), ('x'), ('1.5'), ('007'), ('99999999999999999999')",
        field("a", "integer"), "type", 4);
    row("no dates", text, "(a) VALUES ('2024-02-29'), ('2023-02-29'), ('2024-13-01'), ('0000-01-01'), ('x')",
        field("a", "date"), "type", 4);
    row("no times", text, "(a) VALUES ('2024-02-29T23:59:59Z'), ('2024-02-30T00:00:00Z'), ('2024-02-29T24:00:00Z')",
        field("a", "datetime"), "type", 2);
    row("fractions", field("a", "number"), "(a) VALUES ('1.5'), ('2'), ('9223372036854775808')", field("a", "integer"),
        "type", 2);
    row("required without default", text, "(a) VALUES ('x'), ('y')",
        text + "," + field("b", "string", R"("required":true)"), "required", 2);
    row("values lost that are required", field("a", "integer"), "(a) VALUES (1)",
        field("a", "date", R"("required":true)"), "required", 1);
}

void TestMigrations::refusesWhatRowsStandAgainst()
{
    QFETCH(QString, engine);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, insert);
    QFETCH(QByteArray, after);
    QFETCH(QString, constraint);
    QFETCH(int, rows);
    Bench &bench = emptyBench(engine);
    test::expectValue(bench.define(books(before)));
    test::expectValue(bench.run("INSERT INTO @books " + insert));
    const QString sum = bench.read("SELECT count(*) FROM @books WHERE a IS NOT NULL");
    const Result<SchemaReport> refused = bench.define(books(after), allowed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    const json::Value violation = dataOf(refused.error())["violations"].at(0);
    QCOMPARE(violation["constraint"].text(), constraint);
    QCOMPARE(violation["rows"].integer().value_or(-1), std::int64_t(rows));
    QVERIFY(refused.error().message.contains(QString::number(rows)));
    QCOMPARE(bench.read("SELECT count(*) FROM @books WHERE a IS NOT NULL"), sum);
    QVERIFY(!bench.current("books")->column("b"));
}

void TestMigrations::keepsChildrenOfARebuiltParent()
{
    QFETCH(QString, engine);
    Bench &bench = emptyBench(engine);
    const QByteArray pages =
        R"({"resources":[{"name":"pages","schema":{"fields":[{"name":"id","type":"integer"},{"name":"book","type":"integer"}],)"
        R"("primaryKey":"id","foreignKeys":[{"fields":"book","reference":{"resource":"books"},"x-actions":{"onDelete":"CASCADE"}}]}}]})";
    test::expectValue(bench.define(books(field("a", "string"))));
    test::expectValue(bench.define(pages));
    test::expectValue(bench.run("INSERT INTO @books (a) VALUES ('1'), ('2')"));
    test::expectValue(bench.run("INSERT INTO @pages (book) VALUES (1), (1), (2)"));

    test::expectValue(bench.define(books(field("a", "integer", R"("required":true,"minimum":1)")), allowed));
    QCOMPARE(bench.read("SELECT count(*) FROM @books"), u"2"_s);
    QCOMPARE(bench.read("SELECT count(*) FROM @pages"), u"3"_s);
    QCOMPARE(bench.run("INSERT INTO @pages (book) VALUES (9)").error().code, ErrorCode::ForeignKeyViolation);
    test::expectValue(bench.run("DELETE FROM @books WHERE id = 1"));
    QCOMPARE(bench.read("SELECT count(*) FROM @pages"), u"1"_s);
}

void TestMigrations::keepsCounterAndIndexes()
{
    QFETCH(QString, engine);
    Bench &bench = emptyBench(engine);
    const QByteArray index = R"("indexes":[{"name":"by_b","fields":["b"],"unique":true}])";
    test::expectValue(bench.define(books(field("a", "string") + "," + field("b", "string"), index)));
    test::expectValue(bench.run("INSERT INTO @books (a, b) VALUES ('1', 'x'), ('2', 'y'), ('3', 'z')"));
    test::expectValue(bench.run("DELETE FROM @books WHERE id = 3"));
    test::expectValue(
        bench.define(books(field("a", "integer", R"("minimum":1)") + "," + field("b", "string"), index), allowed));
    QCOMPARE(bench.run("INSERT INTO @books (a, b) VALUES (1, 'x')").error().code, ErrorCode::UniqueViolation);
    QCOMPARE(bench.run("INSERT INTO @books (a, b) VALUES (0, 'w')").error().code, ErrorCode::CheckViolation);
    test::expectValue(bench.run("INSERT INTO @books (a, b) VALUES (1, 'w')"));
    QVERIFY(bench.read("SELECT max(id) FROM @books").toInt() > 3);
}

void TestMigrations::renamesFollowIntoOtherTables()
{
    QFETCH(QString, engine);
    Bench &bench = emptyBench(engine);
    test::expectValue(bench.define(books(field("code", "string", R"("unique":true,"required":true)"))));
    test::expectValue(bench.define(
        R"({"resources":[{"name":"pages","schema":{"fields":[{"name":"id","type":"integer"},{"name":"book","type":"string"}],)"
        R"("primaryKey":"id","foreignKeys":[{"fields":"book","reference":{"resource":"books","fields":["code"]}}]}}]})"));
    test::expectValue(bench.run("INSERT INTO @books (code) VALUES ('x')"));
    test::expectValue(bench.run("INSERT INTO @pages (book) VALUES ('x')"));
    test::expectValue(bench.define(books(
        field("isbn", "string", R"("unique":true,"required":true,"maxLength":20)", R"(,"x-rename-from":"code")"))));
    const auto pages = bench.current("pages");
    QCOMPARE(pages->foreignKeys.front().targetColumns.front(), std::string("isbn"));
    QCOMPARE(pages->definition["foreignKeys"].at(0)["reference"]["fields"].at(0).text(), u"isbn"_s);
    QCOMPARE(bench.run("INSERT INTO @pages (book) VALUES ('nothing')").error().code, ErrorCode::ForeignKeyViolation);
    QCOMPARE(bench.run("INSERT INTO @books (isbn) VALUES ('x')").error().constraint, u"shop_books:unique:isbn"_s);
}

void TestMigrations::recreatesFromNothing()
{
    QFETCH(QString, engine);
    Bench &bench = emptyBench(engine);
    const QByteArray package = books(field("a", "string"));
    test::expectValue(bench.define(package));
    test::expectValue(bench.run("INSERT INTO @books (a) VALUES ('x')"));
    const SchemaReport report = test::expectValue(
        bench.define(package, SchemaFlags{.loss = DataLoss::Allow, .existing = ExistingTables::Recreate}));
    QCOMPARE(operationsOf(report), u"drop_table , create_table "_s);
    QCOMPARE(bench.read("SELECT count(*) FROM @books"), u"0"_s);
    test::expectValue(bench.define(
        R"({"resources":[{"name":"pages","schema":{"fields":[{"name":"id","type":"integer"},{"name":"book","type":"integer"}],)"
        R"("primaryKey":"id","foreignKeys":[{"fields":"book","reference":{"resource":"books"}}]}}]})"));
    const auto refused =
        bench.define(package, SchemaFlags{.loss = DataLoss::Allow, .existing = ExistingTables::Recreate});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
}

void TestMigrations::recordsWhatWasDone()
{
    QFETCH(QString, engine);
    Bench &bench = emptyBench(engine);
    test::expectValue(bench.define(books(field("a", "string"))));
    test::expectValue(bench.define(books(field("b", "string", "", R"(,"x-rename-from":"a")"))));
    test::expectValue(bench.define(books(field("b", "string"))));
    test::expectValue(bench.drop(u"books"_s));
    const auto kinds = test::expectValue(bench.site().read([](sql::Session &session) {
        return session.all("SELECT operation_type FROM {schema_operations} ORDER BY id DESC LIMIT 3", {},
                           [](const sql::Cursor &row) { return row.string(0); });
    }));
    QCOMPARE(QStringList(kinds.begin(), kinds.end()), (QStringList{u"delete"_s, u"update"_s, u"create"_s}));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
