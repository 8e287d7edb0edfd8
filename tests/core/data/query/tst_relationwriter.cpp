// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"
#include "core/data/query/populatewriter.h"
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

Decision onlyFirst()
{
    return Decision::when(Predicate::compare(Predicate::Kind::Equal, Predicate::column("id"), Predicate::literal(1)),
                          because);
}

} // namespace

/// Golden texts of what walks relations, with what access control adds on the way.
class TestRelationWriter : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_shelves = m_tables.add("shelves", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "code", "type": "string"}], "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_books = m_tables.add("books", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"}], "primaryKey": "id",
        "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves"}}]})");
    std::shared_ptr<const data::Table> m_loans = m_tables.add("loans", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "book_id", "type": "integer"},
                   {"name": "state", "type": "string"}],
        "primaryKey": "id", "foreignKeys": [{"fields": "book_id", "reference": {"resource": "books"}}]})");
    std::shared_ptr<const data::Table> m_tags = m_tables.add("tags", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "label", "type": "string"}], "primaryKey": "id"})");
    std::shared_ptr<const data::Table> m_junction = m_tables.add("books_tags", R"({
        "fields": [{"name": "book_id", "type": "integer"}, {"name": "tag_id", "type": "integer"}],
        "primaryKey": ["book_id", "tag_id"],
        "foreignKeys": [{"fields": "book_id", "reference": {"resource": "books"}},
                        {"fields": "tag_id", "reference": {"resource": "tags"}}]})");
    const data::Relations m_relations{{m_shelves, m_books, m_loans, m_tags, m_junction}};
    const sql::Namespace m_sqlite{sql::Dialect::Sqlite, "main", "_"};
    const sql::Namespace m_postgres{sql::Dialect::Postgres, "acme", "_"};

    Result<data::QueryPlan> plan(const QString &query, const std::map<std::string, Decision> &decisions = {}) const
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        const data::FilterParser parser(*m_books, m_relations);
        data::RowQuery asked = test::expectValue(parser.parse({items.begin(), items.end()}));
        const auto related = [&](const data::Table &table) {
            const auto found = decisions.find(table.name);
            return found == decisions.end() ? Decision::always(because) : found->second;
        };
        return data::QueryPlanner(m_books, related).list(std::move(asked), Decision::always(because));
    }

    QString where(const QString &query, const sql::Namespace &space,
                  const std::map<std::string, Decision> &decisions = {}) const
    {
        const data::QueryPlan ready = test::expectValue(plan(query, decisions));
        const std::string text = data::SqlWriter(space).count(ready.rows).text;
        return QString::fromStdString(text.substr(text.find(" WHERE ") + 7));
    }

private slots:
    void searchesByKeys()
    {
        QCOMPARE(
            where(u"shelf.code=A"_s, m_sqlite),
            uR"(EXISTS (SELECT 1 FROM "shop_shelves" AS t1 WHERE t1."id" = "shop_books"."shelf_id" AND t1."code" = $1))"_s);
        QCOMPARE(where(u"shelf.code=A&shelf_id.id=1"_s, m_postgres),
                 uR"(EXISTS (SELECT 1 FROM "acme"."shop_shelves" AS t1 WHERE t1."id" = "shop_books"."shelf_id" )"
                 uR"(AND t1."code" = $1 AND t1."id" = $2))"_s);
    }

    /// Without an index SQLite would go through all loans for each book.
    void looksUpWhatHasNoIndex()
    {
        QCOMPARE(
            where(u"loans.state=out"_s, m_postgres),
            uR"(EXISTS (SELECT 1 FROM "acme"."shop_loans" AS t1 WHERE t1."book_id" = "shop_books"."id" AND t1."state" = $1))"_s);
        QCOMPARE(
            where(u"loans.state=out"_s, m_sqlite),
            uR"(("id" IN (SELECT t1."book_id" FROM "shop_loans" AS t1 WHERE t1."book_id" IS NOT NULL AND t1."state" = $1) IS TRUE))"_s);
    }

    void walksJunctions()
    {
        QCOMPARE(where(u"tags.label=rare"_s, m_sqlite),
                 uR"(EXISTS (SELECT 1 FROM "shop_books_tags" AS t1 WHERE t1."book_id" = "shop_books"."id" AND )"
                 uR"(EXISTS (SELECT 1 FROM "shop_tags" AS t2 WHERE t2."id" = t1."tag_id" AND t2."label" = $1)))"_s);
    }

    void guardsEveryTableOnTheWay()
    {
        const std::map<std::string, Decision> decisions{
            {"tags", onlyFirst()},
            {"books_tags", Decision::when(Predicate::compare(Predicate::Kind::Equal, Predicate::column("tag_id"),
                                                             Predicate::literal(2)),
                                          because)}};
        QCOMPARE(where(u"tags.label=rare"_s, m_sqlite, decisions),
                 uR"(EXISTS (SELECT 1 FROM "shop_books_tags" AS t1 WHERE t1."book_id" = "shop_books"."id" )"
                 uR"(AND ((t1."tag_id" IS NOT DISTINCT FROM $1)) AND )"
                 uR"(EXISTS (SELECT 1 FROM "shop_tags" AS t2 WHERE t2."id" = t1."tag_id" )"
                 uR"(AND ((t2."id" IS NOT DISTINCT FROM $2)) AND t2."label" = $3)))"_s);
    }

    void ordersByJoins()
    {
        const auto page = [&](const char *query, const sql::Namespace &space) {
            const auto ready = test::expectValue(plan(QString::fromLatin1(query), {{"shelves", onlyFirst()}}));
            return QString::fromStdString(data::SqlWriter(space).page(ready).text);
        };
        QCOMPARE(page("fields=id&ordering=-shelf.code,shelf.id&shelf_id=1", m_sqlite),
                 uR"(SELECT t1."id" FROM "shop_books" AS t1 LEFT JOIN "shop_shelves" AS t2 ON t2."id" = t1."shelf_id" )"
                 uR"(AND ((t2."id" IS NOT DISTINCT FROM $1)) WHERE t1."shelf_id" = $2 )"
                 uR"(ORDER BY t2."code" DESC NULLS FIRST, t2."id" NULLS LAST, t1."id" LIMIT $3 OFFSET $4)"_s);
    }

    void populatesEachRelationByItsKeys()
    {
        const auto related = [&](const char *query, const std::map<std::string, Decision> &decisions = {}) {
            const auto ready = test::expectValue(plan(QString::fromLatin1(query), decisions));
            return QString::fromStdString(
                data::relatedRows(m_postgres, ready.populated.front(), {sql::Values{1, 2}}).text);
        };
        QCOMPARE(related("populate=shelf&fields=shelf.id", {{"shelves", onlyFirst()}}),
                 uR"(SELECT t1."id", t1."id" FROM "acme"."shop_shelves" AS t1 WHERE t1."id" = ANY($1::bigint[]) )"
                 uR"(AND ((t1."id" IS NOT DISTINCT FROM $2)))"_s);
        QCOMPARE(
            related("populate=loans&fields=loans.id"),
            uR"(SELECT * FROM (SELECT t1."id", t1."book_id", row_number() OVER (PARTITION BY t1."book_id" ORDER BY t1."id") )"
            uR"(AS "row number", count(*) OVER (PARTITION BY t1."book_id") AS "row count" )"
            uR"(FROM "acme"."shop_loans" AS t1 WHERE t1."book_id" = ANY($1::bigint[])) AS related )"
            uR"(WHERE "row number" <= $2 ORDER BY "row number")"_s);
        QCOMPARE(
            related("populate=tags&fields=tags.id", {{"tags", onlyFirst()}}),
            uR"(SELECT * FROM (SELECT t1."id", t2."book_id", row_number() OVER (PARTITION BY t2."book_id" ORDER BY t1."id") )"
            uR"(AS "row number", count(*) OVER (PARTITION BY t2."book_id") AS "row count" )"
            uR"(FROM "acme"."shop_tags" AS t1 JOIN "acme"."shop_books_tags" AS t2 ON t1."id" = t2."tag_id" )"
            uR"(AND ((t1."id" IS NOT DISTINCT FROM $1)) WHERE t2."book_id" = ANY($2::bigint[])) AS related )"
            uR"(WHERE "row number" <= $3 ORDER BY "row number")"_s);
    }

    void refusesWhatMayNotBeRead()
    {
        const std::map<std::string, Decision> decisions{{"shelves", Decision::never(because)}};
        QCOMPARE(plan(u"shelf.code=A"_s, decisions).error().code, ErrorCode::Forbidden);
        QCOMPARE(plan(u"ordering=shelf.code"_s, decisions).error().code, ErrorCode::Forbidden);
        const auto hidden = plan(u"populate=shelf"_s, decisions);
        QVERIFY(hidden);
        QVERIFY(data::relatedRows(m_sqlite, hidden->populated.front(), {sql::Values{1}}).text.ends_with("(FALSE))"));
    }

    /// Whoever forgets to say what may be read can read nothing.
    void refusesWithoutDecisions()
    {
        const data::FilterParser parser(*m_books, m_relations);
        data::RowQuery asked = test::expectValue(parser.parse({{u"shelf.code"_s, u"A"_s}}));
        QCOMPARE(data::QueryPlanner(m_books).list(std::move(asked), Decision::always(because)).error().code,
                 ErrorCode::Forbidden);
    }
};

QTEST_APPLESS_MAIN(TestRelationWriter)
#include "tst_relationwriter.moc"
