// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgebody.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/json/reader.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

json::Value parsed(const char *text)
{
    Result<json::Value> value = json::read(text);
    if (!value)
        qFatal("not JSON: %s", text);
    return std::move(*value);
}

/// A table of edges as a catalogue holds it.
Table edgesOf(const char *graph)
{
    json::Value definition = parsed(R"({"fields":[{"name":"id","type":"integer"}],"primaryKey":"id"})");
    definition.object()->set("graph", parsed(graph));
    Table nodes = TableDefinition::parse(u"shop"_s, "people", definition)->table;
    Table edges = TableDefinition::parse(u"shop"_s, "people_edges", edgestable::definition(nodes),
                                         JsonPath(u"json_schema"_s), DefinitionSource::Server)
                      ->table;
    edges.nodes = std::make_shared<const Table>(std::move(nodes));
    return edges;
}

} // namespace

class TestEdgeBody : public QObject
{
    Q_OBJECT

private slots:
    void putsIntoColumns_data();
    void putsIntoColumns();
    void leavesAChangeAsItIs();
    void leavesTheTypeOpenWhereThereAreSeveral();
};

void TestEdgeBody::putsIntoColumns_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("read");
    const auto row = [](const char *name, const char *written, const char *read) {
        QTest::newRow(name) << QByteArray(written) << QByteArray(read);
    };
    row("as it is", R"({"from_id":1,"to_id":2,"type":"x","metadata":{"a":1}})",
        R"({"from_id":1,"to_id":2,"type":"x","metadata":{"a":1}})");
    row("from and to", R"({"from":1,"to":2})", R"({"from_id":1,"to_id":2,"metadata":{},"type":"boss"})");
    row("source and target", R"({"source_id":1,"target_id":2,"relationship_type":"x","metadata":null})",
        R"({"from_id":1,"to_id":2,"type":"x","metadata":null})");
    row("columns count more than other names", R"({"from":1,"from_id":3,"to_id":2,"to":4,"type":"x","metadata":{}})",
        R"({"from_id":3,"to_id":2,"type":"x","metadata":{}})");
    row("further keys", R"({"from":1,"to":2,"type":"x","weight":1,"metadata":{"a":1}})",
        R"({"from_id":1,"to_id":2,"type":"x","metadata":{"a":1,"weight":1}})");
    row("further keys beside what is no object", R"({"weight":1,"type":"x","metadata":[1]})",
        R"({"type":"x","metadata":[1]})");
    row("annotations", R"({"_depth":1,"type":"x","metadata":{}})", R"({"_depth":1,"type":"x","metadata":{}})");
    row("several", R"([{"from":1,"type":"x"},7])", R"([{"from_id":1,"type":"x","metadata":{}},7])");
    row("no object", R"("edge")", R"("edge")");
}

void TestEdgeBody::putsIntoColumns()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, read);
    const Table edges = edgesOf(R"({"types":["boss"]})");
    QVERIFY(edgeBody(edges, parsed(written.constData()), EdgeUse::Create) == parsed(read.constData()));
}

void TestEdgeBody::leavesAChangeAsItIs()
{
    const Table edges = edgesOf(R"({"types":["boss"]})");
    QVERIFY(edgeBody(edges, parsed(R"({"to":2})"), EdgeUse::Change) == parsed(R"({"to_id":2})"));
}

void TestEdgeBody::leavesTheTypeOpenWhereThereAreSeveral()
{
    for (const char *graph : {R"({"types":["a","b"]})", "{}"}) {
        const json::Value read = edgeBody(edgesOf(graph), parsed(R"({"from":1})"), EdgeUse::Create);
        QVERIFY(!read.object().contains("type"));
    }
}

QTEST_GUILESS_MAIN(TestEdgeBody)
#include "tst_edgebody.moc"
