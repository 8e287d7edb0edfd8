// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"
#include "core/data/query/queryplanner.h"
#include "core/data/query/sqlwriter.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testreason.h"
#include "tests/support/testtables.h"

#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Decision;
using access::Predicate;
using test::because;

namespace {

Decision everySecond()
{
    return Decision::when(Predicate::compare(Predicate::Kind::Equal,
                                             Predicate::modulo(Predicate::column("id"), Predicate::literal(2)),
                                             Predicate::literal(0)),
                          because);
}

} // namespace

/// Golden texts: what is asked, and the SQL of each engine.
class TestSqlWriter : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_books = m_tables.add("books", R"({
        "fields": [
            {"name": "id", "type": "integer"}, {"name": "title", "type": "string"},
            {"name": "read_at", "type": "datetime"}, {"name": "meta", "type": "object"}],
        "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_pairs = m_tables.add("pairs", R"({
        "fields": [{"name": "left", "type": "integer"}, {"name": "right", "type": "string"}],
        "primaryKey": ["left", "right"]})");
    std::shared_ptr<const data::Table> m_found = m_tables.add("found", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "title", "type": "string"}],
        "primaryKey": "id", "search_fields": ["title"]})");
    const sql::Namespace m_sqlite{sql::Dialect::Sqlite, "main", "_"};
    const sql::Namespace m_postgres{sql::Dialect::Postgres, "acme", "_"};

    static void compare(const data::Statement &statement, const QByteArray &expected)
    {
        QCOMPARE(QString::fromStdString(statement.text), QString::fromUtf8(expected));
    }

    data::QueryPlan listPlan(const QString &query, const Decision &read) const
    {
        return listPlan(m_books, query, read);
    }

    static data::QueryPlan listPlan(const std::shared_ptr<const data::Table> &table, const QString &query,
                                    const Decision &read)
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        const data::Parameters parameters(items.begin(), items.end());
        return test::expectValue(
            data::QueryPlanner(table).list(test::expectValue(data::FilterParser(*table).parse(parameters)), read));
    }

private slots:
    void writesLists_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("sqlite");
        QTest::addColumn<QByteArray>("postgres");
        const auto row = [](const char *query, const char *sqlite, const char *postgres) {
            QTest::newRow(query) << QString::fromLatin1(query) << QByteArray(sqlite) << QByteArray(postgres);
        };
        row("fields=id&title=sea&read_at__null=true",
            R"(SELECT "id" FROM "shop_books" WHERE "title" = $1 AND "read_at" IS NULL ORDER BY "id" LIMIT $2 OFFSET $3)",
            R"(SELECT "id" FROM "acme"."shop_books" WHERE "title" = $1 AND "read_at" IS NULL ORDER BY "id" LIMIT 1000)");
        row("fields=title&id__in=1,2&ordering=-title,read_at",
            R"(SELECT "id", "title" FROM "shop_books" WHERE "id" IN (SELECT value FROM json_each($1)) )"
            R"(ORDER BY "title" DESC NULLS FIRST, "read_at" NULLS LAST, "id" LIMIT $2 OFFSET $3)",
            R"(SELECT "id", "title" FROM "acme"."shop_books" WHERE "id" = ANY($1::bigint[]) )"
            R"(ORDER BY "title" DESC, "read_at", "id" LIMIT 1000)");
        row("fields=id&meta={}&id__nbetween=1,5&ordering=-id",
            R"(SELECT "id" FROM "shop_books" WHERE "meta" = $1 AND NOT ("id" BETWEEN $2 AND $3) )"
            R"(ORDER BY "id" DESC LIMIT $4 OFFSET $5)",
            R"(SELECT "id" FROM "acme"."shop_books" WHERE "meta"::text COLLATE "C" = $1 AND NOT ("id" BETWEEN $2 AND $3) )"
            R"(ORDER BY "id" DESC LIMIT 1000)");
        row("fields=id&page_size=20&page=3", R"(SELECT "id" FROM "shop_books" ORDER BY "id" LIMIT $1 OFFSET $2)",
            R"(SELECT "id" FROM "acme"."shop_books" ORDER BY "id" LIMIT 20 OFFSET $1)");
    }
    void writesLists()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, sqlite);
        QFETCH(QByteArray, postgres);
        const data::QueryPlan plan = listPlan(query, Decision::always(because));
        compare(data::SqlWriter(m_sqlite).page(plan), sqlite);
        compare(data::SqlWriter(m_postgres).page(plan), postgres);
    }

    void countsWithThePageOnPostgres()
    {
        const data::QueryPlan plan = listPlan(u"fields=id&title=sea"_s, Decision::always(because));
        const sql::KnownCount known{7, "1:2:"};
        const data::Statement page = data::SqlWriter(m_postgres).pageWithTotal(plan, known);
        compare(page, R"(SELECT page.*, CASE WHEN row_number() OVER () > 1000 THEN )"
                      R"(CASE WHEN pg_current_snapshot()::text <> $1 THEN )"
                      R"((SELECT count(*) FROM "acme"."shop_books" WHERE "title" = $2) || ' ' || )"
                      R"(pg_current_snapshot()::text END END FROM )"
                      R"((SELECT "id" FROM "acme"."shop_books" WHERE "title" = $3 ORDER BY "id" LIMIT 1001) AS page)");
        QCOMPARE(std::get<std::string>(page.values.at(0).data()), known.snapshot);
    }

    /// Where all rows that are found are ranked, nothing is won by a plan of PostgreSQL's for these words alone.
    void plansForTheWordsWhereTheyAreNotRanked()
    {
        const auto textOf = [&](const QString &query) {
            const data::QueryPlan plan = listPlan(m_found, query, Decision::always(because));
            return QString::fromStdString(data::SqlWriter(m_postgres).count(plan.rows).text);
        };
        const QString once = u"@@ (SELECT to_tsquery("_s;
        QVERIFY(textOf(u"search=sea"_s).contains(once));
        QVERIFY(!textOf(u"search=sea&ordering=id"_s).contains(once));
        QVERIFY(textOf(u"search=sea&ordering=id"_s).contains(u"@@ to_tsquery("_s));
    }

    void addsThePredicate()
    {
        const data::QueryPlan plan = listPlan(u"title=sea"_s, everySecond());
        compare(data::SqlWriter(m_sqlite).count(plan.rows),
                R"(SELECT count(*) FROM "shop_books" WHERE "title" = $1 AND ((("id" % $2) IS NOT DISTINCT FROM $3)))");
        QCOMPARE(data::SqlWriter(m_sqlite).count(plan.rows).values.size(), std::size_t(3));
    }

    void writesPredicates()
    {
        const Predicate title = Predicate::column("title");
        const Predicate text = Predicate::literal("a");
        const auto where = [&](Predicate predicate) {
            const auto plan = listPlan(u"fields=id"_s, Decision::when(std::move(predicate), because));
            const std::string sql = data::SqlWriter(m_postgres).exists(plan.rows).text;
            const std::size_t start = sql.find("WHERE ") + 6;
            return QString::fromStdString(sql.substr(start, sql.rfind(" LIMIT") - start));
        };
        QCOMPARE(where(Predicate::all({})), u"((TRUE))"_s);
        QCOMPARE(where(Predicate::any({})), u"((FALSE))"_s);
        QCOMPARE(where(Predicate::negate(Predicate::compare(Predicate::Kind::NotEqual, title, text))),
                 u"(NOT ((\"title\" IS DISTINCT FROM $1)))"_s);
        QCOMPARE(where(Predicate::compare(Predicate::Kind::Less, title, text)),
                 u"(coalesce((\"title\" < $1), FALSE))"_s);
        QCOMPARE(where(Predicate::compare(Predicate::Kind::In, title, text)),
                 u"(((\"title\" IS NOT DISTINCT FROM $1)))"_s);
    }

    void refusesWhatTheTableCannotAnswer()
    {
        const data::QueryPlanner planner(m_books);
        const Decision strange = Decision::when(
            Predicate::compare(Predicate::Kind::Equal, Predicate::column("owner"), Predicate::literal(1)), because);
        for (const Decision &decision : {Decision::never(because), strange}) {
            const auto plan = planner.list({}, decision);
            QVERIFY(!plan);
            QCOMPARE(plan.error().code, ErrorCode::Forbidden);
        }
    }

    void writesChanges()
    {
        const data::QueryPlanner planner(m_books);
        const data::WritePlan plan =
            test::expectValue(planner.change(everySecond(), Decision::always(because), u"update"_s));
        data::RowValues values(4);
        values[1] = sql::Value("sea");
        const data::RowKey key{{sql::Value(7)}};
        compare(data::SqlWriter(m_sqlite).insert(*m_books, values, {}),
                R"(INSERT INTO "shop_books" ("title") VALUES ($1) RETURNING "id", "title", "read_at", "meta")");
        compare(data::SqlWriter(m_sqlite).insert(*m_books, data::RowValues(4), {}),
                R"(INSERT INTO "shop_books" DEFAULT VALUES RETURNING "id", "title", "read_at", "meta")");
        compare(data::SqlWriter(m_sqlite).update(plan.allowedRows({key}), values, plan.visible),
                R"(UPDATE "shop_books" SET "title" = $1 WHERE "id" = $2 AND ((("id" % $3) IS NOT DISTINCT FROM $4)) )"
                R"(RETURNING "id", "title", "read_at", "meta", ((("id" % $5) IS NOT DISTINCT FROM $6)))");
        compare(
            data::SqlWriter(m_postgres).remove(plan.visibleRows({key, key})),
            R"(DELETE FROM "acme"."shop_books" WHERE "id" = ANY($1::bigint[]) AND ((("id" % $2) IS NOT DISTINCT FROM $3)))");
    }

    void writesManyRowsAtOnce()
    {
        data::RowValues row(4);
        row[1] = sql::Value("a \"b\" \\c");
        row[2] = sql::Value(std::int64_t{1'000'000});
        data::RowValues empty(4);
        empty[1] = sql::Value();
        empty[2] = sql::Value();
        const std::vector rows{row, empty};
        const data::Statement statement = data::SqlWriter(m_postgres).insertMany(*m_books, rows, {});
        compare(
            statement,
            R"(INSERT INTO "acme"."shop_books" ("title", "read_at") SELECT "title", "read_at" )"
            R"(FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS "new rows" ("title", "read_at", "row number") )"
            R"(ORDER BY "row number" RETURNING "id", "title", "read_at", "meta")");
        const std::string titles = "{\"a \\\"b\\\" \\\\c\",NULL}";
        const std::string times = "{\"1970-01-01T00:00:01Z\",NULL}";
        QCOMPARE(std::get<std::string>(statement.values[0].data()), titles);
        QCOMPARE(std::get<std::string>(statement.values[1].data()), times);
    }

    void writesDocuments()
    {
        data::Table notes = *m_tables.add("notes", R"({
            "fields": [{"name": "id", "type": "integer"}, {"name": "title", "type": "string"}], "primaryKey": "id"})");
        notes.providerType = data::documentProvider;
        const std::string title = R"(CAST(tenantry_field('text', "data", 'title') AS TEXT))";
        const std::string theirs =
            R"((CASE jsonb_typeof(("data" -> 'title')) WHEN 'string' THEN ("data" ->> 'title') END COLLATE "C"))";
        data::RowValues values(2);
        values[1] = sql::Value("sea");
        const data::Statement made = data::SqlWriter(m_sqlite).insert(notes, values, {});
        compare(made, R"(INSERT INTO "shop_notes" ("data") VALUES ($1) RETURNING "id", )" + QByteArray(title.c_str()));
        QCOMPARE(std::get<std::string>(made.values.front().data()), std::string("{\"title\": \"sea\"}"));
        compare(data::SqlWriter(m_postgres).insertMany(notes, std::vector{values, values}, {}),
                R"(INSERT INTO "acme"."shop_notes" ("data") SELECT "data" FROM unnest($1::jsonb[]) WITH ORDINALITY )"
                R"(AS "new rows" ("data", "row number") ORDER BY "row number" RETURNING "id", )" +
                    QByteArray(theirs.c_str()));

        const data::WritePlan plan{std::make_shared<data::Table>(notes), {}, {}};
        const data::Selection one = plan.visibleRows({data::RowKey{{sql::Value(7)}}});
        compare(data::SqlWriter(m_sqlite).update(one, values, {}),
                R"(UPDATE "shop_notes" SET "data" = tenantry_merge("data", $1) WHERE "id" = $2 RETURNING "id", )" +
                    QByteArray(title.c_str()));
        compare(data::SqlWriter(m_postgres).update(one, values, {}),
                R"(UPDATE "acme"."shop_notes" SET "data" = "data" || $1::jsonb WHERE "id" = $2 RETURNING "id", )" +
                    QByteArray(theirs.c_str()));
        data::RowValues key(2);
        key[0] = sql::Value(7);
        compare(data::SqlWriter(m_sqlite).update(one, key, {}),
                R"(UPDATE "shop_notes" SET "id" = $1 WHERE "id" = $2 RETURNING "id", )" + QByteArray(title.c_str()));
    }

    void writesCompositeKeys()
    {
        const data::WritePlan plan{m_pairs, {}, {}};
        const data::RowKey first{{sql::Value(1), sql::Value("a")}};
        const data::RowKey second{{sql::Value(2), sql::Value("b")}};
        compare(data::SqlWriter(m_postgres).remove(plan.visibleRows({first})),
                R"(DELETE FROM "acme"."shop_pairs" WHERE "left" = $1 AND "right" = $2)");
        compare(
            data::SqlWriter(m_postgres).remove(plan.visibleRows({first, second})),
            R"(DELETE FROM "acme"."shop_pairs" WHERE ("left", "right") IN (VALUES ($1::bigint, $2::text), ($3, $4)))");
        compare(data::SqlWriter(m_sqlite).remove(plan.visibleRows({first, second})),
                R"(DELETE FROM "shop_pairs" WHERE ("left", "right") IN (VALUES ($1, $2), ($3, $4)))");
    }
};

QTEST_APPLESS_MAIN(TestSqlWriter)
#include "tst_sqlwriter.moc"
