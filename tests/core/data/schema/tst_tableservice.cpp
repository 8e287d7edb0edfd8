// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/schema/schemabench.h"

#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

/// Definitions of tables as a whole: from a package to physical tables and the catalogue, on both engines, beside a
/// second site that must not change.
class TestTableService : public QObject
{
    Q_OBJECT

private slots:
    void createsARealDatabase_data() { test::engineRows(); }
    void createsARealDatabase();
    void createsAllOrNothing_data() { test::engineRows(); }
    void createsAllOrNothing();
    void refusesCircles_data() { test::engineRows(); }
    void refusesCircles();
    void plansWithoutDoing_data() { test::engineRows(); }
    void plansWithoutDoing();
    void changesWhatIsSafe_data() { test::engineRows(); }
    void changesWhatIsSafe();
    void refusesWhatLosesDataOrKeys_data();
    void refusesWhatLosesDataOrKeys();
    void refusesRulesThatRowsBreak_data() { test::engineRows(); }
    void refusesRulesThatRowsBreak();
    void createsOneTableOnce_data() { test::engineRows(); }
    void createsOneTableOnce();
    void updatesOneTable_data() { test::engineRows(); }
    void updatesOneTable();
    void keepsAppsApart_data() { test::engineRows(); }
    void keepsAppsApart();
    void isForAppManagers_data() { test::engineRows(); }
    void isForAppManagers();
};

void TestTableService::createsARealDatabase()
{
    QFETCH(QString, engine);
    const QString shared =
        qEnvironmentVariable("TENANTRY_SHARED", qEnvironmentVariable("TENANTRY_SOURCE") + u"/../shared"_s);
    QFile file(shared + u"/data/chinook/datapackage.json"_s);
    if (!file.open(QFile::ReadOnly))
        QSKIP("The Chinook data is not there; set TENANTRY_SHARED to the folder that holds data/chinook.");
    const QByteArray package = file.readAll();

    Bench bench(engine);
    const SchemaReport report = test::expectValue(bench.define(package));
    QCOMPARE(report.count(TableAction::Created), std::size_t(11));
    QVERIFY(report.warnings.isEmpty());
    const std::int64_t version = test::expectValue(CatalogueStore().current(bench.site()))->version();
    const auto employees = bench.current("employees");
    QVERIFY(employees);
    QCOMPARE(employees->foreignKeys.at(0).targetPhysicalName, std::string("shop_employees"));
    QCOMPARE(bench.current("playlist_tracks")->primaryKey.size(), std::size_t(2));
    test::expectValue(bench.run("INSERT INTO @employees (last_name, first_name) VALUES ('Adams', 'Andrew')"));
    QCOMPARE(bench.read("SELECT employee_id FROM @employees"), u"1"_s);

    const SchemaReport again = test::expectValue(bench.define(package));
    QCOMPARE(again.count(TableAction::Unchanged), std::size_t(11));
    QVERIFY(again.changesNothing());
    QCOMPARE(test::expectValue(CatalogueStore().current(bench.site()))->version(), version);
    QVERIFY(test::expectValue(CatalogueStore().current(bench.otherSite()))->apps().empty());
}

void TestTableService::createsAllOrNothing()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    const Result<SchemaReport> refused = bench.define(
        R"({"resources":[{"name":"good","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}},)"
        R"({"name":"bad","schema":{"fields":[{"name":"id","type":"money"}]}},)"
        R"({"name":"worse","provider_type":"mongodb","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id",)"
        R"("foreignKeys":[{"fields":"id","reference":{"resource":"nowhere"}}]}},)"
        R"({"name":"good","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}}]})");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    QCOMPARE(pathsOf(refused.error()),
             (QStringList{u"resources.1.schema.fields.0.type"_s, u"resources.1.schema.primaryKey"_s,
                          u"resources.2.provider_type"_s, u"resources.3.name"_s}));
    const json::Value data = dataOf(refused.error());
    QCOMPARE(data["error_count"].integer(), std::optional<std::int64_t>(3));
    QCOMPARE(data["created_count"].integer(), std::optional<std::int64_t>(0));
    QCOMPARE(data["errors"].at(0)["table"].text(), u"bad"_s);
    QVERIFY(!bench.exists("good"));
    QVERIFY(!bench.current("good"));

    const Result<SchemaReport> dangling =
        bench.define(books(R"({"name":"shelf","type":"integer"})",
                           R"("foreignKeys":[{"fields":"shelf","reference":{"resource":"shelves","fields":"id"}}])"));
    QVERIFY(!dangling);
    QCOMPARE(pathsOf(dangling.error()), QStringList(u"resources.0.schema.foreignKeys.0.reference.resource"_s));
    QCOMPARE(pathsOf(bench.define("{}").error()), QStringList(u"resources"_s));
    QCOMPARE(bench.define(books({}), SchemaMode::Apply, u"nowhere"_s).error().code, ErrorCode::NotFound);
}

void TestTableService::refusesCircles()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    const auto table = [](const char *name, const char *target) {
        return QByteArray(R"({"name":")") + name +
               R"(","schema":{"fields":[{"name":"id","type":"integer"},{"name":"to","type":"integer"}],"primaryKey":"id",)"
               R"("foreignKeys":[{"fields":"to","reference":{"resource":")" +
               target + R"(","fields":"id"}}]}})";
    };
    const Result<SchemaReport> circle =
        bench.define(R"({"resources":[)" + table("a", "b") + "," + table("b", "c") + "," + table("c", "a") + "]}");
    QVERIFY(!circle);
    QCOMPARE(circle.error().fields.size(), std::size_t(1));
    QVERIFY(circle.error().fields.front().message.contains(u"a -> b -> c"));

    // In any order otherwise, and to itself.
    const SchemaReport report = test::expectValue(
        bench.define(R"({"resources":[)" + table("a", "b") + "," + table("b", "c") + "," + table("c", "") + "]}"));
    QCOMPARE(report.tables.at(0).name, std::string("c"));
    QCOMPARE(report.tables.at(2).name, std::string("a"));
    QCOMPARE(report.count(TableAction::Created), std::size_t(3));

    // Also to a unique field of its own, and two fields to two.
    test::expectValue(bench.define(
        books(R"({"name":"code","type":"integer","constraints":{"unique":true}},{"name":"like","type":"integer"},)"
              R"({"name":"a","type":"integer"},{"name":"b","type":"integer"},{"name":"x","type":"integer"},)"
              R"({"name":"y","type":"integer"})",
              R"("indexes":[{"name":"pair","fields":["a","b"],"unique":true}],"foreignKeys":[)"
              R"({"fields":"like","reference":{"resource":"","fields":"code"}},)"
              R"({"fields":["x","y"],"reference":{"resource":"","fields":["a","b"]}}])")));
    QCOMPARE(bench.run("INSERT INTO @books (\"like\") VALUES (5)").error().code, ErrorCode::ForeignKeyViolation);
    QCOMPARE(bench.run("INSERT INTO @books (x, y) VALUES (1, 2)").error().code, ErrorCode::ForeignKeyViolation);
    test::expectValue(bench.run("INSERT INTO @books (code, \"like\", a, b, x, y) VALUES (5, 5, 1, 2, 1, 2)"));
}

void TestTableService::plansWithoutDoing()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    const SchemaReport report = test::expectValue(bench.define(books({}), SchemaMode::DryRun));
    QVERIFY(report.dryRun);
    QCOMPARE(report.count(TableAction::Created), std::size_t(1));
    const SchemaOperation &operation = report.tables.front().operations.front();
    QCOMPARE(operation.kind, OperationKind::CreateTable);
    QVERIFY(operation.sql.starts_with("CREATE TABLE "));
    QVERIFY(operation.rollbackSql.starts_with("DROP TABLE "));
    QVERIFY(!bench.exists("books"));
    QVERIFY(!bench.current("books"));
}

void TestTableService::changesWhatIsSafe()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"},{"name":"isbn","type":"string"})",
                                         R"("indexes":[{"name":"by_title","fields":["title"]}])")));
    test::expectValue(bench.run("INSERT INTO @books (title, isbn) VALUES ('One', '1'), ('Two', NULL)"));

    const SchemaReport report = test::expectValue(bench.define(
        books(R"({"name":"copies","type":"integer","default":3,"constraints":{"required":true,"minimum":0}},)"
              R"({"name":"title","type":"string","title":"Name","comment":"as printed"},)"
              R"({"name":"isbn","type":"string","constraints":{"unique":true}},)"
              R"({"name":"sequel_of","type":"integer"},{"name":"notes","type":"any"})",
              R"("indexes":[{"name":"by_isbn","fields":["isbn","title"]}],)"
              R"("foreignKeys":[{"fields":"sequel_of","reference":{"resource":""}}])")));
    QCOMPARE(report.count(TableAction::Updated), std::size_t(1));
    QStringList operations;
    for (const SchemaOperation &operation : report.tables.front().operations)
        operations.append(QString::fromUtf8(nameOf(operation.kind).data()) + u' ' +
                          QString::fromStdString(operation.column));
    QCOMPARE(operations,
             (QStringList{u"drop_index by_title"_s, u"add_column copies"_s, u"add_column sequel_of"_s,
                          u"add_column notes"_s, u"add_index isbn"_s, u"add_index by_isbn"_s, u"set_comment title"_s}));
    QCOMPARE(bench.read("SELECT sum(copies) FROM @books"), u"6"_s);
    QCOMPARE(bench.run("INSERT INTO @books (title, copies) VALUES ('Three', -1)").error().code,
             ErrorCode::CheckViolation);
    QCOMPARE(bench.run("INSERT INTO @books (isbn) VALUES ('1')").error().code, ErrorCode::UniqueViolation);
    QCOMPARE(bench.run("INSERT INTO @books (sequel_of) VALUES (99)").error().code, ErrorCode::ForeignKeyViolation);
    QVERIFY(bench.current("books")->column("copies"));

    // A rename of what has the new name already is no rename any more; the marker is not kept.
    const SchemaReport same = test::expectValue(bench.define(books(
        R"({"name":"copies","type":"int","default":3,"constraints":{"required":true,"minimum":0},"x-rename-from":"amount"},)"
        R"({"name":"title","type":"text","title":"Name","comment":"as printed"},)"
        R"({"name":"isbn","type":"string","constraints":{"unique":true}},)"
        R"({"name":"sequel_of","type":"integer"},{"name":"notes","type":"any"})",
        R"("indexes":[{"name":"by_isbn","fields":["isbn","title"]}],)"
        R"("foreignKeys":[{"fields":"sequel_of","reference":{"resource":""}}])")));
    QCOMPARE(same.count(TableAction::Unchanged), std::size_t(1));
}

void TestTableService::refusesWhatLosesDataOrKeys_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("package");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<bool>("destructive");
    const auto row = [](const char *name, const QByteArray &package, const char *operation, bool destructive) {
        for (const QString &engine : test::engineNames())
            QTest::newRow(qPrintable(engine + u": "_s + QString::fromUtf8(name)))
                << engine << package << QString::fromLatin1(operation) << destructive;
    };
    const QByteArray title = R"({"name":"title","type":"string","constraints":{"maxLength":9}})";
    const QByteArray code = R"({"name":"code","type":"integer","constraints":{"unique":true}})";
    row("column left out", books(code), "drop_column", true);
    row("narrower type", books(R"({"name":"title","type":"integer"},)" + code), "drop_check", true);
    row("shorter than a text", books(R"({"name":"title","type":"string","constraints":{"maxLength":2}},)" + code),
        "add_check", true);
    row("required column without default",
        books(title + "," + code + R"(,{"name":"must","type":"string","constraints":{"required":true}})"), "add_column",
        true);
    row("column that a key refers to", books(title), "drop_column", false);
    row("type that a key refers to", books(title + R"(,{"name":"code","type":"string","constraints":{"unique":true}})"),
        "alter_type", false);
    row("unique that a key refers to", books(title + R"(,{"name":"code","type":"integer"})"), "drop_index", false);
    row("primary key",
        R"({"resources":[{"name":"books","schema":{"fields":[{"name":"id","type":"integer"},)" + title + "," + code +
            R"(],"primaryKey":["id","code"]}}]})",
        "alter_type", true);
}

void TestTableService::refusesWhatLosesDataOrKeys()
{
    QFETCH(QString, engine);
    QFETCH(QByteArray, package);
    QFETCH(QString, operation);
    QFETCH(bool, destructive);
    Bench bench(engine);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string","constraints":{"maxLength":9}},)"
                                         R"({"name":"code","type":"integer","constraints":{"unique":true}})")));
    test::expectValue(
        bench.define(R"({"resources":[{"name":"pages","schema":{"fields":[{"name":"id","type":"integer"},)"
                     R"({"name":"code","type":"integer"}],"primaryKey":"id",)"
                     R"("foreignKeys":[{"fields":"code","reference":{"resource":"books","fields":"code"}}]}}]})"));
    test::expectValue(bench.run("INSERT INTO @books (title, code) VALUES ('One', 1)"));
    const std::string hash = bench.current("books")->schemaHash;

    const Result<SchemaReport> refused = bench.define(package);
    QVERIFY(!refused);
    QCOMPARE(bench.current("books")->schemaHash, hash);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    const json::Value operations = dataOf(refused.error())["operations"];
    QStringList kinds;
    for (const json::Value &entry : operations.array())
        kinds.append(entry["op"].text());
    if (destructive && operation != u"drop_check"_s)
        QCOMPARE(kinds.first(), operation);
    QCOMPARE(operations.at(0)["destructive"].boolean(), destructive);
    QVERIFY(!operations.at(0)["reason"].text().isEmpty());
    QVERIFY(refused.error().message.contains(u"'books'"));
    if (!destructive) // no flag helps against a key of another table
        QVERIFY(!bench.define(package, SchemaFlags{.loss = DataLoss::Allow}));
}

void TestTableService::refusesRulesThatRowsBreak()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"})")));
    test::expectValue(bench.run("INSERT INTO @books (title) VALUES ('same'), ('same')"));
    const Result<SchemaReport> refused = bench.define(
        books(R"({"name":"more","type":"integer"},{"name":"title","type":"string","constraints":{"unique":true}})"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    QVERIFY(refused.error().message.contains(u"'title'"));
    QVERIFY(!bench.current("books")->column("more"));
    QVERIFY(!bench.run("INSERT INTO @books (more) VALUES (1)"));
}

void TestTableService::createsOneTableOnce()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    const QByteArray body =
        R"({"name":"2nd hand-books","title":"Second hand","audit_enabled":true,"search_fields":["title"],)"
        R"("provider_config":{"a":1},"json_schema":{"fields":[{"name":"id","type":"string"},)"
        R"({"name":"title","type":"string"}],"primaryKey":"id"}})";
    const TableRecord record = test::expectValue(bench.create(body));
    QCOMPARE(record.table.name, std::string("t_2nd_hand_books"));
    QCOMPARE(record.table.physicalName, std::string("shop_t_2nd_hand_books"));
    QCOMPARE(record.table.title, u"Second hand"_s);
    QVERIFY(record.auditEnabled);
    QVERIFY(record.table.definition["search_fields"].isArray());
    QCOMPARE(record.createdBy, std::optional<QString>(bench.who().id));

    const TableRecord found = test::expectValue(bench.tables().find(bench.site(), u"shop"_s, u"t_2nd_hand_books"_s));
    QCOMPARE(found.table.id, record.table.id);
    QCOMPARE(found.table.schemaHash, record.table.schemaHash);
    QCOMPARE(found.providerConfig, record.providerConfig);
    QCOMPARE(found.createdAt, record.createdAt);
    QCOMPARE(test::expectValue(bench.tables().list(bench.site(), u"shop"_s)).size(), std::size_t(1));
    QCOMPARE(test::expectValue(bench.tables().countRows(bench.site(), found.table)), std::optional<std::int64_t>(0));

    const Result<TableRecord> twice = bench.create(body);
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Conflict);
    for (const char *name : {"create_schema", "a_edges", "Capital", "", "émile"}) {
        const Result<TableRecord> refused =
            bench.create(QByteArray(R"({"name":")") + name +
                         R"(","json_schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}})");
        QVERIFY2(!refused, name);
        QCOMPARE(pathsOf(refused.error()), QStringList(u"name"_s));
    }
    const Result<TableRecord> tooLong =
        bench.create(R"({"name":")" + QByteArray(53, 'a') +
                     R"(","json_schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}})");
    QCOMPARE(pathsOf(tooLong.error()), QStringList(u"name"_s));
    QCOMPARE(bench.create("{}").error().code, ErrorCode::Validation);
    QCOMPARE(bench.create("[]").error().code, ErrorCode::Validation);
}

void TestTableService::updatesOneTable()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"})")));
    const auto update = [&](const QByteArray &body) {
        return bench.tables().update(bench.site(), bench.who(), u"shop"_s, u"books"_s, parsed(body), {}).wait();
    };
    const TableRecord titled = test::expectValue(update(R"({"title":"All books"})")).record;
    QCOMPARE(titled.table.title, u"All books"_s);
    QCOMPARE(titled.modifiedBy, std::optional<QString>(bench.who().id));
    QCOMPARE(bench.current("books")->title, u"All books"_s);
    const TableRecord wider =
        test::expectValue(
            update(R"({"json_schema":{"fields":[{"name":"id","type":"integer"},{"name":"title","type":"string"},)"
                   R"({"name":"year","type":"year"}],"primaryKey":"id"}})"))
            .record;
    QCOMPARE(wider.table.title, u"All books"_s);
    test::expectValue(bench.run("INSERT INTO @books (year) VALUES (1999)"));
    QCOMPARE(pathsOf(update(R"({"name":"other"})").error()), QStringList(u"name"_s));
    QCOMPARE(update(R"({"json_schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}})").error().code,
             ErrorCode::Conflict);
}

void TestTableService::keepsAppsApart()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    bench.addApp(u"Shop Old"_s);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"})")));
    test::expectValue(bench.define(books(R"({"name":"other","type":"integer"})"), SchemaMode::Apply, u"shop-old"_s));
    QVERIFY(bench.current("books")->column("title"));
    QVERIFY(bench.current("books", u"shop-old"_s)->column("other"));
    QCOMPARE(bench.current("books", u"shop-old"_s)->physicalName, std::string("shop_old_books"));

    // Not even an app that sounds like the platform's own tables meets them.
    bench.addApp(u"Users"_s);
    test::expectValue(bench.define(books({}), SchemaMode::Apply, u"users"_s));
    QCOMPARE(bench.current("books", u"users"_s)->physicalName, std::string("users_books"));
    QCOMPARE(test::expectValue(bench.site().read([](sql::Session &session) {
                 return session.first("SELECT count(*) FROM {users}", {},
                                      [](const sql::Cursor &row) { return row.integer(0); });
             })),
             std::optional<std::int64_t>(1)); // whoever made the site

    // `shop-old` and `books` give the name that `shop` and `old_books` would.
    QByteArray clash = books({});
    clash.replace("books", "old_books");
    const Result<SchemaReport> refused = bench.define(clash);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(!bench.run("INSERT INTO @books (title) VALUES ('x')", bench.otherSite()));
}

void TestTableService::isForAppManagers()
{
    QFETCH(QString, engine);
    Bench bench(engine);
    SitePrincipal user;
    user.id = u"00000000-0000-4000-8000-000000000002"_s;
    auto drafts = test::expectValue(readDataPackage(u"shop"_s, parsed(books({}))));
    const auto define = [&](const SitePrincipal &who) {
        return bench.tables().define(bench.site(), who, u"shop"_s, drafts, {}).wait();
    };
    QCOMPARE(define(user).error().code, ErrorCode::Forbidden);
    user.sitePermissions = QStringList{u"view_site"_s, u"manage_site_users"_s};
    QCOMPARE(define(user).error().code, ErrorCode::Forbidden);
    QCOMPARE(bench.tables().drop(bench.site(), user, u"shop"_s, u"books"_s, DropKind::Force).wait().error().code,
             ErrorCode::Forbidden);
    QVERIFY(!bench.exists("books"));
    for (const QString &permission : {u"manage_site"_s, u"admin_site"_s}) {
        user.sitePermissions = QStringList{permission};
        QVERIFY(define(user));
    }
}

QTEST_GUILESS_MAIN(TestTableService)
#include "tst_tableservice.moc"
