// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tablechanges.h"

#include "core/data/definition/tabledefinition.h"
#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

/// From one definition to another, without a database: the steps, their order, their class and their SQL.
class TestTableChanges : public QObject
{
    Q_OBJECT

private slots:
    void plans_data();
    void plans();
    void writesForPostgres_data();
    void writesForPostgres();
    void rebuildsOnSqlite();
    void altersOnSqliteWhatItCan();
    void refusesWhatOthersReferTo();
    void ordersRenames();
    void makesIndexesOverVectorsAnew();
};

namespace {

const sql::Namespace sqlite(sql::Dialect::Sqlite, {}, "_");
const sql::Namespace postgres(sql::Dialect::Postgres, "acme", "_");

TableDefinition definition(const QByteArray &fields, const QByteArray &more = {})
{
    const QByteArray text = R"({"fields":[{"name":"id","type":"integer"})" + (fields.isEmpty() ? "" : "," + fields) +
                            R"(],"primaryKey":)" + (more.isEmpty() ? R"("id"})" : more + "}");
    const json::Value value = test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
    TableDefinition read = test::expectValue(TableDefinition::parse(u"shop"_s, "books", value));
    DefinitionReport report;
    read.resolve([](const QString &, std::string_view) { return nullptr; }, JsonPath(), report);
    return read;
}

std::vector<SchemaOperation> plan(const QByteArray &before, const QByteArray &after, const sql::Namespace &space,
                                  std::vector<const ForeignKey *> references = {})
{
    const TableDefinition old = definition(before);
    const TableDefinition wanted = definition(after);
    return planChange({old.table, std::move(references)}, wanted.table, wanted.renames, DdlWriter(space));
}

QString listed(const std::vector<SchemaOperation> &operations)
{
    QStringList list;
    for (const SchemaOperation &operation : operations) {
        const QString mark = operation.refused              ? u"!"_s
                             : operation.destructive        ? u"-"_s
                             : !operation.lossCount.empty() ? u"?"_s
                             : operation.check.has_value()  ? u"="_s
                                                            : QString();
        list.append(mark + QString::fromUtf8(nameOf(operation.kind).data()) + u' ' +
                    QString::fromStdString(operation.column));
    }
    return list.join(u", "_s);
}

} // namespace

void TestTableChanges::plans_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("operations"); // - loses data, ? may lose data, = is checked against the rows
    const auto row = [](const char *name, const char *before, const char *after, const char *operations) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(operations);
    };
    const char *text = R"({"name":"a","type":"string"})";
    row("nothing", text, R"({"name":"a","type":"text","title":"other words"})", "");
    row("field", "", text, "add_column a");
    row("field gone", text, "", "-drop_column a");
    row("required field", "", R"({"name":"a","type":"string","constraints":{"required":true}})", "?add_column a");
    row("required field with default", "",
        R"({"name":"a","type":"string","default":"x","constraints":{"required":true}})", "add_column a");
    row("unique field", "", R"({"name":"a","type":"string","constraints":{"unique":true}})",
        "add_column a, add_index a");
    row("required", text, R"({"name":"a","type":"string","constraints":{"required":true}})", "=set_not_null a");
    row("not required", R"({"name":"a","type":"string","constraints":{"required":true}})", text, "drop_not_null a");
    row("unique", text, R"({"name":"a","type":"string","constraints":{"unique":true}})", "=add_index a");
    row("not unique", R"({"name":"a","type":"string","constraints":{"unique":true}})", text, "drop_index a");
    row("default", text, R"({"name":"a","type":"string","default":"x"})", "set_default a");
    row("other default", R"({"name":"a","type":"string","default":"y"})",
        R"({"name":"a","type":"string","default":"x"})", "set_default a");
    row("no default", R"({"name":"a","type":"string","default":"x"})", text, "drop_default a");
    row("pattern", text, R"({"name":"a","type":"string","constraints":{"pattern":"[a-z]+"}})", "=add_check a");
    row("no pattern", R"({"name":"a","type":"string","constraints":{"pattern":"[a-z]+"}})", text, "drop_check a");
    row("relaxed", R"({"name":"a","type":"integer","constraints":{"minimum":3}})",
        R"({"name":"a","type":"integer","constraints":{"minimum":1}})", "=add_check a");
    row("shorter", text, R"({"name":"a","type":"string","constraints":{"maxLength":3}})", "?add_check a");
    row("longer", R"({"name":"a","type":"string","constraints":{"maxLength":3}})",
        R"({"name":"a","type":"string","constraints":{"maxLength":9}})", "=add_check a");
    row("wider type", R"({"name":"a","type":"integer"})", R"({"name":"a","type":"number"})", "alter_type a");
    row("narrower type", R"({"name":"a","type":"number"})", R"({"name":"a","type":"integer"})", "-alter_type a");
    row("another type", R"({"name":"a","type":"object"})", R"({"name":"a","type":"date"})", "-alter_type a");
    row("type with rules", R"({"name":"a","type":"string","default":"1","constraints":{"maxLength":3}})",
        R"({"name":"a","type":"integer","default":1,"constraints":{"maximum":9}})",
        "drop_check a, -alter_type a, set_default a, =add_check a");
    row("rename", text, R"({"name":"b","type":"string","x-rename-from":"a"})", "rename_column b");
    row("rename to what is there", R"({"name":"a","type":"string"},{"name":"b","type":"string"})",
        R"({"name":"b","type":"string","x-rename-from":"a"})", "-drop_column a");
    row("rename of what is gone", text, R"({"name":"a","type":"string","x-rename-from":"z"})", "");
    row("comment", text, R"({"name":"a","type":"string","comment":"said"})", "set_comment a");
}

void TestTableChanges::plans()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, operations);
    QCOMPARE(listed(plan(before, after, sqlite)), operations);
    QCOMPARE(listed(plan(before, after, postgres)), operations);
}

void TestTableChanges::writesForPostgres_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("rollback");
    QTest::newRow("type")
        << QByteArray(R"({"name":"a","type":"integer"})") << QByteArray(R"({"name":"a","type":"number"})")
        << u"ALTER TABLE \"acme\".\"shop_books\" ALTER COLUMN \"a\" TYPE numeric USING ((\"a\"::numeric))"_s
        << u"ALTER TABLE \"acme\".\"shop_books\" ALTER COLUMN \"a\" TYPE bigint USING (\"a\"::bigint)"_s;
    QTest::newRow("rename") << QByteArray(R"({"name":"a","type":"string"})")
                            << QByteArray(R"({"name":"b","type":"string","x-rename-from":"a"})")
                            << u"ALTER TABLE \"acme\".\"shop_books\" RENAME COLUMN \"a\" TO \"b\""_s
                            << u"ALTER TABLE \"acme\".\"shop_books\" RENAME COLUMN \"b\" TO \"a\""_s;
    QTest::newRow("required") << QByteArray(R"({"name":"a","type":"string"})")
                              << QByteArray(R"({"name":"a","type":"string","constraints":{"required":true}})")
                              << u"ALTER TABLE \"acme\".\"shop_books\" ALTER COLUMN \"a\" SET NOT NULL"_s
                              << u"ALTER TABLE \"acme\".\"shop_books\" ALTER COLUMN \"a\" DROP NOT NULL"_s;
}

void TestTableChanges::writesForPostgres()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto operations = plan(before, after, postgres);
    QCOMPARE(operations.size(), std::size_t(1));
    QTEST(QString::fromStdString(operations.front().sql), "sql");
    QTEST(QString::fromStdString(operations.front().rollbackSql), "rollback");
}

void TestTableChanges::rebuildsOnSqlite()
{
    const auto operations = plan(
        R"({"name":"a","type":"integer"},{"name":"b","type":"string"})",
        R"({"name":"a","type":"number","constraints":{"minimum":0}},{"name":"c","type":"string","x-rename-from":"b"})",
        sqlite);
    QCOMPARE(listed(operations), u"rename_column c, alter_type a, =add_check a"_s);
    QCOMPARE(int(operations[0].way), int(OperationWay::Statement));
    QCOMPARE(int(operations[1].way), int(OperationWay::Rebuild));
    QCOMPARE(int(operations[2].way), int(OperationWay::Rebuilt));
    const QString script = QString::fromStdString(operations[1].sql);
    QVERIFY(script.startsWith(u"CREATE TABLE \"shop_books:new\""_s));
    QVERIFY(script.contains(
        u"INSERT INTO \"shop_books:new\" (\"id\", \"a\", \"c\") SELECT \"id\", (CAST(\"a\" AS TEXT)), \"c\" FROM \"shop_books\""_s));
    QVERIFY(script.contains(u"DROP TABLE \"shop_books\";"_s));
    QVERIFY(operations[2].sql.starts_with("--"));
    QVERIFY(QString::fromStdString(operations[1].rollbackSql).contains(u"CAST(\"a\" AS INTEGER)"_s));
}

void TestTableChanges::altersOnSqliteWhatItCan()
{
    for (
        const SchemaOperation &operation : plan(
            R"({"name":"a","type":"integer"},{"name":"b","type":"string"})",
            R"({"name":"a","type":"integer","constraints":{"unique":true}},{"name":"d","type":"string","default":"x"})",
            sqlite))
        QCOMPARE(int(operation.way), int(OperationWay::Statement));
}

void TestTableChanges::refusesWhatOthersReferTo()
{
    ForeignKey key;
    key.columns = {"book"};
    key.targetPhysicalName = "shop_books";
    key.targetColumns = {"a"};
    const char *unique = R"({"name":"a","type":"integer","constraints":{"unique":true}})";
    for (const sql::Namespace &space : {sqlite, postgres}) {
        QVERIFY(listed(plan(unique, "", space, {&key})).startsWith(u"!drop_column a"_s));
        QVERIFY(listed(plan(unique, R"({"name":"a","type":"number","constraints":{"unique":true}})", space, {&key}))
                    .startsWith(u"!alter_type a"_s));
        QVERIFY(listed(plan(unique, R"({"name":"a","type":"integer"})", space, {&key})).startsWith(u"!drop_index a"_s));
        // A new name is no hindrance.
        QCOMPARE(
            listed(plan(unique, R"({"name":"b","type":"integer","x-rename-from":"a","constraints":{"unique":true}})",
                        space, {&key})),
            u"rename_column b"_s);
    }
}

void TestTableChanges::ordersRenames()
{
    const char *two = R"({"name":"a","type":"string"},{"name":"b","type":"string"})";
    QCOMPARE(
        listed(plan(
            two, R"({"name":"b","type":"string","x-rename-from":"a"},{"name":"c","type":"string","x-rename-from":"b"})",
            postgres)),
        u"rename_column c, rename_column b"_s);
    // They would be swapped back by the same request again.
    QCOMPARE(
        listed(plan(
            two, R"({"name":"b","type":"string","x-rename-from":"a"},{"name":"a","type":"string","x-rename-from":"b"})",
            postgres)),
        QString());
}

/// They are over an expression that says how many numbers there are.
void TestTableChanges::makesIndexesOverVectorsAnew()
{
    const auto table = [](const char *type) {
        const QByteArray field = R"({"name":"a","type":"any","x-pg-type":")" + QByteArray(type) + R"("})";
        return definition(field, R"("id","indexes":[{"name":"near","fields":["a"],"type":"hnsw"}])").table;
    };
    const DdlWriter ddl(postgres, VectorExtension{"ext"});
    const Table before = table("vector(2)");
    const auto steps = planChange({before, {}}, table("vector(3)"), {}, ddl);
    QCOMPARE(listed(steps), u"drop_index near, -alter_type a, add_index near"_s);
    QVERIFY(steps.front().rollbackSql.find("vector(2)") != std::string::npos);
    QVERIFY(steps.back().sql.find("vector(3)") != std::string::npos);
    QVERIFY(steps.back().reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestTableChanges)
#include "tst_tablechanges.moc"
