// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/aggregate/aggregateparser.h"
#include "core/data/graph/graphrequest.h"
#include "core/data/query/filterparser.h"
#include "core/data/query/parameterbody.h"
#include "core/data/rows/batchparser.h"
#include "core/data/schema/ddlwriter.h"
#include "core/data/schema/schemaplanner.h"
#include "core/data/schema/tabledraft.h"
#include "core/data/search/searchquery.h"
#include "core/data/transfer/arrayreader.h"
#include "core/data/transfer/csvreader.h"
#include "core/json/reader.h"

#include "tests/support/mutator.h"
#include "tests/support/testtables.h"

#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

test::Mutator textMutator(int seed)
{
    return {std::uint64_t(seed),
            {"(",           ")",
             "[",           "]",
             "{",           "}",
             "\"",          "'",
             ",",           "__",
             ".",           "-",
             "null",        "\\",
             "%",           "&",
             "=",           "\xFF",
             "\xF0\x9F",    "9999999999999999999999",
             "1e999",       "count",
             "distinct",    " as ",
             "descendants", "search_vector",
             ":",           "id.id.id",
             "\xC3\x9F",    "\n"},
            "([{,-_.\"9a "};
}

data::Parameters parametersOf(const QByteArray &query)
{
    const auto items = QUrlQuery(QString::fromUtf8(query)).queryItems(QUrl::FullyDecoded);
    return {items.begin(), items.end()};
}

QByteArray contentOf(const QString &name)
{
    QFile file(qEnvironmentVariable("TENANTRY_SOURCE") + u"/tests/core/data/examples/"_s + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// One on each line.
std::vector<QByteArray> examples(const QString &name)
{
    std::vector<QByteArray> list;
    for (const QByteArray &line : contentOf(name).trimmed().split('\n'))
        list.push_back(line);
    return list;
}

std::string_view view(const QByteArray &text)
{
    return {text.constData(), std::size_t(text.size())};
}

} // namespace

/// Readers of what clients send get texts that are nearly right. Whatever they are, the answer is a value or an error
/// of the client's. TENANTRY_MUTATIONS says how many each gets (a million by hand, under AddressSanitizer too),
/// TENANTRY_MUTATIONS_SEED which.
class TestMutations : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table;
    const data::Relations m_relations;
    const sql::Namespace m_sqlite{sql::Dialect::Sqlite, "", "t_"};
    const sql::Namespace m_postgres{sql::Dialect::Postgres, "shop", "t_"};

    /// `read`: (const QByteArray &) -> Result<void>
    template<class Read>
    void check(const QString &file, Read read)
    {
        const std::vector<QByteArray> texts = examples(file);
        const int count = test::mutationCount();
        const int seed = test::mutationSeed();
        test::Mutator mutator = textMutator(seed);
        int accepted = 0;
        for (int i = 0; i < count; ++i) {
            const QByteArray text = mutator.mutated(texts);
            const Result<void> outcome = read(text);
            if (outcome)
                ++accepted;
            else if (describe(outcome.error().code).status >= 500)
                QFAIL(qPrintable(u"seed %1: %2 says %3"_s.arg(seed).arg(QString::fromLatin1(text.toPercentEncoding()),
                                                                        outcome.error().message)));
        }
        QVERIFY2(accepted > count / 20, "hardly any text was accepted, so that little was reached");
        QVERIFY2(accepted < count, "every text was accepted");
    }

    template<class Value>
    static Result<void> outcomeOf(const Result<Value> &result)
    {
        return result ? Result<void>() : failure(result.error());
    }

private slots:
    void initTestCase()
    {
        m_table = m_tables.add("books", contentOf(u"table.json"_s).constData());
        QVERIFY(m_table);
    }

    void readsQueries()
    {
        check(u"queries.txt"_s, [this](const QByteArray &text) {
            return outcomeOf(data::FilterParser(*m_table, m_relations).parse(parametersOf(text)));
        });
    }

    void readsFilterTrees()
    {
        check(u"filters.txt"_s, [this](const QByteArray &text) {
            const data::Parameters parameters{{u"filters"_s, QString::fromUtf8(text)}};
            return outcomeOf(data::FilterParser(*m_table, m_relations).parse(parameters));
        });
    }

    void readsAggregations()
    {
        check(u"aggregations.txt"_s, [this](const QByteArray &text) {
            return outcomeOf(data::AggregateParser(*m_table).parse(parametersOf(text)));
        });
    }

    void readsGraphRequests()
    {
        check(u"graphs.txt"_s, [this](const QByteArray &text) {
            return outcomeOf(data::parseGraphRequest(*m_table, parametersOf(text)));
        });
    }

    void readsBodies()
    {
        check(u"bodies.txt"_s, [](const QByteArray &text) -> Result<void> {
            const json::Value body = TRY(json::read(view(text)));
            const Result<void> parameters = outcomeOf(data::readParameters(body));
            const Result<void> batch = outcomeOf(data::parseBatch(body));
            return parameters ? parameters : batch;
        });
    }

    void readsPackages()
    {
        check(u"packages.txt"_s, [this](const QByteArray &text) -> Result<void> {
            const json::Value package = TRY(json::read(view(text)));
            const std::vector<data::TableDraft> drafts = TRY(data::readDataPackage(u"shop"_s, package));
            const data::AppTables app{.appSlug = u"shop"_s};
            TRY(data::planSchema(app, drafts, data::DdlWriter(m_sqlite)));
            TRY(data::planSchema(app, drafts, data::DdlWriter(m_postgres)));
            return {};
        });
    }

    void readsCsv()
    {
        check(u"records.csv"_s, [](const QByteArray &text) -> Result<void> {
            data::CsvReader reader(view(text));
            while (TRY(reader.next())) {
            }
            return {};
        });
    }

    void readsArrays()
    {
        check(u"arrays.txt"_s, [](const QByteArray &text) -> Result<void> {
            data::ArrayReader reader(view(text));
            while (TRY(reader.next()))
                TRY(json::read(reader.element()));
            return {};
        });
    }

    /// Whatever is searched for means something.
    void readsSearches()
    {
        test::Mutator mutator = textMutator(1);
        const std::vector<QByteArray> texts = examples(u"searches.txt"_s);
        for (int i = 0; i < 5'000; ++i) {
            const data::SearchQuery query = data::parseSearch(QString::fromUtf8(mutator.mutated(texts)));
            QVERIFY(!data::tsqueryText(query).empty() || query.alternatives.empty());
            data::matchText(query, "english");
        }
    }
};

QTEST_APPLESS_MAIN(TestMutations)
#include "tst_mutations.moc"
