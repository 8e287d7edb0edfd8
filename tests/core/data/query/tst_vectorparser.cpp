// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/vectorparser.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::Metric;

class TestVectorParser : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table = m_tables.add("things", R"j({
        "fields": [{"name": "id", "type": "integer"}, {"name": "embedding", "type": "any", "x-pg-type": "vector(2)"}],
        "primaryKey": "id"})j");
    std::vector<FieldError> m_problems;

    std::optional<data::VectorSearch> parse(const data::Parameters &parameters)
    {
        m_problems.clear();
        return data::parseVectorSearch(*m_table, parameters, m_problems);
    }

private slots:
    void readsWhatIsAsked()
    {
        const auto search = parse({{u"embedding__vector_near"_s, u"[1, 0.5]"_s},
                                   {u"_topk"_s, u"3"_s},
                                   {u"_vector_threshold"_s, u"0.25"_s},
                                   {u"_vector_metric"_s, u"l2"_s},
                                   {u"_vector_ef_search"_s, u"40"_s}});
        QVERIFY(m_problems.empty());
        QCOMPARE(search->column, std::size_t(1));
        QCOMPARE(search->most, 3);
        QCOMPARE(search->threshold, std::optional(0.25));
        QCOMPARE(search->metric, Metric::L2);
        QCOMPARE(search->effort, std::optional<std::int64_t>(40));
        QCOMPARE(std::get<sql::Blob>(search->vector.data()).bytes.toHex(), "0000803f0000003f");
    }

    void hasDefaults()
    {
        const auto search = parse({{u"embedding__vector_near"_s, u"[1,0]"_s}});
        QVERIFY(m_problems.empty());
        QCOMPARE(search->most, 10);
        QCOMPARE(search->metric, Metric::Cosine);
        QVERIFY(!search->threshold);
        QVERIFY(!parse({{u"id"_s, u"1"_s}}));
        QVERIFY(m_problems.empty());
    }

    void readsFusedSearches()
    {
        const data::Parameters near{{u"embedding__vector_near"_s, u"[1,0]"_s}, {u"_hybrid_strategy"_s, u"rrf"_s}};
        QCOMPARE(parse(near)->alpha, std::optional(0.5));
        for (const auto &[text, alpha] : {std::pair(u"0"_s, 0.0), std::pair(u"1"_s, 1.0), std::pair(u"0.25"_s, 0.25)}) {
            data::Parameters weighed = near;
            weighed.emplace_back(u"_hybrid_alpha"_s, text);
            QCOMPARE(parse(weighed)->alpha, std::optional(alpha));
            QVERIFY(m_problems.empty());
        }
        for (const QString &text : {u"1.1"_s, u"-0.1"_s, u"half"_s}) {
            data::Parameters weighed = near;
            weighed.emplace_back(u"_hybrid_alpha"_s, text);
            parse(weighed);
            QCOMPARE(m_problems.size(), std::size_t(1));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("alone"); // without a vector that is right
        const auto row = [](const char *name, const char *value, bool alone = false) {
            QTest::addRow("%s=%s", name, value) << QString::fromLatin1(name) << QString::fromLatin1(value) << alone;
        };
        row("embedding__vector_near", "[1]", true);
        row("embedding__vector_near", "[1,2,3]", true);
        row("embedding__vector_near", "[0,0]", true);
        row("embedding__vector_near", "near", true);
        row("embedding__vector_near", "", true);
        row("id__vector_near", "[1,2]", true);
        row("nothing__vector_near", "[1,2]", true);
        row("embedding__vector_near", "[1,2]");
        row("_topk", "0");
        row("_topk", "1001");
        row("_topk", "many");
        row("_topk", "5", true);
        row("_vector_threshold", "nan");
        row("_vector_threshold", "far");
        row("_vector_threshold", "1", true);
        row("_vector_metric", "cosinus");
        row("_vector_metric", "l2; DROP TABLE things");
        row("_vector_metric", "l2", true);
        row("_vector_ef_search", "-1");
        row("_vector_ef_search", "1", true);
        row("_hybrid_strategy", "sum");
        row("_hybrid_strategy", "rrf", true);
        row("_hybrid_alpha", "0.5");
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, alone);
        data::Parameters parameters;
        if (!alone)
            parameters.emplace_back(u"embedding__vector_near"_s, u"[1,0]"_s);
        parameters.emplace_back(name, value);
        parse(parameters);
        QCOMPARE(m_problems.size(), std::size_t(1));
        QCOMPARE(m_problems.front().path, name);
    }
};

QTEST_APPLESS_MAIN(TestVectorParser)
#include "tst_vectorparser.moc"
