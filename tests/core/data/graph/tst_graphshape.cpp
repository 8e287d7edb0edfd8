// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphshape.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

/// Nodes "a", "b", ... with their names as rows, and edges written as "lower type upper".
Neighbourhood graphOf(int nodes, const QStringList &edges)
{
    Neighbourhood graph;
    for (int i = 0; i < nodes; ++i) {
        const char name = char('a' + i);
        graph.addNode(std::string(1, name), QByteArray(R"({"id":")") + name + R"("})");
    }
    for (const QString &edge : edges) {
        const QStringList parts = edge.split(u' ');
        graph.addEdge({*graph.find(parts[0].toStdString()), *graph.find(parts[2].toStdString()), parts[1].toStdString(),
                       '"' + edge.toUtf8() + '"'});
    }
    graph.sortSteps();
    return graph;
}

Graph typed()
{
    Graph graph;
    graph.types = {{"boss", "team", {}, {}, {}}, {"tutor", {}, {}, {}, {}}};
    return graph;
}

GraphRequest asking(std::vector<Way> ways, int depth = GraphRequest::usualDeepest, std::vector<std::string> types = {})
{
    GraphRequest request;
    request.ways = std::move(ways);
    request.depth = depth;
    request.types = std::move(types);
    return request;
}

enum class Shape { Flat, Tree, Graph };

QByteArray shaped(Shape shape, const Neighbourhood &nodes, const GraphRequest &request, std::size_t start = 0)
{
    const Graph declared = typed();
    GraphShape writes(nodes, declared, request);
    QByteArray out;
    json::Writer writer(out);
    const Result<void> done = shape == Shape::Flat   ? writes.writeFlat(start, writer)
                              : shape == Shape::Tree ? writes.writeTree(start, writer)
                                                     : writes.writeGraph({start}, writer);
    return done ? out : "refused: " + done.error().message.toUtf8();
}

} // namespace

class TestGraphShape : public QObject
{
    Q_OBJECT

private slots:
    void listsEachTypeForItself();
    void listsANodeOnceAtItsSmallestDepth();
    void mixesOnlyTypesThatWereNamed();
    void nestsDescendants();
    void nestsAncestors();
    void endsCirclesWhereANodeRepeats();
    void expandsANodeOnceForEachPath();
    void answersNodesAndEdges();
    void stopsAtTheDepth();
    void refusesWhatIsTooLarge();
};

void TestGraphShape::listsEachTypeForItself()
{
    const Neighbourhood nodes = graphOf(4, {u"b boss a"_s, u"c boss b"_s, u"d tutor c"_s});
    QCOMPARE(shaped(Shape::Flat, nodes, asking({Way::Up, Way::Down}), 1),
             R"({"data":{"id":"b"},"boss":[{"id":"a","_depth":1,"_relationship_type":"boss"}],)"
             R"("team":[{"id":"c","_depth":1,"_relationship_type":"boss"}],"tutor":[],"tutor_descendants":[]})"_ba);
    QCOMPARE(shaped(Shape::Flat, nodes, asking({}), 1), R"({"data":{"id":"b"}})"_ba);
}

void TestGraphShape::listsANodeOnceAtItsSmallestDepth()
{
    const Neighbourhood nodes = graphOf(3, {u"b boss a"_s, u"c boss b"_s, u"c boss a"_s, u"a boss c"_s});
    QCOMPARE(shaped(Shape::Flat, nodes, asking({Way::Down}, 10, {"boss"})),
             R"({"data":{"id":"a"},"team":[{"id":"b","_depth":1,"_relationship_type":"boss"},)"
             R"({"id":"c","_depth":1,"_relationship_type":"boss"}]})"_ba);
}

void TestGraphShape::mixesOnlyTypesThatWereNamed()
{
    const Neighbourhood nodes = graphOf(3, {u"b boss a"_s, u"c tutor b"_s});
    QCOMPARE(shaped(Shape::Flat, nodes, asking({Way::Down})),
             R"({"data":{"id":"a"},"team":[{"id":"b","_depth":1,"_relationship_type":"boss"}],)"
             R"("tutor_descendants":[]})"_ba);
    QCOMPARE(shaped(Shape::Flat, nodes, asking({Way::Down}, 10, {"boss", "tutor"})),
             R"({"data":{"id":"a"},"team":[{"id":"b","_depth":1,"_relationship_type":"boss"}],)"
             R"("tutor_descendants":[{"id":"c","_depth":2,"_relationship_type":"tutor"}]})"_ba);
    QCOMPARE(
        shaped(Shape::Tree, nodes, asking({Way::Down})),
        R"({"id":"a","_depth":0,"children":[{"id":"b","_depth":1,"_relationship_type":"boss","children":[]}]})"_ba);
}

void TestGraphShape::nestsDescendants()
{
    const Neighbourhood nodes = graphOf(3, {u"c boss a"_s, u"b boss a"_s});
    QCOMPARE(shaped(Shape::Tree, nodes, asking({Way::Down})),
             R"({"id":"a","_depth":0,"children":[{"id":"b","_depth":1,"_relationship_type":"boss","children":[]},)"
             R"({"id":"c","_depth":1,"_relationship_type":"boss","children":[]}]})"_ba);
}

void TestGraphShape::nestsAncestors()
{
    const Neighbourhood nodes = graphOf(3, {u"b boss a"_s, u"c boss b"_s});
    QCOMPARE(shaped(Shape::Tree, nodes, asking({Way::Up, Way::Down}), 1),
             R"({"id":"b","_depth":0,"parents":[{"id":"a","_depth":1,"_relationship_type":"boss","parents":[]}],)"
             R"("children":[{"id":"c","_depth":1,"_relationship_type":"boss","children":[]}]})"_ba);
}

void TestGraphShape::endsCirclesWhereANodeRepeats()
{
    const Neighbourhood nodes = graphOf(2, {u"b boss a"_s, u"a boss b"_s});
    QCOMPARE(
        shaped(Shape::Tree, nodes, asking({Way::Down})),
        R"({"id":"a","_depth":0,"children":[{"id":"b","_depth":1,"_relationship_type":"boss","children":[]}]})"_ba);
}

void TestGraphShape::expandsANodeOnceForEachPath()
{
    const Neighbourhood nodes = graphOf(4, {u"b boss a"_s, u"c boss a"_s, u"d boss b"_s, u"d boss c"_s});
    const QByteArray tree = shaped(Shape::Tree, nodes, asking({Way::Down}));
    QCOMPARE(tree.count(R"("id":"d")"), 2);
}

void TestGraphShape::answersNodesAndEdges()
{
    const Neighbourhood nodes = graphOf(4, {u"b boss a"_s, u"c tutor b"_s, u"b tutor a"_s});
    QCOMPARE(shaped(Shape::Graph, nodes, asking({Way::Down})),
             R"({"nodes":[{"id":"a","_depth":0},{"id":"b","_depth":1,"_relationship_type":"boss"},)"
             R"({"id":"c","_depth":2,"_relationship_type":"tutor"}],"edges":["b boss a","c tutor b","b tutor a"]})"_ba);
    QCOMPARE(shaped(Shape::Graph, nodes, asking({})), R"({"nodes":[{"id":"a","_depth":0}],"edges":[]})"_ba);
}

void TestGraphShape::stopsAtTheDepth()
{
    const Neighbourhood nodes = graphOf(3, {u"b boss a"_s, u"c boss b"_s});
    QVERIFY(!shaped(Shape::Flat, nodes, asking({Way::Down}, 1)).contains(R"("c")"));
    QVERIFY(shaped(Shape::Flat, nodes, asking({Way::Down}, 2)).contains(R"("c")"));
    QCOMPARE(shaped(Shape::Tree, nodes, asking({Way::Down}, 0)), R"({"id":"a","_depth":0,"children":[]})"_ba);
}

void TestGraphShape::refusesWhatIsTooLarge()
{
    // Every path counts in a tree: 10 levels of 3 nodes, all of them below each node of the level above.
    QStringList edges;
    for (int level = 0; level < 9; ++level) {
        for (int upper = 0; upper < 3; ++upper) {
            for (int lower = 0; lower < 3; ++lower)
                edges.append(
                    u"%1 boss %2"_s.arg(QChar(u'a' + (level + 1) * 3 + lower)).arg(QChar(u'a' + level * 3 + upper)));
        }
    }
    const Neighbourhood nodes = graphOf(30, edges);
    QVERIFY(shaped(Shape::Tree, nodes, asking({Way::Down})).startsWith("refused"));
    QVERIFY(shaped(Shape::Graph, nodes, asking({Way::Down})).startsWith("{"));
}

QTEST_GUILESS_MAIN(TestGraphShape)
#include "tst_graphshape.moc"
