// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filtertree.h"

#include "tests/support/testtables.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using data::Condition;
using data::Operator;

namespace {

/// The condition in short: "(or state=a (and copies<1))"; operands as they are, negation as '!'.
QString shape(const Condition &condition, const data::Table &table)
{
    QString text = condition.negated ? u"!"_s : QString();
    if (condition.op == Operator::And || condition.op == Operator::Or) {
        text += condition.op == Operator::And ? u"(and"_s : u"(or"_s;
        for (const Condition &part : condition.parts)
            text += u' ' + shape(part, table);
        return text + u')';
    }
    text += QString::fromStdString(table.columns[condition.column].name) + u':' + QString::number(int(condition.op));
    for (const sql::Value &operand : condition.operands) {
        if (const auto *number = std::get_if<std::int64_t>(&operand.data()))
            text += u' ' + QString::number(*number);
        if (const auto *words = std::get_if<std::string>(&operand.data()))
            text += u' ' + QString::fromStdString(*words);
    }
    return text;
}

} // namespace

class TestFilterTree : public QObject
{
    Q_OBJECT

    test::TestTables m_tables;
    std::shared_ptr<const data::Table> m_table = m_tables.add("books", R"({
        "fields": [{"name": "id", "type": "integer"}, {"name": "state", "type": "string"},
                   {"name": "copies", "type": "integer"}, {"name": "tags", "type": "array"}],
        "primaryKey": "id"})");
    data::FilterTree::Problems m_problems;

    Result<Condition> parse(const QString &json)
    {
        m_problems.clear();
        return data::FilterTree(*m_table).parseText(json.toStdString(), u"filters"_s, m_problems);
    }

private slots:
    void readsBothGrammars_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *json, const QString &expected) {
            QTest::newRow(name) << QString::fromUtf8(json) << expected;
        };
        const QString eq = QString::number(int(Operator::Equal));
        const QString lt = QString::number(int(Operator::Less));
        const QString in = QString::number(int(Operator::In));
        const QString null = QString::number(int(Operator::IsNull));
        const QString either = u"(and (or state:%1 out copies:%2 1))"_s.arg(eq, lt);
        row("fields", R"([{"operator":"or","value":[{"field":"state","operator":"eq","value":"out"},
                          {"field":"copies","operator":"lt","value":1}]}])",
            either);
        row("members", R"({"or":[{"state":"out"},{"copies__lt":1}]})", either);
        row("both", R"({"or":[{"state":"out"},{"field":"copies","operator":"lt","value":"1"}]})", either);
        row("a bare leaf", R"([{"field":"state","operator":"eq","value":"out"}])", u"(and state:%1 out)"_s.arg(eq));
        row("several members hold together", R"({"or":[{"state":"a","copies":1},{"id":2}]})",
            u"(and (or (and state:%1 a copies:%1 1) id:%1 2))"_s.arg(eq));
        row("not", R"({"not":{"state":"a"}})", u"(and !(and state:%1 a))"_s.arg(eq));
        row("a list with commas", R"({"state__in":["a,b","c"]})", u"(and state:%1 a,b c)"_s.arg(in));
        row("a list as text", R"({"copies__in":"1,2"})", u"(and copies:%1 1 2)"_s.arg(in));
        row("null", R"({"state":null,"copies__ne":null})", u"(and state:%1 !copies:%1)"_s.arg(null));
        row("one key several times", R"({"copies__lt":[3,2]})", u"(and (and copies:%1 3 copies:%1 2))"_s.arg(lt));
        row("an array column takes an array", R"({"tags":["a"]})", u"(and tags:%1 [\"a\"])"_s.arg(eq));
        row("nothing", "[]", u"(and)"_s);
        row("an empty or", R"({"or":[]})", u"(and)"_s);
        row("an empty part of an or", R"({"or":[{},{"not":{"or":[]}},{"id":1}]})", u"(and (or id:%1 1))"_s.arg(eq));
        row("a filter in a filter", "{\"id\":1,\"filters\":\"[{\\\"copies__lt\\\":1}]\"}",
            u"(and id:%1 1 copies:%2 1)"_s.arg(eq, lt));
    }
    void readsBothGrammars()
    {
        QFETCH(QString, json);
        QFETCH(QString, expected);
        const auto result = parse(json);
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QVERIFY2(m_problems.empty(), m_problems.empty() ? "" : qPrintable(m_problems.front().message));
        QCOMPARE(shape(*result, *m_table), expected);
    }

    void refusesOtherShapes_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no JSON") << u"{"_s;
        QTest::newRow("a text") << u"\"state\""_s;
        QTest::newRow("a list of numbers") << u"[1]"_s;
        QTest::newRow("an operator that joins nothing") << u"[{\"operator\":\"nor\",\"value\":[]}]"_s;
        QTest::newRow("a group of one object") << u"{\"or\":{\"state\":\"a\"}}"_s;
        const auto nested = [](int levels) {
            return u"{\"and\":["_s.repeated(levels) + u"{}"_s + u"]}"_s.repeated(levels);
        };
        QTest::newRow("too deep") << nested(data::FilterTree::deepest);
        QTest::newRow("far too deep") << nested(60);
        QTest::newRow("too many") << u"["_s + u"{\"id\":1},"_s.repeated(100) + u"{\"id\":1}]"_s;
    }
    void refusesOtherShapes()
    {
        QFETCH(QString, json);
        const auto result = parse(json);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadRequest);
        QVERIFY(result.error().message.contains(u"filters"_s));
    }

    void takesAsMuchAsItPromises()
    {
        const QString deep = u"{\"and\":["_s.repeated(9) + u"{}"_s + u"]}"_s.repeated(9);
        QVERIFY(parse(deep));
        QVERIFY(parse(u"["_s + u"{\"id\":1},"_s.repeated(99) + u"{\"id\":1}]"_s));
    }

    void namesEveryProblem()
    {
        QVERIFY(parse(uR"({"or":[{"titel":1},{"id":"x"}],"copies__is":1})"_s));
        QStringList paths;
        for (const FieldError &problem : m_problems)
            paths.append(problem.path);
        QCOMPARE(paths, QStringList({u"filters.titel"_s, u"filters.id"_s, u"filters.copies__is"_s}));
    }
};

QTEST_APPLESS_MAIN(TestFilterTree)
#include "tst_filtertree.moc"
