// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"
#include "core/data/query/sqlwriter.h"
#include "core/data/rows/rowreads.h"
#include "core/data/vectors/nearestcandidates.h"
#include "tests/core/data/schema/schemabench.h"

#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

/// A table of vectors of eight numbers and, where `index` is given, one index over them.
QByteArray package(const QByteArray &name, const QByteArray &index)
{
    return R"({"resources":[{"name":")" + name +
           R"(","schema":{"fields":[{"name":"id","type":"integer"},{"name":"kind","type":"integer"},)"
           R"x({"name":"place","type":"any","x-pg-type":"vector(8)"}],"primaryKey":"id")x" +
           (index.isEmpty() ? QByteArray() : R"(,"indexes":[)" + index + "]") + "}}]}";
}

QByteArray nearIndex(const QByteArray &method, const QByteArray &operatorClass)
{
    return R"({"name":"near","fields":["place"],"type":")" + method + R"(","using":")" + operatorClass + R"("})";
}

/// Numbers that look like chance, the same in every table: row 7 has none, and every number of row 9 is zero.
const char *fill = "INSERT INTO @name (kind, place) SELECT n % 1000, CASE WHEN n = 7 THEN NULL ELSE "
                   "(SELECT array_agg((CASE WHEN n = 9 THEN 0 ELSE 2 * (x - floor(x)) - 1 END)::real ORDER BY d) "
                   "FROM generate_series(1, 8) d, LATERAL (SELECT 43758.5453 * sin(n * 12.9898 + d * 78.233) AS x) s) "
                   "END FROM generate_series(1, 2000) n";

class VectorBench : public Bench
{
public:
    VectorBench()
        : Bench(u"postgres"_s)
    {
    }

    std::optional<VectorExtension> extension()
    {
        return test::expectValue(site().read([](sql::Session &session) { return findVectorExtension(session); }));
    }

    void make(const QByteArray &name, const QByteArray &index)
    {
        test::expectValue(define(package(name, index)));
        test::expectValue(run(QByteArray(fill).replace("name", name)));
        test::expectValue(run("ANALYZE @" + name));
    }

    Result<RowPage> list(const QByteArray &table, const QString &query)
    {
        return m_reads.list(caller(table), parametersOf(query));
    }
    QByteArray answer(const QByteArray &table, const QString &query)
    {
        const RowPage page = test::expectValue(list(table, query));
        return page.rows + ' ' + QByteArray::number(qlonglong(page.total));
    }

    QueryPlan plan(const char *table, const QString &query)
    {
        const std::shared_ptr<const Table> found = current(table);
        RowQuery parsed = test::expectValue(FilterParser(*found).parse(parametersOf(query)));
        return test::expectValue(QueryPlanner(found).list(std::move(parsed), access::Decision::always({})));
    }
    /// How PostgreSQL goes about finding the candidates.
    QString explained(const char *table, const QString &query)
    {
        const Statement statement = SqlWriter(site().space()).page(candidatePlan(plan(table, query), *extension()));
        return test::expectValue(site().read([&](sql::Session &session) -> Result<QString> {
            QStringList lines;
            const sql::CursorPtr cursor =
                TRY(session.connection().query("EXPLAIN " + statement.text, statement.values));
            while (TRY(cursor->next()))
                lines.append(cursor->string(0));
            return lines.join(u'\n');
        }));
    }
    /// Whether the index answers.
    bool isServed(const char *table, const QString &query)
    {
        const QueryPlan asked = plan(table, query);
        return test::expectValue(site().read(
            [&](sql::Session &session) -> Result<bool> { return TRY(planAmongCandidates(session, asked)).has_value(); },
            sql::ReadKind::Snapshot));
    }
    QString methods()
    {
        return read("SELECT string_agg(a.amname, ' ' ORDER BY a.amname) FROM pg_index i "
                    "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam "
                    "WHERE a.amname IN ('hnsw', 'ivfflat')");
    }

private:
    static Parameters parametersOf(const QString &query)
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        return {items.begin(), items.end()};
    }
    RowCaller caller(const QByteArray &table) const { return {site(), who(), u"shop"_s, QString::fromLatin1(table)}; }

    const CatalogueStore m_catalogues{};
    const access::SignedInEvaluator m_evaluator{};
    const Clock m_clock{};
    const RowAccess m_access{m_catalogues, m_evaluator, m_clock};
    const RowReads m_reads{m_access};
};

} // namespace

/// Indexes of pgvector, where the PostgreSQL of the tests has it.
class TestPgvector : public QObject
{
    Q_OBJECT

    std::unique_ptr<VectorBench> m_bench;

private slots:
    void initTestCase()
    {
        m_bench = std::make_unique<VectorBench>();
        if (!m_bench->extension())
            QSKIP("The PostgreSQL server of the tests has no pgvector that its role may use.");
    }
    void cleanup()
    {
        for (const QString &table : {u"things"_s, u"plain"_s, u"others"_s})
            static_cast<void>(m_bench->drop(table));
    }

    void makesIndexes()
    {
        const SchemaReport dry = test::expectValue(
            m_bench->define(package("things", nearIndex("hnsw", "vector_l2_ops")), SchemaMode::DryRun));
        QCOMPARE(m_bench->methods(), QString());
        m_bench->make("things", nearIndex("hnsw", "vector_l2_ops"));
        QCOMPARE(m_bench->methods(), u"hnsw"_s);
        QVERIFY(m_bench->extension()->isInstalled);
        m_bench->make("others", nearIndex("ivfflat", "vector_ip_ops"));
        QCOMPARE(m_bench->methods(), u"hnsw ivfflat"_s);
        test::expectValue(
            m_bench->tables().reflect(m_bench->site(), m_bench->who(), u"shop"_s, u"things"_s, Metadata::Keep));
        QCOMPARE(m_bench->current("things")->indexes.size(), std::size_t(1));

        test::expectValue(m_bench->define(package("others", {})));
        QCOMPARE(m_bench->methods(), u"hnsw"_s);
        test::expectValue(m_bench->drop(u"things"_s));
        QCOMPARE(m_bench->methods(), QString());
    }

    /// As an operator does while others write, with CONCURRENTLY.
    void takesAnIndexThatIsThere()
    {
        m_bench->make("things", {});
        const std::optional<VectorExtension> extension = m_bench->extension();
        Index index;
        index.name = "near";
        index.columns = {"place"};
        index.method = IndexMethod::Hnsw;
        const std::string create =
            IndexWriter(m_bench->site().space(), extension).create(*m_bench->current("things"), index);
        test::expectValue(m_bench->run(QByteArray::fromStdString(create)));
        const auto made = [&] {
            return m_bench->read("SELECT max(indexrelid) FROM pg_index WHERE indrelid = '@things'::regclass");
        };
        const QString before = made();
        test::expectValue(m_bench->define(package("things", nearIndex("hnsw", "vector_cosine_ops"))));
        QCOMPARE(made(), before);
        QVERIFY(m_bench->isServed("things", u"place__vector_near=[1,0,0,0,0,0,0,0]"_s));
    }

    void servesSearches_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("operatorClass");
        for (const char *operatorClass : {"vector_cosine_ops", "vector_l2_ops", "vector_ip_ops"})
            QTest::newRow(operatorClass) << QByteArray("hnsw") << QByteArray(operatorClass);
        QTest::newRow("ivfflat") << QByteArray("ivfflat") << QByteArray("vector_cosine_ops");
    }
    /// With an effort that leaves nothing to chance, answers are those without an index, to the last digit.
    void servesSearches()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, operatorClass);
        m_bench->make("things", {});
        test::expectValue(m_bench->define(package("things", nearIndex(method, operatorClass))));
        m_bench->make("plain", {});
        const QString metric = QString::fromLatin1(operatorClass).section(u'_', 1, 1);
        const QString near =
            u"place__vector_near=[1,-1,0.5,0.25,0,0.125,-0.5,1]&_vector_ef_search=1000&_vector_metric="_s + metric;
        QVERIFY2(m_bench->explained("things", near).contains(u"Index Scan using"_s),
                 qPrintable(m_bench->explained("things", near)));
        for (const char *more :
             {"", "&_topk=40&page=2&page_size=15&ordering=-kind", "&kind__gte=500", "&kind=3", "&_vector_threshold=0.3",
              "&_topk=5&fields=id&id__gt=9", "&_count=true", "&_topk=1000&page_size=1000"}) {
            const QString query = near + QString::fromLatin1(more);
            QCOMPARE(m_bench->answer("things", query), m_bench->answer("plain", query));
        }
        QVERIFY(m_bench->isServed("things", near));
        QVERIFY(!m_bench->isServed("plain", near));
    }

    void looksAsFarAsIsAsked_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("effort");
        const auto row = [](const char *method, const char *query, const char *effort) {
            QTest::addRow("%s%s", method, query)
                << QByteArray(method) << QString::fromLatin1(query) << QString::fromLatin1(effort);
        };
        row("hnsw", "", "100");
        row("hnsw", "&_vector_ef_search=77", "77");
        row("hnsw", "&_vector_ef_search=7&_topk=50", "50");
        row("hnsw", "&_vector_ef_search=1000000", "1000");
        row("ivfflat", "", "10");
        row("ivfflat", "&_vector_ef_search=3&_topk=50", "3");
        row("ivfflat", "&_vector_ef_search=1000000", "32768");
    }
    /// For this search alone.
    void looksAsFarAsIsAsked()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, query);
        test::expectValue(m_bench->define(package("things", nearIndex(method, "vector_l2_ops"))));
        const QueryPlan asked = m_bench->plan("things", u"place__vector_near=[1,0,0,0,0,0,0,0]"_s + query);
        const std::string setting = method == "hnsw" ? "hnsw.ef_search" : "ivfflat.probes";
        const auto current = [&](sql::Session &session) -> Result<QString> {
            const auto value = TRY(session.first("SELECT current_setting($1)", {setting},
                                                 [](const sql::Cursor &row) { return row.string(0); }));
            return value.value_or(QString());
        };
        const QString during = test::expectValue(m_bench->site().read(
            [&](sql::Session &session) -> Result<QString> {
                TRY(planAmongCandidates(session, asked));
                return current(session);
            },
            sql::ReadKind::Snapshot));
        QTEST(during, "effort");
        QCOMPARE(test::expectValue(m_bench->site().read(current)), method == "hnsw" ? u"40"_s : u"1"_s);
    }

    /// A filter that leaves fewer rows than are asked for, and rows that no index has.
    void leavesFewRowsToTheExactSearch()
    {
        m_bench->make("things", nearIndex("hnsw", "vector_cosine_ops"));
        const QString near = u"place__vector_near=[1,0,0,0,0,0,0,0]&fields=kind"_s;
        QVERIFY(!m_bench->isServed("things", near + u"&kind=3"_s));
        QCOMPARE(test::expectValue(m_bench->list("things", near + u"&kind=3"_s)).total, 2);
        QCOMPARE(test::expectValue(m_bench->list("things", near + u"&id__in=7,9,11"_s)).total, 1);
        QVERIFY(!m_bench->isServed("things", near + u"&_count=true"_s));
        QVERIFY(m_bench->isServed("things", near + u"&_topk=1000&_vector_ef_search=1"_s));
    }

    /// A database that loses the extension answers on, and one that gets it has its indexes after a reflection.
    void extensionComesAndGoes()
    {
        m_bench->make("things", nearIndex("hnsw", "vector_cosine_ops"));
        const QString near = u"place__vector_near=[1,0,0,0,0,0,0,0]&_vector_ef_search=1000"_s;
        const QByteArray before = m_bench->answer("things", near);
        test::expectValue(m_bench->run("DROP EXTENSION vector CASCADE"));
        QCOMPARE(m_bench->methods(), QString());
        QVERIFY(!m_bench->isServed("things", near));
        QCOMPARE(m_bench->answer("things", near), before);

        const auto reflect = [&] {
            return test::expectValue(
                m_bench->tables().reflect(m_bench->site(), m_bench->who(), u"shop"_s, u"things"_s, Metadata::Keep));
        };
        QCOMPARE(reflect().action, TableAction::Updated);
        QCOMPARE(m_bench->methods(), u"hnsw"_s);
        QVERIFY(m_bench->isServed("things", near));
        QCOMPARE(m_bench->answer("things", near), before);
        QCOMPARE(reflect().action, TableAction::Unchanged);
    }

    /// Index and search are over an expression that says how many numbers there are.
    void followsTheDimension()
    {
        m_bench->make("things", nearIndex("hnsw", "vector_cosine_ops"));
        const QByteArray three =
            package("things", nearIndex("hnsw", "vector_cosine_ops")).replace("vector(8)", "vector(3)");
        test::expectValue(m_bench->define(three, SchemaFlags{.loss = DataLoss::Allow}));
        QCOMPARE(m_bench->methods(), u"hnsw"_s);
        test::expectValue(m_bench->run("UPDATE @things SET place = ARRAY[id, 1, 1]"));
        const QString near = u"place__vector_near=[0,1,1]&fields=id&_topk=2"_s;
        QVERIFY(m_bench->isServed("things", near));
        QVERIFY(m_bench->answer("things", near).startsWith(R"([{"id":1,)"));
    }
};

QTEST_GUILESS_MAIN(TestPgvector)
#include "tst_pgvector.moc"
