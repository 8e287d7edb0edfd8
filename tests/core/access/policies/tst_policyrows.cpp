// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/resolver.h"
#include "core/access/policies/judge.h"
#include "core/base/datetime.h"
#include "core/data/query/predicatecheck.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"

#include "tests/support/mutator.h"
#include "tests/support/testsite.h"

#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *package = R"json({"name": "rows", "resources": [
    {"name": "flat", "schema": {"fields": [{"name": "id", "type": "integer"},
        {"name": "text", "type": "string"}, {"name": "other", "type": "string"},
        {"name": "uid", "type": "string", "format": "uuid"}, {"name": "whole", "type": "integer"},
        {"name": "amount", "type": "number"}, {"name": "flag", "type": "boolean"}, {"name": "day", "type": "date"},
        {"name": "moment", "type": "datetime"}, {"name": "era", "type": "year"},
        {"name": "tags", "type": "array", "arrayItem": {"type": "string"}},
        {"name": "counts", "type": "array", "arrayItem": {"type": "integer"}},
        {"name": "document", "type": "object"}], "primaryKey": "id"}},
    {"name": "documents", "provider_type": "jsonb", "schema": {"fields": [{"name": "id", "type": "integer"},
        {"name": "text", "type": "string"}, {"name": "other", "type": "string"},
        {"name": "uid", "type": "string", "format": "uuid"}, {"name": "whole", "type": "integer"},
        {"name": "amount", "type": "number"}, {"name": "flag", "type": "boolean"}, {"name": "day", "type": "date"},
        {"name": "moment", "type": "datetime"}, {"name": "era", "type": "year"},
        {"name": "tags", "type": "array", "arrayItem": {"type": "string"}},
        {"name": "counts", "type": "array", "arrayItem": {"type": "integer"}},
        {"name": "document", "type": "object"}], "primaryKey": "id"}}]})json";

constexpr const char *principalText =
    R"({"id": "u1", "roles": ["user"], "attr": {"text": "b", "number": 10, "part": "o",
    "decimal": 0.1, "exact": 123456789012345678.25, "flag": true, "null": null, "texts": ["a", "b", "1", "Zoë"],
    "numbers": [1, 10, 2.5], "mixed": ["a", 1, null, true, 0.10], "empty": [], "map": {"a": 1, "foo": 2},
    "uid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "day": "2024-02-29", "time": "2024-02-29T12:00:00Z"}})";

/// Answers the same decision on everything.
class FixedEvaluator : public Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, Action, const ResourceKind &) const override { return given; }
    Decision given = Decision::always({u"test"_s, {}, {}});
};

/// Conditions by chance, out of everything that can be asked of rows and some that cannot.
class RandomConditions
{
public:
    explicit RandomConditions(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// One that compiles.
    std::string next()
    {
        for (;;) {
            std::string text = condition();
            if (cel::compileCondition(text))
                return text;
        }
    }

private:
    std::string condition(int depth = 0)
    {
        if (depth < 3 && below(3) == 0) {
            switch (below(5)) {
            case 0:
                return "!(" + condition(depth + 1) + ")";
            case 1:
                return "(" + condition(depth + 1) + " ? " + condition(depth + 1) + " : " + condition(depth + 1) + ")";
            case 2:
                return "(" + condition(depth + 1) + " || " + condition(depth + 1) + ")";
            default:
                return "(" + condition(depth + 1) + " && " + condition(depth + 1) + ")";
            }
        }
        return atom();
    }

    std::size_t below(std::size_t end) { return std::size_t(m_random() % end); }
    template<std::size_t N>
    std::string pick(const std::array<const char *, N> &choices)
    {
        return choices[below(N)];
    }

    std::string column()
    {
        static constexpr std::array columns{"R.attr.text",   "R.attr.other", "R.attr.uid",    "R.attr.whole",
                                            "R.attr.amount", "R.attr.flag",  "R.attr.day",    "R.attr.moment",
                                            "R.attr.era",    "R.attr.id",    "R.attr['text']"};
        return pick(columns);
    }

    std::string constant()
    {
        static constexpr std::array constants{"'a'",
                                              "'b'",
                                              "''",
                                              "'Zoë'",
                                              "1",
                                              "10",
                                              "-3",
                                              "0.1",
                                              "2.5",
                                              "1e20",
                                              "true",
                                              "false",
                                              "null",
                                              "P.attr.text",
                                              "P.attr.exact",
                                              "P.attr.number",
                                              "P.attr.flag",
                                              "P.attr.null",
                                              "P.attr.uid",
                                              "P.attr.day",
                                              "P.attr.time",
                                              "P.attr.texts",
                                              "P.id + 'x'",
                                              "P.attr.number * 2",
                                              "P.attr.nope",
                                              "2024",
                                              "99999999999",
                                              "P.attr.decimal",
                                              "size(P.attr.texts)"};
        return pick(constants);
    }

    std::string derivedText()
    {
        return pick(
            std::array{"R.attr.text.lowerAscii()", "R.attr.other.lowerAscii()", "R.attr.moment.lowerAscii()", "R.id"});
    }

    std::string atom()
    {
        static constexpr std::array signs{" == ", " != ", " < ", " <= ", " > ", " >= "};
        static constexpr std::array lists{"P.attr.texts", "P.attr.numbers", "P.attr.mixed",        "P.attr.empty",
                                          "P.attr.map",   "P.attr.text",    "[1, 'a', 2024, 2.5]", "P.attr.nope"};
        static constexpr std::array functions{"contains", "startsWith", "endsWith"};
        static constexpr std::array parts{"'o'",         "'a'",           "''",  "'Zo'", "'ë'", "'%'",
                                          "P.attr.part", "P.attr.number", "'20'"};
        static constexpr std::array times{"timestamp(P.attr.time)", "timestamp('1999-12-31T23:59:59Z')",
                                          "now() - duration('48h')", "now()"};
        switch (below(15)) {
        case 0:
            return column() + " in " + pick(lists);
        case 1:
            return column() + "." + pick(functions) + "(" + pick(parts) + ")";
        case 2:
            return pick(std::array{"R.attr.flag", "R.attr.text", "P.attr.flag", "P.attr.nope", "has(R.attr.text)",
                                   "has(P.attr.nope)"});
        case 3:
            return constant() + pick(signs) + column();
        case 4:
            return column() + pick(signs) + column();
        case 5:
            return "timestamp(R.attr.moment)" + pick(signs) + pick(times);
        case 6:
            return pick(std::array{"now() - timestamp(R.attr.moment)", "timestamp(R.attr.moment) - now()"}) +
                   pick(signs) + "duration('" + pick(std::array{"24h", "-24h", "0", "87600h"}) + "')";
        case 7:
            return pick(std::array{"'a'", "'b'", "1", "3", "P.attr.text", "P.attr.null"}) + " in " +
                   pick(std::array{"R.attr.tags", "R.attr.counts"});
        case 8:
            return "hasIntersection(" + pick(std::array{"R.attr.tags", "R.attr.counts"}) + ", " + pick(lists) + ")";
        case 9:
            return pick(lists) + pick(std::array{".exists(x, ", ".all(x, "}) + column() + pick(signs) + "x)";
        case 11:
            return "size(" +
                   pick(std::array{"R.attr.text", "R.attr.other", "R.attr.uid", "R.attr.day", "R.attr.moment",
                                   "R.attr.tags", "R.attr.counts"}) +
                   ")" + pick(signs) +
                   pick(std::array{"0", "1", "3", "2.5", "99999999999", "-1", "P.attr.text", "P.attr.number",
                                   "P.attr.null", "P.attr.nope", "size(P.attr.texts)"});
        case 12:
            return derivedText() + pick(signs) + constant();
        case 13:
            return below(2) == 0 ? derivedText() + " in " + pick(lists)
                                 : derivedText() + "." + pick(functions) + "(" + pick(parts) + ")";
        case 10:
            return constant() + " in [" + column() + ", " + constant() + ", " + column() + "]";
        default:
            return column() + pick(signs) + constant();
        }
    }

    std::mt19937_64 m_random;
};

Match matchOf(const std::string &text)
{
    return {.text = text, .expression = test::expectValue(cel::compileCondition(text))};
}

} // namespace

/// Conditions as filters on rows and evaluated row by row let the same rows through, on both engines.
class TestPolicyRows : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    const data::CatalogueStore m_catalogues{};
    FixedEvaluator m_evaluator;
    const json::Value m_principal = test::expectValue(json::read(principalText));
    const json::Value m_kind = test::expectValue(json::read(R"({"kind": "datatable:flat"})"));

    data::RowCaller caller(const test::TestSite &instance, const QString &table) const
    {
        return {instance.site(), test::TestSite::administrator(instance.site()), u"rows"_s, table};
    }

    /// Values that meet, miss and border on what is compared.
    static json::Value rowsByChance()
    {
        std::mt19937_64 random(7);
        const std::vector<std::pair<const char *, std::vector<const char *>>> values{
            {"text",
             {R"("a")", R"("b")", R"("")", R"("Zoë")", R"("foo")", R"("10")", R"("true")", "null", R"("f%o")",
              R"("FOO")", R"("ZOË")", R"("\ud83c\udf37")"}},
            {"other", {R"("a")", R"("foo")", R"("2024-02-29")", "null"}},
            {"uid", {R"("3f2504e0-4f89-41d3-9a0c-0305e82c3301")", R"("00000000-0000-0000-0000-000000000000")", "null"}},
            {"whole", {"1", "10", "-3", "9223372036854775807", "null", "2024"}},
            {"amount", {"0.1", "2.5", "10", "100000000000000000000", "123456789012345678.25", "-3", "null"}},
            {"flag", {"true", "false", "null"}},
            {"day", {R"("2024-02-29")", R"("1999-12-31")", "null"}},
            {"moment",
             {R"("2024-02-29T12:00:00Z")", R"("2024-02-29T12:00:00.5Z")", R"("2026-01-01T00:00:00Z")", "null"}},
            {"era", {"2024", "1", "10", "null"}},
            {"tags", {R"(["a"])", R"(["b", "1"])", "[]", "null", R"(["x", "Zoë"])"}},
            {"counts", {"[1, 2]", "[3]", "[]", "null", "[10]"}}};
        json::Array rows;
        for (int i = 0; i < 60; ++i) {
            json::Object row;
            for (const auto &[name, choices] : values)
                row.set(name, test::expectValue(json::read(choices[random() % choices.size()])));
            rows.emplace_back(std::move(row));
        }
        return rows;
    }

    json::Value listed(const test::TestSite &instance, const QString &table)
    {
        const data::RowAccess access(m_catalogues, m_evaluator, instance.clock());
        const auto page = data::RowReads(access).list(caller(instance, table), {{u"page_size"_s, u"100"_s}});
        if (!page) {
            m_refusal = page.error().message + u" ("_s + page.error().cause + u')';
            return {};
        }
        return test::expectValue(json::read(page->rows.toStdString()));
    }

    static QStringList idsOf(const json::Value &rows)
    {
        QStringList ids;
        for (const json::Value &row : rows.array())
            ids.append(QString::fromUtf8(row["id"].numberText().data(), qsizetype(row["id"].numberText().size())));
        return ids;
    }

    QString m_refusal;

private slots:
    void initTestCase()
    {
        for (const QString &engine : test::engineNames()) {
            const test::TestSite &instance = m_sites.on(engine);
            instance.define(instance.site(), u"rows"_s, package);
            const data::RowAccess access(m_catalogues, m_evaluator, instance.clock());
            const data::RowWrites writes(access);
            for (const QString &table : {u"flat"_s, u"documents"_s})
                test::expectValue(writes.create(caller(instance, table), rowsByChance()));
        }
    }

    void filtersAsItEvaluates_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("table");
        for (const QString &engine : test::engineNames()) {
            for (const QString &table : {u"flat"_s, u"documents"_s})
                QTest::newRow(qPrintable(engine + u' ' + table)) << engine << table;
        }
    }

    void filtersAsItEvaluates()
    {
        QFETCH(QString, engine);
        QFETCH(QString, table);
        const test::TestSite &instance = m_sites.on(engine);
        m_evaluator.given = Decision::always({u"test"_s, {}, {}});
        const json::Value rows = listed(instance, table);
        QCOMPARE(rows.array().size(), std::size_t(60));
        const auto now = test::expectValue(parseDateTime("2026-01-02T00:00:00Z"));
        RandomConditions conditions{std::uint64_t(test::mutationSeed())};
        const int count = test::mutationCount() / 10;
        int selective = 0;
        for (int i = 0; i < count; ++i) {
            const std::string text = conditions.next();
            const Match match = matchOf(text);
            const cel::Subject subject{&m_principal, &m_kind, nullptr, now};
            RowTranslator translator(subject);
            const Truth truth = translator.truthOf(match);
            QVERIFY2(translator.problems().isEmpty(), text.c_str());
            for (const bool wanted : {true, false}) {
                QStringList expected;
                for (const json::Value &row : rows.array()) {
                    json::Object resource;
                    resource.set("kind", "datatable:flat");
                    resource.set("id", row["id"].numberText());
                    resource.set("attr", row);
                    const json::Value whole = std::move(resource);
                    const cel::Subject one{&m_principal, &whole, nullptr, now};
                    SubjectJudge evaluator(one);
                    const Truth outcome = evaluator.truthOf(match);
                    if (wanted ? outcome.isTrue() : outcome.isFalse())
                        expected += idsOf(json::Array{row});
                }
                const Predicate &filter = wanted ? truth.whenTrue() : truth.whenFalse();
                m_evaluator.given = Decision::when(filter, {u"test"_s, {}, {}});
                m_refusal.clear();
                const QStringList found = idsOf(listed(instance, table));
                const std::string about = text + (wanted ? " is true" : " is false");
                QVERIFY2(m_refusal.isEmpty(), qPrintable(QString::fromStdString(about) + u": "_s + m_refusal));
                QVERIFY2(found == expected, qPrintable(QString::fromStdString(about) + u": filtered "_s +
                                                       found.join(u',') + u", evaluated "_s + expected.join(u',')));
                selective += found.isEmpty() || found.size() == 60 ? 0 : 1;
            }
        }
        QVERIFY2(selective > count / 4, "hardly any condition told rows apart");
    }

    void refusesWhatCannotBeAsked_data()
    {
        QTest::addColumn<QByteArray>("condition");
        for (const char *text : {"R.attr.text.matches('a')",
                                 "R.attr.text.lowerAscii() == R.attr.other",
                                 "size(R.attr.text) > R.attr.whole",
                                 "size(R.attr.whole) > 1",
                                 "size(R.attr.document) > 1",
                                 "R.attr.whole.lowerAscii() == 'a'",
                                 "R.attr.tags.lowerAscii() == 'a'",
                                 "size(R.attr.nope) > 1",
                                 "size(R.attr.text.lowerAscii()) > 1",
                                 "R.id == R.attr.text",
                                 "R.attr.whole + 1 == 2",
                                 "R.attr.tags.exists(t, t == 'a')",
                                 "R.attr == {}",
                                 "'text' in R.attr",
                                 "P.attr.texts.exists_one(x, x == R.attr.text)",
                                 "'abc'.contains(R.attr.text)",
                                 "R.attr.document.x == 1",
                                 "false && R.attr.text.matches('a')",
                                 "true || R.attr.text.matches('a')",
                                 "P.attr.empty.exists(x, R.attr.text.matches(x))",
                                 "P.attr.flag ? true : R.attr.text.matches('a')",
                                 "R.attr.nope == 1",
                                 "has(R.attr.nope)",
                                 "R.attr.document == {}",
                                 "R.attr.tags == ['a']",
                                 "timestamp(R.attr.day) < now()",
                                 "R.attr.nope == null",
                                 "R.attr.tags < 'a'",
                                 "R.attr.text == 'a' && (P.attr.flag || R.attr.document != P.attr.map)"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatCannotBeAsked()
    {
        QFETCH(QByteArray, condition);
        const test::TestSite &instance = m_sites.on(u"sqlite"_s);
        const auto catalogue = test::expectValue(m_catalogues.current(instance.site()));
        const auto table = catalogue->table(u"rows"_s, "flat");
        QVERIFY(table);
        const cel::Subject nobody;
        RowTranslator translator(nobody, RowTranslator::Purpose::Validate);
        translator.truthOf(matchOf(condition.toStdString()));
        QStringList problems = translator.problems();
        for (const Predicate &predicate : translator.used())
            problems += data::whyNotAsked(predicate, *table).value_or(QString());
        problems.removeAll(QString());
        QVERIFY(!problems.isEmpty());
    }

    /// However long the lists are: what a policy holds is refused when it is written, what users bring along fails.
    void boundsWhatIsAsked()
    {
        const auto listOf = [](int count) {
            std::string list = "['x'";
            for (int i = 1; i < count; ++i)
                list += ",'x'";
            return list + "]";
        };
        const auto problemsOf = [](const std::string &text) {
            const cel::Subject nobody;
            RowTranslator translator(nobody, RowTranslator::Purpose::Validate);
            translator.truthOf(matchOf(text));
            return translator.problems().size();
        };
        const auto pairs = [](const std::string &list) {
            return list + ".exists(x, " + list + ".exists(y, R.attr.text == x && R.attr.other == y))";
        };
        QCOMPARE(problemsOf("R.attr.text in " + listOf(500)), 0);
        QCOMPARE(problemsOf("R.attr.text in " + listOf(501)), 1);
        QCOMPARE(problemsOf("hasIntersection(R.attr.tags, " + listOf(501) + ")"), 1);
        QCOMPARE(problemsOf(listOf(501) + ".all(x, R.attr.text != x)"), 1);
        QCOMPARE(problemsOf(pairs(listOf(40))), 0);
        QCOMPARE(problemsOf(pairs(listOf(50))), 1);
        QCOMPARE(problemsOf(pairs("P.attr.many")), 0);

        json::Array many;
        for (int i = 0; i < 500; ++i)
            many.emplace_back("x");
        json::Object attributes;
        attributes.set("many", std::move(many));
        json::Object principal;
        principal.set("attr", std::move(attributes));
        const json::Value whole = std::move(principal);
        const cel::Subject subject{&whole, &m_kind, nullptr, 0};
        for (const std::string &text :
             {pairs("P.attr.many"),
              std::string("P.attr.many.all(x, P.attr.many.all(y, R.attr.text == P.attr.nope))")}) {
            RowTranslator translator(subject);
            QVERIFY2(translator.truthOf(matchOf(text)).isFailure(), text.c_str());
        }
    }

    void acceptsWhatCanBeAsked()
    {
        const test::TestSite &instance = m_sites.on(u"sqlite"_s);
        const auto catalogue = test::expectValue(m_catalogues.current(instance.site()));
        const auto table = catalogue->table(u"rows"_s, "flat");
        RandomConditions conditions(3);
        for (int i = 0; i < 300; ++i) {
            const std::string text = conditions.next();
            const cel::Subject nobody;
            RowTranslator translator(nobody, RowTranslator::Purpose::Validate);
            translator.truthOf(matchOf(text));
            QVERIFY2(translator.problems().isEmpty(), text.c_str());
            for (const Predicate &predicate : translator.used()) {
                const auto problem = data::whyNotAsked(predicate, *table);
                QVERIFY2(!problem, qPrintable(QString::fromStdString(text) + problem.value_or(QString())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicyRows)
#include "tst_policyrows.moc"
