// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/schema/schemabench.h"

#include "core/data/schema/schemahistory.h"
#include "core/json/writer.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fields =
    R"j({"name":"title","title":"The title","type":"string","constraints":{"maxLength":20,"unique":true},"x-help":"yes"},
        {"name":"mail","type":"string","format":"email"},
        {"name":"price","type":"number","default":1.50,"constraints":{"minimum":0}},
        {"name":"due","type":"datetime","default":"2024-01-01T10:00:00Z"},
        {"name":"tags","type":"array","arrayItem":{"type":"string"},"default":["a","b"]},
        {"name":"info","type":"object","default":{"b":1,"a":[2]}},
        {"name":"open","type":"boolean","default":true},
        {"name":"code","type":"string","constraints":{"pattern":"[a-z]+","enum":["a","b"]}},
        {"name":"made","type":"datetime","default":"now()"},
        {"name":"shelf","type":"integer"})j";
const QByteArray keys = R"j("indexes":[{"name":"by_price","fields":["price"]},
        {"name":"low","expression":"lower(title)","where":"price >= 1"}],
        "x-note":"kept")j";

class ReflectionBench : public Bench
{
public:
    using Bench::Bench;

    Result<ReflectedTable> reflect(Metadata metadata = Metadata::Keep, const char *table = "books")
    {
        return tables().reflect(site(), who(), u"shop"_s, QString::fromLatin1(table), metadata).wait();
    }

    Result<TableChange> patch(const QByteArray &body)
    {
        return tables().update(site(), who(), u"shop"_s, u"books"_s, parsed(body), {.loss = DataLoss::Allow}).wait();
    }

    json::Value field(const char *name)
    {
        for (const json::Value &field : current("books")->definition["fields"].array()) {
            if (field["name"].string() == name)
                return field;
        }
        return {};
    }

    std::vector<SchemaRevision> revisions()
    {
        return test::expectValue(site().read([](sql::Session &session) {
                   return revisionstore::ofTable(session, 1, "books", 0, 50);
               }))
            .revisions;
    }

    bool isPostgres() const { return site().dialect() == sql::Dialect::Postgres; }
};

QString text(const json::Value &value)
{
    return QString::fromUtf8(json::write(value));
}

} // namespace

/// Definitions that follow tables which were changed behind the server's back.
class TestReflection : public QObject
{
    Q_OBJECT

private slots:
    void leavesWhatIsTheSame_data() { test::engineRows(); }
    void leavesWhatIsTheSame();
    void followsColumns_data() { test::engineRows(); }
    void followsColumns();
    void followsRulesAndIndexes_data() { test::engineRows(); }
    void followsRulesAndIndexes();
    void followsForeignKeys_data() { test::engineRows(); }
    void followsForeignKeys();
    void keepsOrDropsMetadata_data() { test::engineRows(); }
    void keepsOrDropsMetadata();
    void refusesWhatNoFieldHas_data() { test::engineRows(); }
    void refusesWhatNoFieldHas();
    void tellsOfTablesThatAreGone_data() { test::engineRows(); }
    void tellsOfTablesThatAreGone();
    void canBeUndone_data() { test::engineRows(); }
    void canBeUndone();
    void adoptsTypesOfPostgres();
    void adoptsTablesMadeByHand();
};

void TestReflection::leavesWhatIsTheSame()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys + R"(,"search_fields":["title"])")));
    const auto before = bench.current("books");
    const auto version = test::expectValue(CatalogueStore().current(bench.site()))->version();
    const ReflectedTable same = test::expectValue(bench.reflect());
    QCOMPARE(same.remarks, QStringList());
    QCOMPARE(same.action, TableAction::Unchanged);
    QCOMPARE(same.record.table.schemaHash, before->schemaHash);
    QCOMPARE(bench.revisions().size(), std::size_t(1));
    QCOMPARE(test::expectValue(CatalogueStore().current(bench.site()))->version(), version);
    QVERIFY(bench.current("books")->definition["x-reflected"].isNull());
}

void TestReflection::followsColumns()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys)));
    test::expectValue(bench.run("INSERT INTO @books (title) VALUES ('one')"));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN note TEXT DEFAULT 'none'"));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN pages INTEGER NOT NULL DEFAULT 3"));
    test::expectValue(bench.run("ALTER TABLE @books DROP COLUMN shelf"));
    test::expectValue(bench.run("ALTER TABLE @books RENAME COLUMN mail TO post"));

    const ReflectedTable reflected = test::expectValue(bench.reflect());
    QCOMPARE(reflected.action, TableAction::Updated);
    QCOMPARE(reflected.remarks, QStringList());
    const auto table = bench.current("books");
    QCOMPARE(table->schemaHash, reflected.record.table.schemaHash);
    QVERIFY(!table->column("shelf") && !table->column("mail"));
    QCOMPARE(text(bench.field("note")), uR"({"name":"note","type":"string","default":"none"})"_s);
    QCOMPARE(bench.field("pages")["constraints"]["required"], json::Value(true));
    QCOMPARE(table->column("pages")->type.base, ColumnType::Integer);
    QCOMPARE(text(bench.field("post")), uR"({"name":"post","type":"string"})"_s);
    QCOMPARE(bench.field("made")["default"].text(), u"now()"_s);
    QCOMPARE(bench.field("title")["x-help"].text(), u"yes"_s);
    QCOMPARE(table->definition["x-note"].text(), u"kept"_s);
    QCOMPARE(table->definition["x-reflected"], json::Value(true));
    QVERIFY(table->definition["x-reflected-at"].text().endsWith(u'Z'));

    const std::vector<SchemaRevision> revisions = bench.revisions();
    QCOMPARE(revisions.front().kind, RevisionKind::Reflect);
    QCOMPARE(revisions.front().newHash, std::optional(table->schemaHash));
    QCOMPARE(test::expectValue(bench.reflect()).action, TableAction::Unchanged);

    // The marker stays, and later changes work.
    test::expectValue(bench.patch(R"({"title":"Books"})"));
    QCOMPARE(bench.current("books")->schemaHash, table->schemaHash);
    json::Value definition = table->definition;
    for (json::Value &field : *definition.object()->find("fields")->array()) {
        if (field["name"].string() == "note")
            field.object()->set("constraints", parsed(R"({"maxLength":9,"required":true})"));
    }
    test::expectValue(bench.patch(R"({"json_schema":)" + json::write(definition) + "}"));
    QCOMPARE(bench.run("INSERT INTO @books (title, note) VALUES ('x', 'much too long')").error().code,
             ErrorCode::CheckViolation);
    QCOMPARE(bench.read("SELECT note FROM @books"), u"none"_s);
    QCOMPARE(bench.current("books")->definition["x-reflected"], json::Value(true));
}

void TestReflection::followsRulesAndIndexes()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys)));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN pages INTEGER CHECK (pages >= 1 AND pages <= 900)"));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN size INTEGER CHECK (size % 2 = 0)"));
    const QByteArray schema = bench.isPostgres()
                                  ? QByteArray::fromStdString(sql::quoteIdentifier(bench.site().space().schema())) + "."
                                  : QByteArray();
    test::expectValue(bench.run("CREATE INDEX by_mail ON @books (mail, price)"));
    test::expectValue(bench.run("CREATE UNIQUE INDEX one_code ON @books (code)"));
    test::expectValue(bench.run("CREATE INDEX odd ON @books (shelf DESC)"));
    test::expectValue(bench.run("DROP INDEX " + schema + "\"shop_books:index:by_price\""));
    test::expectValue(bench.run("DROP INDEX " + schema + "\"shop_books:unique:title\""));

    const ReflectedTable reflected = test::expectValue(bench.reflect());
    QCOMPARE(reflected.remarks.size(), 2);
    QVERIFY(reflected.remarks.join(u' ').contains(u"odd"_s));
    const auto table = bench.current("books");
    QVERIFY(!table->column("title")->constraints.unique);
    QVERIFY(table->column("code")->constraints.unique);
    QCOMPARE(text(bench.field("pages")["constraints"]), uR"({"minimum":1,"maximum":900})"_s);
    QVERIFY(bench.field("size")["constraints"].isNull());
    QCOMPARE(text(table->definition["indexes"].at(0)["name"]), u"\"low\""_s);
    QCOMPARE(text(table->definition["indexes"].at(1)), uR"({"name":"by_mail","fields":["mail","price"]})"_s);
    QCOMPARE(test::expectValue(bench.reflect()).action, TableAction::Unchanged);

    // Each can be taken away again.
    test::expectValue(bench.define(books(R"({"name":"pages","type":"integer"},{"name":"code","type":"string"})"),
                                   {.loss = DataLoss::Allow}));
    test::expectValue(bench.run("INSERT INTO @books (pages, code) VALUES (0, 'a'), (0, 'a')"));
}

void TestReflection::followsForeignKeys()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(
        R"({"resources":[{"name":"shelves","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}},)"
        R"({"name":"books","schema":{"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"}}]})"));
    test::expectValue(bench.run("INSERT INTO @shelves (id) VALUES (7)"));
    const QByteArray user = bench.isPostgres() ? "uuid REFERENCES @none (uuid)" : "TEXT REFERENCES @none (id)";
    const QByteArray users = QByteArray::fromStdString(bench.site().space().table("_users"));
    test::expectValue(
        bench.run("ALTER TABLE @books ADD COLUMN shelf INTEGER REFERENCES @shelves (id) ON DELETE CASCADE"));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN owner " + QByteArray(user).replace("@none", users)));

    QCOMPARE(test::expectValue(bench.reflect()).remarks, QStringList());
    const auto table = bench.current("books");
    QCOMPARE(table->foreignKeys.size(), std::size_t(2));
    QCOMPARE(table->column("shelf")->type.base, ColumnType::Integer);
    const json::Value &written = table->definition["foreignKeys"];
    QVERIFY(text(written).contains(u"\"shelves\""_s) && text(written).contains(u"auth_user"_s));
    QCOMPARE(test::expectValue(bench.reflect()).action, TableAction::Unchanged);
    QCOMPARE(bench.run("INSERT INTO @books (shelf) VALUES (8)").error().code, ErrorCode::ForeignKeyViolation);
    test::expectValue(bench.run("INSERT INTO @books (shelf) VALUES (7)"));
    test::expectValue(bench.run("DELETE FROM @shelves"));
    QCOMPARE(bench.read("SELECT count(*) FROM @books"), u"0"_s);
    QVERIFY(!bench.drop(u"shelves"_s));
    test::expectValue(bench.drop(u"shelves"_s, DropKind::Force));
    QCOMPARE(bench.current("books")->foreignKeys.size(), std::size_t(1));
}

void TestReflection::keepsOrDropsMetadata()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys)));
    test::expectValue(bench.reflect(Metadata::Drop));
    const auto table = bench.current("books");
    QVERIFY(table->definition["x-note"].isNull());
    QVERIFY(bench.field("title")["title"].isNull() && bench.field("title")["x-help"].isNull());
    QVERIFY(bench.field("mail")["format"].isNull());
    QCOMPARE(table->column("price")->type.base, ColumnType::Number);
    QCOMPARE(table->column("info")->type.base, ColumnType::Object);
    QCOMPARE(table->column("title")->constraints.maxLength, std::optional<std::int64_t>(20));
    QCOMPARE(table->column("tags")->fallback.has_value(), true);
    QCOMPARE(table->indexes.size(), std::size_t(2));
    QCOMPARE(test::expectValue(bench.reflect(Metadata::Drop)).action, TableAction::Unchanged);
}

void TestReflection::refusesWhatNoFieldHas()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys)));
    test::expectValue(bench.run(bench.isPostgres() ? "ALTER TABLE @books ADD COLUMN place point"
                                                   : "ALTER TABLE @books ADD COLUMN place REAL"));
    const auto refused = bench.reflect();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(pathsOf(refused.error()), QStringList(u"place"_s));
    QVERIFY(!bench.current("books")->column("place"));
    QCOMPARE(bench.revisions().size(), std::size_t(1));
    test::expectValue(bench.run("ALTER TABLE @books DROP COLUMN place"));
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN \"a__b\" TEXT"));
    QCOMPARE(pathsOf(bench.reflect().error()), QStringList(u"a__b"_s));
    QCOMPARE(bench.reflect(Metadata::Keep, "nothing").error().code, ErrorCode::NotFound);
    QCOMPARE(bench.reflect(Metadata::Keep, "auth_user").error().code, ErrorCode::Forbidden);
}

void TestReflection::tellsOfTablesThatAreGone()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys + R"(,"search_fields":["title"])")));
    test::expectValue(bench.run("DROP TABLE @books"));
    QVERIFY(!test::expectValue(bench.tables().find(bench.site(), u"shop"_s, u"books"_s)).table.materialized);
    QVERIFY(!test::expectValue(bench.tables().list(bench.site(), u"shop"_s)).front().table.materialized);
    QCOMPARE(bench.reflect().error().code, ErrorCode::Conflict);
    test::expectValue(
        bench.tables().materialize(bench.site(), bench.who(), u"shop"_s, u"books"_s, SchemaMode::Apply).wait());
    QVERIFY(bench.current("books")->materialized);
    test::expectValue(bench.run("INSERT INTO @books (title) VALUES ('one')"));
    test::expectValue(bench.run("DROP TABLE @books"));
    test::expectValue(bench.drop(u"books"_s));
}

void TestReflection::canBeUndone()
{
    QFETCH(QString, engine);
    ReflectionBench bench(engine);
    test::expectValue(bench.define(books(fields, keys)));
    const std::string hash = bench.current("books")->schemaHash;
    test::expectValue(bench.run("ALTER TABLE @books ADD COLUMN note TEXT"));
    test::expectValue(bench.reflect());
    const Clock clock;
    const SchemaHistory history(clock);
    test::expectValue(history
                          .rollBack(bench.site(), bench.who(), u"shop"_s, u"books"_s,
                                    bench.revisions().front().revisionId, SchemaMode::Apply)
                          .wait());
    QCOMPARE(bench.current("books")->schemaHash, hash);
    QVERIFY(!bench.run("UPDATE @books SET note = 'x'"));
}

/// Types of several sizes get the server's, whose values they are.
void TestReflection::adoptsTypesOfPostgres()
{
    ReflectionBench bench(u"postgres"_s);
    test::expectValue(bench.define(books(fields, keys)));
    test::expectValue(bench.run(
        "ALTER TABLE @books ADD COLUMN name varchar(5), ADD COLUMN small smallint, ADD COLUMN doc json, "
        "ADD COLUMN cents numeric(10,2), ADD COLUMN at timestamptz DEFAULT CURRENT_TIMESTAMP, ADD COLUMN ids bigint[], "
        "ADD COLUMN span daterange, ADD COLUMN key uuid DEFAULT gen_random_uuid()"));
    test::expectValue(bench.run("COMMENT ON COLUMN @books.small IS 'a comment'"));
    test::expectValue(bench.run("INSERT INTO @books (name, small, cents) VALUES ('Ünë', 3, 1.5)"));
    test::expectValue(bench.reflect());
    QCOMPARE(text(bench.field("name")), uR"({"name":"name","type":"string","constraints":{"maxLength":5}})"_s);
    QCOMPARE(text(bench.field("small")), uR"({"name":"small","type":"integer","comment":"a comment"})"_s);
    QCOMPARE(text(bench.field("ids")), uR"({"name":"ids","type":"array","arrayItem":{"type":"integer"}})"_s);
    QCOMPARE(text(bench.field("span")), uR"({"name":"span","type":"any","x-pg-type":"daterange"})"_s);
    QCOMPARE(text(bench.field("at")["default"]), u"\"now()\""_s);
    QCOMPARE(text(bench.field("key")["default"]), u"\"gen_random_uuid()\""_s);
    QCOMPARE(bench.run("UPDATE @books SET name = 'longer'").error().code, ErrorCode::CheckViolation);
    test::expectValue(bench.run("UPDATE @books SET small = 5000000000"));
    QCOMPARE(test::expectValue(bench.reflect()).action, TableAction::Unchanged);
}

/// A table that somebody has made in the place of the server's own.
void TestReflection::adoptsTablesMadeByHand()
{
    ReflectionBench bench(u"postgres"_s);
    test::expectValue(bench.define(books(R"({"name":"title","type":"string"},{"name":"up","type":"integer"})")));
    test::expectValue(bench.run("DROP TABLE @books"));
    test::expectValue(bench.run(
        "CREATE TABLE @books (id serial PRIMARY KEY, title varchar(9) UNIQUE, up integer REFERENCES @books (id), "
        "UNIQUE (title, up))"));
    QCOMPARE(test::expectValue(bench.reflect()).remarks, QStringList());
    const auto table = bench.current("books");
    QVERIFY(table->materialized);
    QVERIFY(table->column("title")->constraints.unique);
    QCOMPARE(table->foreignKeys.size(), std::size_t(1));
    QCOMPARE(table->indexes.size(), std::size_t(1));
    QCOMPARE(test::expectValue(bench.reflect()).action, TableAction::Unchanged);
    test::expectValue(bench.run("INSERT INTO @books (title) VALUES ('one')"));
    QCOMPARE(bench.read("SELECT id FROM @books"), u"1"_s);
    test::expectValue(bench.define(books({}), {.loss = DataLoss::Allow}));
    QCOMPARE(bench.current("books")->columns.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestReflection)
#include "tst_reflection.moc"
