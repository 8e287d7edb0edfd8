// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/vectors/vectorindex.h"

#include "core/data/query/filterparser.h"
#include "core/data/query/queryplanner.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/vectors/nearestcandidates.h"
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

const Decision everything = Decision::always(because);
const Decision those = Decision::when(
    Predicate::compare(Predicate::Kind::Equal, Predicate::column("kind"), Predicate::literal("mine")), because);

} // namespace

/// Which declared index a search for the nearest rows can be answered by, and what PostgreSQL is then asked.
class TestVectorIndex : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_things = m_tables.add("things", R"j({
        "fields": [
            {"name": "id", "type": "integer"}, {"name": "kind", "type": "string"},
            {"name": "a", "type": "any", "x-pg-type": "vector(2)"}, {"name": "b", "type": "any", "x-pg-type": "vector(2)"},
            {"name": "c", "type": "any", "x-pg-type": "vector(2)"}, {"name": "d", "type": "any", "x-pg-type": "vector(2)"}],
        "primaryKey": "id",
        "indexes": [
            {"name": "both", "fields": ["a", "b"], "type": "hnsw"},
            {"name": "kinds", "fields": ["kind"]},
            {"name": "a_l2", "fields": ["a"], "type": "hnsw", "using": "vector_l2_ops"},
            {"name": "a_ip", "fields": ["a"], "type": "ivfflat", "using": "vector_ip_ops"},
            {"name": "c_any", "fields": ["c"], "type": "hnsw"}]})j");

    data::QueryPlan plan(const QString &query, const Decision &read = everything) const
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        const data::Parameters parameters(items.begin(), items.end());
        return test::expectValue(data::QueryPlanner(m_things).list(
            test::expectValue(data::FilterParser(*m_things).parse(parameters)), read));
    }

private slots:
    void isChosen_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<data::Metric>("metric");
        QTest::addColumn<QString>("index");
        const auto row = [](const char *name, const char *column, data::Metric metric, const char *index) {
            QTest::newRow(name) << QString::fromLatin1(column) << metric << QString::fromLatin1(index);
        };
        row("by its class", "a", data::Metric::L2, "a_l2");
        row("another class", "a", data::Metric::InnerProduct, "a_ip");
        row("no class of it", "a", data::Metric::Cosine, "");
        row("of two fields", "b", data::Metric::Cosine, "");
        row("without class", "c", data::Metric::Cosine, "c_any");
        row("without this class", "c", data::Metric::L2, "");
        row("none", "d", data::Metric::Cosine, "");
    }
    void isChosen()
    {
        QFETCH(QString, column);
        QFETCH(data::Metric, metric);
        QFETCH(QString, index);
        data::VectorSearch search;
        search.column = *m_things->columnIndex(column.toStdString());
        search.metric = metric;
        const data::Index *chosen = data::indexFor(*m_things, search);
        QCOMPARE(chosen ? QString::fromStdString(chosen->name) : QString(), index);
    }

    /// Filters and guards choose among what the index finds; the threshold and further orderings do not.
    void asksForCandidates_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("guarded");
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *query, bool guarded, const char *sql) {
            QTest::newRow(name) << QString::fromLatin1(query) << guarded << QString::fromLatin1(sql);
        };
        row("l2", "a__vector_near=[1,0]&_vector_metric=l2", false,
            R"(SELECT "id", "a"::"ext".vector(2) OPERATOR("ext".<->) $1::real[]::"ext".vector(2) )"
            R"(AS "extra 1" FROM "acme"."shop_things" ORDER BY "extra 1" LIMIT 10)");
        row("ip", "a__vector_near=[1,0]&_vector_metric=ip&_topk=3&page=2&page_size=2&ordering=kind", false,
            R"(SELECT "id", "a"::"ext".vector(2) OPERATOR("ext".<#>) $1::real[]::"ext".vector(2) )"
            R"(AS "extra 1" FROM "acme"."shop_things" ORDER BY "extra 1" LIMIT 3)");
        row("filtered", "c__vector_near=[1,0]&kind=x&_vector_threshold=0.5&fields=kind", true,
            R"(SELECT "id", "c"::"ext".vector(2) OPERATOR("ext".<=>) $1::real[]::"ext".vector(2) )"
            R"(AS "extra 1" FROM "acme"."shop_things" WHERE "kind" = $2 AND (("kind" IS NOT DISTINCT FROM $3)) )"
            R"(ORDER BY "extra 1" LIMIT 10)");
    }
    void asksForCandidates()
    {
        QFETCH(QString, query);
        QFETCH(bool, guarded);
        QFETCH(QString, sql);
        const sql::Namespace space(sql::Dialect::Postgres, "acme", "_");
        const data::QueryPlan candidates =
            data::candidatePlan(plan(query, guarded ? those : everything), data::VectorExtension{"ext"});
        const data::Statement statement = data::SqlWriter(space).page(candidates);
        QCOMPARE(QString::fromStdString(statement.text), sql);
        QCOMPARE(std::get<std::string>(statement.values.front().data()), std::string("{1,0}"));
    }
};

QTEST_APPLESS_MAIN(TestVectorIndex)
#include "tst_vectorindex.moc"
