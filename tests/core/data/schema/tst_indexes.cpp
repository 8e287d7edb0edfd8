// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/indexwriter.h"

#include "core/data/definition/tabledefinition.h"
#include "core/json/reader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

/// Indexes that a definition declares: what their expressions may say, and the SQL that each engine gets for them.
class TestIndexes : public QObject
{
    Q_OBJECT

private slots:
    void writesExpressions_data();
    void writesExpressions();
    void refuses_data();
    void refuses();
    void writesMethods();
    void writesVectors_data();
    void writesVectors();
    void bringsTheExtension();
};

namespace {

const sql::Namespace sqlite(sql::Dialect::Sqlite, {}, "_");
const sql::Namespace postgres(sql::Dialect::Postgres, "acme", "_");

Result<Table> withIndex(const QByteArray &index)
{
    const QByteArray text = R"({"fields":[{"name":"id","type":"integer"},{"name":"title","type":"string"},)"
                            R"({"name":"price","type":"number"},{"name":"sold","type":"boolean"},)"
                            R"({"name":"made","type":"datetime"},{"name":"day","type":"date"},)"
                            R"x({"name":"data","type":"object"},{"name":"spot","type":"any","x-pg-type":"vector(2)"},)x"
                            R"x({"name":"large","type":"any","x-pg-type":"vector(2001)"}],)x"
                            R"("primaryKey":"id","indexes":[)" +
                            index + "]}";
    const json::Value value = test::expectValue(json::read({text.constData(), std::size_t(text.size())}));
    return TRY(TableDefinition::parse(u"shop"_s, "books", value)).table;
}

QByteArray entry(const QByteArray &key, QByteArray value)
{
    return R"({"name":"by",")" + key + R"(":")" + value.replace('\\', "\\\\").replace('"', "\\\"") + R"("})";
}

/// The SQL behind the name of the table.
QString sqlOf(const QByteArray &index, const sql::Namespace &space, const std::optional<VectorExtension> &vectors = {})
{
    const Table table = test::expectValue(withIndex(index));
    return QString::fromStdString(IndexWriter(space, vectors).create(table, table.indexes.front()))
        .section(u"shop_books\" "_s, -1);
}

QString remarkOn(const QByteArray &index, const sql::Namespace &space,
                 const std::optional<VectorExtension> &vectors = {})
{
    const Table table = test::expectValue(withIndex(index));
    return IndexWriter(space, vectors).remarkOn(table, table.indexes.front());
}

} // namespace

void TestIndexes::writesExpressions_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QString>("onSqlite");
    QTest::addColumn<QString>("onPostgres");
    const auto row = [](const char *key, const char *expression, const char *onSqlite, const char *onPostgres) {
        QTest::newRow(expression) << QByteArray(key) << QByteArray(expression) << QString::fromUtf8(onSqlite)
                                  << QString::fromUtf8(onPostgres);
    };
    row("expression", "LOWER(title)", "((tenantry_lower(\"title\")))",
        "((lower((\"title\") COLLATE \"und-x-icu\") COLLATE \"C\"))");
    row("expression", "coalesce(price, 0)", "(((coalesce(\"price\", '0') COLLATE tenantry_decimal)))",
        "((coalesce(\"price\", '0')))");
    row("expression", "length(title)", "((length(\"title\")))", "((length(\"title\")))");
    row("expression", "md5(title)", "((tenantry_md5(\"title\")))", "((md5(\"title\")))");
    row("expression", "date_trunc('month', made)", "((tenantry_truncate('month', \"made\")))",
        "((date_trunc('month', \"made\" AT TIME ZONE 'UTC')))");
    row("expression", "date_trunc('week', day)", "((tenantry_truncate('week', tenantry_midnight(\"day\"))))",
        "((date_trunc('week', \"day\"::timestamp)))");
    row("expression", "data->>'it''s'", "((tenantry_json_text(\"data\", '[\"it''s\"]')))",
        "(((\"data\" #>> ARRAY['it''s'])))");
    row("expression", "\"title\"", "((\"title\"))", "((\"title\"))");
}

void TestIndexes::writesExpressions()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, expression);
    QTEST(sqlOf(entry(key, expression), sqlite), "onSqlite");
    QTEST(sqlOf(entry(key, expression), postgres), "onPostgres");
}

void TestIndexes::refuses_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QByteArray &index, const char *path) {
        QTest::newRow(name) << index << QString::fromUtf8(path);
    };
    const auto where = [&](const char *condition) {
        row(condition,
            R"({"name":"by","fields":["title"],"where":")" + QByteArray(condition).replace('"', "\\\"") + R"("})",
            "where");
    };
    const auto expression = [&](const char *text) { row(text, entry("expression", text), "expression"); };
    expression("'constant'");
    expression("nothing");
    expression("title; DROP TABLE books");
    expression("pg_sleep(10)");
    expression("now()");
    expression("random()");
    expression("lower(price)");
    expression("lower(title");
    expression("data");
    expression("data->>title");
    expression("data->'a'");
    expression("title->>'a'");
    expression("date_trunc('century', made)");
    expression("date_trunc('month', title)");
    expression("(SELECT 1)");
    expression("title || 'x'");
    expression("title -- x");
    expression("coalesce(title, 1.5e400)");
    where("title");
    where("price > 'cheap'");
    where("price = title");
    where("title = null");
    where("title LIKE 'a'");
    where("1 = 1");
    where("title = 'a' OR 1");
    where("sold AND (price > 1");
    where("title IN (price)");
    where("title IN ()");
    row("both", R"({"name":"by","fields":["title"],"expression":"title"})", "expression");
    row("neither", R"({"name":"by"})", "fields");
    row("unknown type", R"({"name":"by","fields":["title"],"type":"rtree"})", "type");
    row("hash of two", R"({"name":"by","fields":["title","price"],"type":"hash"})", "fields");
    row("unique hash", R"({"name":"by","fields":["title"],"type":"hash","unique":true})", "unique");
    row("gin of text", R"({"name":"by","fields":["title"],"type":"gin"})", "fields");
    row("btree of a document", R"({"name":"by","fields":["data"]})", "fields");
    row("class of btree", R"({"name":"by","fields":["title"],"using":"text_pattern_ops"})", "using");
    row("class that is text", R"({"name":"by","fields":["data"],"type":"gin","using":"x); DROP TABLE y"})", "using");
    row("gist of text", R"({"name":"by","fields":["title"],"type":"gist"})", "fields");
    row("vectors", R"({"name":"by","fields":["title"],"type":"hnsw"})", "fields");
    row("class of gin for vectors", R"({"name":"by","fields":["spot"],"type":"hnsw","using":"jsonb_ops"})", "using");
    row("class of vectors for gin", R"({"name":"by","fields":["data"],"type":"gin","using":"vector_l2_ops"})", "using");
    row("no text", R"({"name":"by","expression":7})", "expression");
}

void TestIndexes::refuses()
{
    QFETCH(QByteArray, index);
    const Result<Table> refused = withIndex(index);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    QFETCH(QString, path);
    QCOMPARE(refused.error().fields.front().path, u"json_schema.indexes.0."_s + path);
}

void TestIndexes::writesMethods()
{
    const char *unique = R"({"name":"by","fields":["title","price"],"unique":true,)"
                         R"("where":"sold = false AND price >= 1.50 OR title IN ('a', 'b') AND made IS NOT NULL"})";
    QCOMPARE(sqlOf(unique, sqlite),
             u"(\"title\", \"price\") WHERE (((\"sold\" = 0) AND (\"price\" >= '1.5')) OR (\"title\" IN ('a', 'b') AND "
             u"(NOT (\"made\" IS NULL))))"_s);
    QCOMPARE(sqlOf(unique, postgres),
             u"(\"title\", \"price\") WHERE (((\"sold\" = false) AND (\"price\" >= '1.5')) OR (\"title\" IN ('a', 'b') "
             u"AND (NOT (\"made\" IS NULL))))"_s);
    const char *hash = R"({"name":"by","columns":["title"],"method":"hash"})";
    QCOMPARE(sqlOf(hash, sqlite), u"(\"title\")"_s);
    QCOMPARE(sqlOf(hash, postgres), u"USING hash (\"title\")"_s);
    const char *brin = R"({"name":"by","fields":["made"],"type":"brin"})";
    QCOMPARE(sqlOf(brin, sqlite), u"(\"made\")"_s);
    QCOMPARE(sqlOf(brin, postgres), u"USING brin (\"made\")"_s);
    const char *gin = R"({"name":"by","fields":["data"],"type":"gin","using":"jsonb_path_ops"})";
    QCOMPARE(sqlOf(gin, sqlite), QString());
    QCOMPARE(sqlOf(gin, postgres), u"USING gin (\"data\" jsonb_path_ops)"_s);
    QVERIFY(!remarkOn(gin, sqlite).isEmpty());
    QVERIFY(remarkOn(gin, postgres).isEmpty());
}

void TestIndexes::writesVectors_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("sql"); // with the extension; empty: none is made
    const auto row = [](const char *name, const char *index, const char *sql) {
        QTest::newRow(name) << QByteArray(index) << QString::fromUtf8(sql);
    };
    row("hnsw", R"({"name":"by","fields":["spot"],"type":"hnsw","using":"vector_l2_ops"})",
        R"(USING hnsw (("spot"::"ext".vector(2)) "ext".vector_l2_ops))");
    row("ivfflat", R"({"name":"by","fields":["spot"],"type":"ivfflat","using":"vector_ip_ops"})",
        R"(USING ivfflat (("spot"::"ext".vector(2)) "ext".vector_ip_ops))");
    row("by the cosine", R"({"name":"by","fields":["spot"],"type":"hnsw"})",
        R"(USING hnsw (("spot"::"ext".vector(2)) "ext".vector_cosine_ops))");
    row("of some rows", R"({"name":"by","fields":["spot"],"type":"hnsw","where":"sold = true"})",
        R"(USING hnsw (("spot"::"ext".vector(2)) "ext".vector_cosine_ops) WHERE ("sold" = true))");
    row("of two fields", R"({"name":"by","fields":["spot","large"],"type":"hnsw"})", "");
    row("of too many numbers", R"({"name":"by","fields":["large"],"type":"ivfflat"})", "");
}

void TestIndexes::writesVectors()
{
    QFETCH(QByteArray, index);
    QFETCH(QString, sql);
    const std::optional<VectorExtension> vectors = VectorExtension{"ext"};
    QCOMPARE(sqlOf(index, postgres, vectors), sql);
    QCOMPARE(remarkOn(index, postgres, vectors).isEmpty(), !sql.isEmpty());
    QCOMPARE(sqlOf(index, postgres), QString());
    QVERIFY(remarkOn(index, postgres).contains(u"pgvector"_s));
    QCOMPARE(sqlOf(index, sqlite), QString());
    QVERIFY(!remarkOn(index, sqlite).isEmpty());
}

/// A database that may have it gets it with the first index, and an index may be declared and not there.
void TestIndexes::bringsTheExtension()
{
    const Table table = test::expectValue(withIndex(R"({"name":"by","fields":["spot"],"type":"hnsw"})"));
    const Index &index = table.indexes.front();
    const std::optional<VectorExtension> available = VectorExtension{"public", false};
    const IndexWriter bringing(postgres, available);
    QVERIFY(bringing.create(table, index)
                .starts_with("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA \"public\";\nCREATE INDEX "));
    QVERIFY(bringing.drop(table, index).starts_with("DROP INDEX IF EXISTS "));
    const std::optional<VectorExtension> none;
    QVERIFY(IndexWriter(postgres, none).drop(table, index).empty());
    QVERIFY(IndexWriter(sqlite, none).drop(table, index).empty());
}

QTEST_GUILESS_MAIN(TestIndexes)
#include "tst_indexes.moc"
