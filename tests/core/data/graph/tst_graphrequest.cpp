// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphrequest.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

Table people()
{
    Graph graph;
    graph.types = {{"boss", "team", {}, {}, {}}, {"tutor", {}, {}, {}, {}}};
    Table table;
    table.name = "people";
    table.graph = std::make_shared<const Graph>(std::move(graph));
    return table;
}

Table anyTypes()
{
    Table table;
    table.name = "pages";
    table.graph = std::make_shared<const Graph>();
    return table;
}

} // namespace

class TestGraphRequest : public QObject
{
    Q_OBJECT

private slots:
    void isAskedFor_data();
    void isAskedFor();
    void reads();
    void goesAsDeepAsTheDeploymentAllows();
    void takesAnyTypeWhereNoneIsDeclared();
    void refuses_data();
    void refuses();
};

void TestGraphRequest::isAskedFor_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("asked");
    QTest::newRow("include") << u"include"_s << u"both"_s << true;
    QTest::newRow("depth") << u"depth"_s << u"1"_s << true;
    QTest::newRow("tree") << u"format"_s << u"tree"_s << true;
    QTest::newRow("no format") << u"format"_s << u"round"_s << true;
    QTest::newRow("types") << u"relationship_type"_s << u"boss"_s << true;
    QTest::newRow("types, older") << u"graph_types"_s << u"boss"_s << true;
    QTest::newRow("flat") << u"format"_s << u"flat"_s << false;
    QTest::newRow("a column") << u"depth__gt"_s << u"1"_s << false;
}

void TestGraphRequest::isAskedFor()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QTEST(asksForGraph({{u"page"_s, u"1"_s}, {name, value}}), "asked");
}

void TestGraphRequest::reads()
{
    const auto nothing = parseGraphRequest(people(), {{u"depth"_s, u"2"_s}});
    QVERIFY(nothing->ways.empty());
    QCOMPARE(nothing->depth, 2);
    QVERIFY(nothing->format == GraphFormat::Flat);

    const auto tree = parseGraphRequest(people(), {{u"format"_s, u"tree"_s}});
    QVERIFY(tree->ways == std::vector{Way::Down});
    QCOMPARE(tree->depth, GraphRequest::usualDeepest);
    QVERIFY(!tree->mixesTypes());

    const auto all = parseGraphRequest(people(), {{u"format"_s, u"graph"_s},
                                                  {u"include"_s, u"both"_s},
                                                  {u"depth"_s, u"1000"_s},
                                                  {u"relationship_type"_s, u"boss, tutor"_s},
                                                  {u"graph_types"_s, u"boss"_s}});
    QVERIFY(all->format == GraphFormat::Graph);
    QVERIFY(all->walks(Way::Up) && all->walks(Way::Down));
    QCOMPARE(all->depth, GraphRequest::usualDeepest);
    QCOMPARE(all->types, (std::vector<std::string>{"boss", "tutor"}));
    QVERIFY(all->mixesTypes());
}

void TestGraphRequest::goesAsDeepAsTheDeploymentAllows()
{
    const auto depthOf = [](const QString &depth) {
        return parseGraphRequest(people(), {{u"format"_s, u"tree"_s}, {u"depth"_s, depth}}, 12)->depth;
    };
    QCOMPARE(parseGraphRequest(people(), {{u"format"_s, u"tree"_s}}, 12)->depth, 12);
    QCOMPARE(depthOf(u"13"_s), 12);
    QCOMPARE(depthOf(u"12"_s), 12);
    QCOMPARE(depthOf(u"11"_s), 11);
    QCOMPARE(depthOf(u"9223372036854775807"_s), 12);
    const auto refused = parseGraphRequest(people(), {{u"depth"_s, u"x"_s}}, 12);
    QCOMPARE(refused.error().detail, u"More than 12 counts as 12."_s);
}

void TestGraphRequest::takesAnyTypeWhereNoneIsDeclared()
{
    QCOMPARE(parseGraphRequest(anyTypes(), {{u"relationship_type"_s, u"links; to"_s}})->types,
             std::vector<std::string>{"links; to"});
}

void TestGraphRequest::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("format") << u"format"_s << u"round"_s;
    QTest::newRow("include") << u"include"_s << u"all"_s;
    QTest::newRow("depth") << u"depth"_s << u"two"_s;
    QTest::newRow("negative depth") << u"depth"_s << u"-1"_s;
    QTest::newRow("empty depth") << u"depth"_s << QString();
    QTest::newRow("fraction of a depth") << u"depth"_s << u"1.5"_s;
    QTest::newRow("type") << u"relationship_type"_s << u"bos"_s;
    QTest::newRow("one of the types") << u"graph_types"_s << u"boss,friend"_s;
}

void TestGraphRequest::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QCOMPARE(parseGraphRequest(people(), {{name, value}}).error().code, ErrorCode::BadRequest);
    QCOMPARE(parseGraphRequest(Table(), {{name, value}}).error().code, ErrorCode::BadRequest);
}

QTEST_GUILESS_MAIN(TestGraphRequest)
#include "tst_graphrequest.moc"
