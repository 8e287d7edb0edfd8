// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/cel/evaluator.h"
#include "core/access/cel/parser.h"
#include "core/access/cel/resolver.h"
#include "core/access/cel/token.h"
#include "core/base/datetime.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include "tests/support/mutator.h"

#include <QFile>
#include <QTest>

#include <cstdlib>
#include <new>

using namespace tenantry;
using namespace tenantry::access;
using namespace Qt::StringLiterals;

namespace {
thread_local long allocations = 0;
}

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace {

json::Value parsed(std::string_view text)
{
    const Result<json::Value> value = json::read(text);
    if (!value)
        qFatal("%s", qPrintable(value.error().message));
    return *value;
}

std::vector<QByteArray> casesOf(const QString &name)
{
    QFile file(qEnvironmentVariable("TENANTRY_SOURCE") + u"/tests/core/access/cel/"_s + name);
    std::vector<QByteArray> lines;
    if (!file.open(QFile::ReadOnly))
        return lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            lines.push_back(line);
    }
    return lines;
}

std::string repeated(std::string_view part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

} // namespace

/// Expressions of conditions, from their text to what they give.
class TestCel : public QObject
{
    Q_OBJECT

    const json::Value m_principal =
        parsed(R"({"id": "u1", "roles": ["user", "editor"], "attr": {"region": "north", "tags": ["a", "b"]}})");
    const json::Value m_resource = parsed(R"({"kind": "datatable:orders", "id": "7", "attr": {"owner": "u1",
        "amount": 100.5, "exact": 0.1000000000000000000001, "nothing": null, "tags": ["x", "b"],
        "nested": {"list": [{"x": 4}, {"x": 5}]}}})");
    const json::Value m_auxiliary = parsed(R"({"ip": "10.0.0.1"})");
    const cel::Subject m_subject{&m_principal, &m_resource, &m_auxiliary, *parseDateTime("2026-01-02T03:04:05Z")};
    cel::Definitions m_definitions;

    /// What the expression gives as the cases spell it.
    QByteArray outcomeOf(std::string_view text) const
    {
        const Result<cel::Expression> expression = cel::compile(text, m_definitions);
        if (!expression)
            return describe(expression.error().code).status == 400 ? "refused" : "an error of ours";
        cel::Evaluator evaluator(m_subject);
        const cel::Value value = evaluator.evaluate(*expression);
        return value.failed() ? QByteArray("failure") : json::write(value.toJson());
    }

private slots:
    void initTestCase()
    {
        const auto define = [this](const char *name, const char *text) {
            m_definitions.variables.emplace(name, *cel::parse(text));
        };
        define("mine", "R.attr.owner == P.id");
        define("big", "R.attr.amount > C.limit");
        define("tagged", "R.attr.tags.exists(t, t == 'b')");
        define("circle", "V.circle2 && true");
        define("circle2", "V.circle || false");
        m_definitions.constants.emplace("limit", std::make_shared<const json::Value>(100));
    }

    void conforms_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("expected");
        for (const QByteArray &line : casesOf(u"conformance.txt"_s)) {
            const qsizetype arrow = line.lastIndexOf(" => ");
            QVERIFY2(arrow > 0, line.constData());
            QTest::newRow(line.constData()) << line.left(arrow) << line.mid(arrow + 4);
        }
    }

    void conforms()
    {
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, expected);
        const QByteArray outcome = outcomeOf(expression.toStdString());
        if (expected == "failure" || expected == "refused")
            QCOMPARE(outcome, expected);
        else if (outcome != "failure" && outcome != "refused")
            QCOMPARE(json::canonical(parsed(outcome.toStdString())), json::canonical(parsed(expected.toStdString())));
        else
            QCOMPARE(outcome, expected);
    }

    void saysWhere()
    {
        const Result<cel::Expression> wrong = cel::compile("R.attr.owner == P.id && P.nme == 'x'");
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message.contains(u"'nme'"_s), qPrintable(wrong.error().message));
        QVERIFY2(wrong.error().message.endsWith(u"at character 27"_s), qPrintable(wrong.error().message));
    }

    void conditionsAreTrueOrFalse()
    {
        QVERIFY(cel::compileCondition("R.attr.open"));
        QVERIFY(cel::compileCondition("1 == 1"));
        QVERIFY(!cel::compileCondition("1 + 1"));
        QVERIFY(!cel::compileCondition("P.roles"));
    }

    void refusesWhatIsTooLarge()
    {
        QVERIFY(!cel::compile(std::string(cel::longestExpression + 1, ' ')));
        QVERIFY(cel::compile(repeated("(", 30) + "1" + repeated(")", 30)));
        QVERIFY(!cel::compile(repeated("(", 100) + "1" + repeated(")", 100)));
        QVERIFY(!cel::compile(repeated("!", 100) + "true"));
        QVERIFY(!cel::compile(repeated("-", 8'000) + "1"));
        QVERIFY(!cel::compile(repeated("[", 4'000)));
        QVERIFY(!cel::compile("1" + repeated("+1", 100)));
        QVERIFY(!cel::compile("[" + repeated("1,", 3'000) + "1]"));
        QVERIFY(!cel::compile(repeated("[1].all(x, ", 9) + "true" + repeated(")", 9)));
        QVERIFY(cel::compile(repeated("true && ", 500) + "true"));
    }

    /// Each variable is twice the one before it.
    void refusesVariablesThatGrowTooLarge()
    {
        cel::Definitions definitions;
        definitions.variables.emplace("v0", *cel::parse("P.id == 'x'"));
        for (int i = 1; i < 60; ++i) {
            const std::string before = "V.v" + std::to_string(i - 1);
            definitions.variables.emplace("v" + std::to_string(i), *cel::parse(before + " || " + before));
        }
        QVERIFY(cel::compile("V.v3", definitions));
        QVERIFY(!cel::compile("V.v59", definitions));
    }

    void evaluationEnds()
    {
        std::string list = "[0";
        for (int i = 1; i < 300; ++i)
            list += "," + std::to_string(i);
        list += "]";
        QCOMPARE(outcomeOf(list + ".all(x, " + list + ".all(y, " + list + ".all(z, x + y + z >= 0)))"),
                 QByteArray("failure"));
        QCOMPARE(outcomeOf("[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c, "
                           "[1,2,3,4,5,6,7,8,9,10].map(d, [1,2,3,4,5,6,7,8,9,10].map(e, 'aaaaaaaaaaaaaaaa' + "
                           "'aaaaaaaaaaaaaaaa'))))) == []"),
                 QByteArray("failure"));
    }

    /// Once compiled, an expression is asked of row after row.
    void evaluatesWithoutAllocating()
    {
        const Result<cel::Expression> expression =
            cel::compile("R.attr.owner == P.id && R.attr.amount > 10 && 'editor' in P.roles && R.attr.exact < 0.2 && "
                         "R.attr.tags.exists(t, t in P.attr.tags) && R.attr.owner.startsWith('u') && "
                         "(R.attr.nothing < 1 || size(R.attr.tags + ['z']) == 3) && has(R.attr.nested) && "
                         "'a' + R.id == 'a7' && now() > timestamp('2024-01-01T00:00:00Z')",
                         m_definitions);
        QVERIFY(expression);
        long made = 0;
        for (int i = 0; i < 100; ++i) {
            const long before = allocations;
            cel::Evaluator evaluator(m_subject);
            const cel::Value value = evaluator.evaluate(*expression);
            made += allocations - before;
            QVERIFY(value.truth());
        }
        QCOMPARE(made, 0L);
    }

    /// Nothing that conditions have allocates, but patterns that are made while asking.
    void noPartOfTheSubsetAllocates_data() { conforms_data(); }
    void noPartOfTheSubsetAllocates()
    {
        QFETCH(QByteArray, expression);
        const Result<cel::Expression> compiled = cel::compile(expression.toStdString(), m_definitions);
        if (!compiled || expression.contains("matches('a' + "))
            return;
        long made = 0;
        for (int i = 0; i < 3; ++i) { // a pattern makes room for itself when it is first asked
            const long before = allocations;
            cel::Evaluator(m_subject).evaluate(*compiled);
            made = allocations - before;
        }
        QCOMPARE(made, 0L);
    }

    /// Nearly right expressions are an error of the client's or give a value, and never anything else.
    void readsMutations()
    {
        std::vector<QByteArray> texts;
        for (const QByteArray &line : casesOf(u"conformance.txt"_s)) {
            if (!line.endsWith("=> refused"))
                texts.push_back(line.left(line.lastIndexOf(" => ")));
        }
        const int count = test::mutationCount();
        const int seed = test::mutationSeed();
        test::Mutator mutator(std::uint64_t(seed),
                              {"(",    ")",       "[",    "]",        "'",    "\"",   ".",
                               " && ", " || ",    "!",    "-",        "0x",   "1e9",  "9223372036854775807",
                               "P.",   "R.attr.", "has(", ".all(x, ", "x",    "?",    ":",
                               "{",    "}",       "\\u",  "//",       "\xFF", " in ", "''"},
                              "([!-.1 ");
        int compiled = 0;
        for (int i = 0; i < count; ++i) {
            const QByteArray text = mutator.mutated(texts);
            const QByteArray outcome = outcomeOf({text.constData(), std::size_t(text.size())});
            QVERIFY2(outcome != "an error of ours", text.toPercentEncoding().constData());
            compiled += outcome == "refused" ? 0 : 1;
        }
        QVERIFY2(compiled > count / 20, "hardly any expression was accepted");
        QVERIFY2(compiled < count, "every expression was accepted");
    }
};

QTEST_APPLESS_MAIN(TestCel)
#include "tst_cel.moc"
