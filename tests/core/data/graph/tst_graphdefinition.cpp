// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphdefinition.h"

#include "core/data/definition/tabledefinition.h"
#include "core/data/graph/edgestable.h"
#include "core/json/reader.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::data;
using namespace Qt::StringLiterals;

namespace {

Result<TableDefinition> parse(const QByteArray &keys, const QByteArray &primaryKey = R"(["id"])")
{
    const QByteArray text =
        R"({"fields":[{"name":"id","type":"string"},{"name":"up","type":"string"},{"name":"n","type":"integer"},)"
        R"({"name":"b","type":"string","format":"binary"}],"primaryKey":)" +
        primaryKey + "," + keys + "}";
    const Result<json::Value> value = json::read({text.constData(), std::size_t(text.size())});
    if (!value)
        qFatal("not JSON: %s", text.constData());
    return TableDefinition::parse(u"shop"_s, "rooms", *value);
}

Table tableOf(const QByteArray &keys)
{
    Result<TableDefinition> result = parse(keys);
    if (!result)
        qFatal("refused: %s: %s", keys.constData(), qPrintable(result.error().message));
    return std::move(result->table);
}

const QByteArray upKey = R"("foreignKeys":[{"fields":"up","reference":{"resource":"","fields":"id"}}],)";

} // namespace

class TestGraphDefinition : public QObject
{
    Q_OBJECT

private slots:
    void readsHierarchies_data();
    void readsHierarchies();
    void readsTypes();
    void readsShortTypes();
    void readsSelfReferences();
    void refuses_data();
    void refuses();
    void definesTheCompanion();
};

void TestGraphDefinition::readsHierarchies_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<bool>("declared");
    QTest::newRow("true") << QByteArray(R"("hierarchy":true)") << true;
    QTest::newRow("object") << QByteArray(R"("hierarchy":{})") << true;
    QTest::newRow("enabled") << QByteArray(R"("hierarchy":{"enabled":true})") << true;
    QTest::newRow("with a graph without types") << QByteArray(R"("hierarchy":true,"graph":{"types":[]})") << true;
    QTest::newRow("with a disabled graph") << QByteArray(R"("hierarchy":true,"graph":{"enabled":false})") << true;
    QTest::newRow("false") << QByteArray(R"("hierarchy":false)") << false;
    QTest::newRow("null") << QByteArray(R"("hierarchy":null)") << false;
    QTest::newRow("disabled") << QByteArray(R"("hierarchy":{"enabled":false})") << false;
    QTest::newRow("disabled graph") << QByteArray(R"("graph":{"enabled":false,"types":[{"name":"a"}]})") << false;
}

void TestGraphDefinition::readsHierarchies()
{
    QFETCH(QByteArray, keys);
    QFETCH(bool, declared);
    const Table table = tableOf(keys);
    QCOMPARE(table.graph != nullptr, declared);
    QCOMPARE(edgestable::isWantedBy(table), declared);
    if (!declared)
        return;
    QVERIFY(table.graph->isPlainHierarchy);
    QCOMPARE(table.graph->typeNames(), std::vector<std::string>{"parent"});
    QCOMPARE(table.graph->types.front().descendantsName(), std::string("children"));
    QCOMPARE(table.graph->types.front().maxOutgoing, std::optional<std::int64_t>(1));
}

void TestGraphDefinition::readsTypes()
{
    const Table table = tableOf(R"("hierarchy":true,"graph":{"types":[
        {"name":"tutor","inverse":"pupils","constraints":{"max_incoming":3},
         "metadata":{"fields":[{"name":"since","type":"date"}]}},
        {"name":"friend","constraints":{"max_outgoing":null}}]})");
    QVERIFY(!table.graph->isPlainHierarchy);
    QCOMPARE(table.graph->types.size(), std::size_t(2));
    const EdgeType &tutor = *table.graph->type("tutor");
    QCOMPARE(tutor.descendantsName(), std::string("pupils"));
    QCOMPARE(tutor.maxIncoming, std::optional<std::int64_t>(3));
    QCOMPARE(tutor.maxOutgoing, std::optional<std::int64_t>());
    QCOMPARE(tutor.metadata.front().type, ColumnType::Date);
    QCOMPARE(table.graph->type("friend")->descendantsName(), std::string("friend_descendants"));
    QVERIFY(!table.graph->type("nobody"));
}

void TestGraphDefinition::readsShortTypes()
{
    const Table table = tableOf(R"("graph":{"enabled":true,"edge_types":["a","b"]})");
    QCOMPARE(table.graph->typeNames(), (std::vector<std::string>{"a", "b"}));
    QVERIFY(tableOf(R"("graph":{})").graph->types.empty());
}

void TestGraphDefinition::readsSelfReferences()
{
    const Table table = tableOf(upKey + R"("hierarchy":{"enabled":true,"self_reference":"up"})");
    QCOMPARE(table.graph->selfReference, std::optional<std::size_t>(1));
    QVERIFY(!edgestable::isWantedBy(table));
}

void TestGraphDefinition::refuses_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QByteArray &keys, const char *path) {
        QTest::newRow(name) << keys << u"json_schema."_s + QString::fromLatin1(path);
    };
    const auto type = [&](const char *name, const QByteArray &type, const char *path) {
        row(name, R"("graph":{"types":[)" + type + "]}", path);
    };
    row("hierarchy of another type", R"("hierarchy":"yes")", "hierarchy");
    row("enabled of another type", R"("hierarchy":{"enabled":1})", "hierarchy.enabled");
    row("graph of another type", R"("graph":true)", "graph");
    row("graph enabled of another type", R"("graph":{"enabled":"no"})", "graph.enabled");
    row("types of another type", R"("graph":{"types":{}})", "graph.types");
    row("short types of another type", R"("graph":{"edge_types":"a"})", "graph.edge_types");
    type("type of another type", "7", "graph.types.0");
    type("no name", "{}", "graph.types.0.name");
    type("large letters", R"({"name":"Tutor"})", "graph.types.0.name");
    type("leading digit", R"({"name":"1st"})", "graph.types.0.name");
    type("quotes", R"({"name":"a'b"})", "graph.types.0.name");
    type("long name", R"({"name":")" + QByteArray(51, 'a') + R"("})", "graph.types.0.name");
    type("called data", R"({"name":"data"})", "graph.types.0.name");
    type("inverse called data", R"({"name":"a","inverse":"data"})", "graph.types.0.inverse");
    type("empty inverse", R"({"name":"a","inverse":""})", "graph.types.0.inverse");
    type("inverse of another type", R"({"name":"a","inverse":[]})", "graph.types.0.inverse");
    type("name twice", R"({"name":"a","inverse":"x"},{"name":"a","inverse":"y"})", "graph.types.1.name");
    type("inverse twice", R"({"name":"a","inverse":"x"},{"name":"b","inverse":"x"})", "graph.types.1.inverse");
    type("inverse is a name", R"({"name":"a","inverse":"b"},{"name":"b"})", "graph.types.1.name");
    type("constraints of another type", R"({"name":"a","constraints":[]})", "graph.types.0.constraints");
    type("limit of nothing", R"({"name":"a","constraints":{"max_outgoing":0}})",
         "graph.types.0.constraints.max_outgoing");
    type("limit of another type", R"({"name":"a","constraints":{"max_incoming":"2"}})",
         "graph.types.0.constraints.max_incoming");
    type("metadata of another type", R"({"name":"a","metadata":[]})", "graph.types.0.metadata");
    type("metadata field of no type", R"({"name":"a","metadata":{"fields":[{"name":"x","type":"nothing"}]}})",
         "graph.types.0.metadata.fields.0.type");
    type("metadata field twice", R"({"name":"a","metadata":{"fields":[{"name":"x"},{"name":"x"}]}})",
         "graph.types.0.metadata.fields.1.name");
    type("description of another type", R"({"name":"a","description":1})", "graph.types.0.description");
    row("self reference to no field", R"("hierarchy":{"self_reference":"nowhere"})", "hierarchy.self_reference");
    row("self reference without a key", R"("hierarchy":{"self_reference":"up"})", "hierarchy.self_reference");
    row("self reference of another type", R"("hierarchy":{"self_reference":1})", "hierarchy.self_reference");
    row("self reference with types", upKey + R"("hierarchy":{"self_reference":"up"},"graph":{"types":["a"]})",
        "hierarchy.self_reference");
}

void TestGraphDefinition::refuses()
{
    QFETCH(QByteArray, keys);
    QFETCH(QString, path);
    const auto refused = parse(keys);
    QVERIFY(!refused);
    QStringList paths;
    for (const FieldError &field : refused.error().fields)
        paths.append(field.path);
    QCOMPARE(paths, QStringList{path});
}

void TestGraphDefinition::definesTheCompanion()
{
    QCOMPARE(parse(R"("hierarchy":true)", R"(["id","n"])").error().fields.front().path, u"json_schema.hierarchy"_s);
    QCOMPARE(parse(R"("graph":{})", R"(["b"])").error().fields.front().path, u"json_schema.graph"_s);

    const Table rooms = tableOf(R"("hierarchy":true)");
    const Result<TableDefinition> edges =
        TableDefinition::parse(u"shop"_s, edgestable::name(rooms.name), edgestable::definition(rooms),
                               JsonPath(u"json_schema"_s), DefinitionSource::Server);
    QVERIFY(edges.has_value());
    QVERIFY(edgestable::isOne(edges->table));
    QVERIFY(!edgestable::isOne(rooms));
    QCOMPARE(edges->table.name, std::string("rooms_edges"));
    QCOMPARE(edges->table.column("from_id")->type, ColumnType::Uuid);
    QCOMPARE(edges->table.foreignKeys.size(), std::size_t(2));
    QCOMPARE(edges->table.foreignKeys.front().onDelete, OnDelete::Cascade);
    // Who is not the server makes none.
    QVERIFY(!edgestable::isOne(TableDefinition::parse(u"shop"_s, "own", edgestable::definition(rooms))->table));
}

QTEST_GUILESS_MAIN(TestGraphDefinition)
#include "tst_graphdefinition.moc"
