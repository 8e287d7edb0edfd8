// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/edgeaccess.h"

#include "core/data/rows/rowbatch.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "tests/support/testreason.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Action;
using access::Decision;
using access::Predicate;
using test::because;

namespace {

constexpr const char *tables = R"json({"name": "house", "resources": [
    {"name": "rooms", "schema": {"fields": [{"name": "id", "type": "integer"}], "primaryKey": "id",
        "graph": {"enabled": true}}}]})json";

/// Yes to everything, but for what a test says of an action on a table.
class ActionEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, Action action, const access::ResourceKind &what) const override
    {
        const auto found = decisions.find({what.kind, action});
        return found == decisions.end() ? Decision::always(because) : found->second;
    }

    std::map<std::pair<QString, Action>, Decision> decisions;
};

Decision idsBelow(int limit)
{
    return Decision::when(Predicate::compare(Predicate::Kind::Less, Predicate::column("id"), Predicate::literal(limit)),
                          because);
}

const QString rooms = u"datatable:rooms"_s;
const QString edges = u"datatable:rooms_edges"_s;

/// Four rooms, and doors from 1 to 2, from 3 to 2 and from 4 to 3.
class Rooms
{
public:
    Rooms(const test::TestSite &instance, const QString &app)
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, evaluator, m_instance.clock())
    {
        m_instance.define(m_instance.site(), app, tables);
        test::expectValue(m_writes.create(caller(u"rooms"_s), parsed(R"([{}, {}, {}, {}])")).wait());
        test::expectValue(add(R"([{"from": 1, "to": 2, "type": "door"}, {"from": 3, "to": 2, "type": "door"},
                                  {"from": 4, "to": 3, "type": "door"}])"));
    }

    Result<data::Written> add(const char *body, const data::WriteOptions &options = {}) const
    {
        return m_writes.create(caller(u"rooms_edges"_s), parsed(body), options).wait();
    }
    Result<data::Written> update(const QString &id, const char *body) const
    {
        return m_writes.update(caller(u"rooms_edges"_s), id, parsed(body)).wait();
    }
    Result<data::Written> upsert(const char *body) const
    {
        const data::UpsertOptions options{.uniqueFields = {u"from_id"_s, u"to_id"_s, u"type"_s}};
        return m_writes.upsert(caller(u"rooms_edges"_s), parsed(body), options).wait();
    }
    Result<data::Written> remove(const QString &id) const
    {
        return m_writes.remove(caller(u"rooms_edges"_s), id).wait();
    }
    Result<data::Written> removeMany(const QStringList &ids) const
    {
        return m_writes.removeMany(caller(u"rooms_edges"_s), ids.join(u',')).wait();
    }
    Result<data::Written> removeWhere(const QString &filter) const
    {
        return m_writes.removeWhere(caller(u"rooms_edges"_s), filter).wait();
    }
    Result<data::Written> batch(const char *body) const
    {
        return m_batch.run({m_instance.site(), principal(), m_app}, parsed(body)).wait();
    }
    QString edgeFrom(int node) const
    {
        const data::RowPage page = test::expectValue(
            m_reads.list(caller(u"rooms_edges"_s), {{u"from_id"_s, QString::number(node)}, {u"fields"_s, u"id"_s}}));
        return parsed(page.rows.constData()).at(0)["id"].text();
    }
    std::int64_t count() const { return test::expectValue(m_reads.list(caller(u"rooms_edges"_s), {})).total; }

    ActionEvaluator evaluator;

private:
    static json::Value parsed(const char *text) { return test::expectValue(json::read(text)); }
    SitePrincipal principal() const { return test::TestSite::administrator(m_instance.site()); }
    data::RowCaller caller(const QString &table) const { return {m_instance.site(), principal(), m_app, table}; }

    const test::TestSite &m_instance;
    const QString m_app;
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
    const data::RowBatch m_batch{m_access};
};

ErrorCode refusal(const Result<data::Written> &written)
{
    return written ? ErrorCode::Internal : written.error().code;
}

} // namespace

/// Who may write an edge is decided at the node that it leaves, also where it ends up.
class TestEdgeAccess : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    Rooms newRooms()
    {
        QFETCH(QString, engine);
        return Rooms(m_sites.on(engine), u"rooms%1"_s.arg(++m_apps));
    }

private slots:
    void writesNeedUpdateOfTheNodeThatIsLeft_data() { test::engineRows(); }
    void writesNeedUpdateOfTheNodeThatIsLeft();
    void deletesNeedIt_data() { test::engineRows(); }
    void deletesNeedIt();
    void batchesNeedIt_data() { test::engineRows(); }
    void batchesNeedIt();
    void hiddenNodesAreMissing_data() { test::engineRows(); }
    void hiddenNodesAreMissing();
    void whoMayUpdateNothingWritesNothing_data() { test::engineRows(); }
    void whoMayUpdateNothingWritesNothing();
    void aPolicyOfTheEdgesDecidesAlone_data() { test::engineRows(); }
    void aPolicyOfTheEdgesDecidesAlone();
};

void TestEdgeAccess::writesNeedUpdateOfTheNodeThatIsLeft()
{
    Rooms house = newRooms();
    const QString first = house.edgeFrom(1);
    const QString third = house.edgeFrom(3);
    house.evaluator.decisions[{rooms, Action::Update}] = idsBelow(3);

    test::expectValue(house.add(R"({"from": 2, "to": 4, "type": "door"})"));
    QCOMPARE(refusal(house.add(R"({"from": 3, "to": 1, "type": "door"})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.add(R"([{"from": 1, "to": 3, "type": "door"}, {"from": 3, "to": 1, "type": "door"}])")),
             ErrorCode::Forbidden);
    QCOMPARE(house.count(), 4);
    // The log gets to know which decision it was: that on the node, not that on the edge.
    for (const auto &refused : {house.add(R"({"from": 3, "to": 1, "type": "door"})"),
                                house.update(third, R"({"metadata": {"wide": true}})")}) {
        QVERIFY(refused.error().data.contains("reference"));
        QVERIFY2(refused.error().cause.contains(u"\"conditional\""), qPrintable(refused.error().cause));
    }

    test::expectValue(house.update(first, R"({"to": 3})"));
    QCOMPARE(refusal(house.update(first, R"({"from": 4})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.update(third, R"({"metadata": {"wide": true}})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.update(third, R"({"from": 1})")), ErrorCode::Forbidden);

    test::expectValue(house.upsert(R"({"from": 1, "to": 3, "type": "door", "metadata": {"wide": true}})"));
    QCOMPARE(refusal(house.upsert(R"({"from": 3, "to": 2, "type": "door", "metadata": {}})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.upsert(R"({"from": 4, "to": 1, "type": "door"})")), ErrorCode::Forbidden);
    QCOMPARE(house.count(), 4);
}

void TestEdgeAccess::deletesNeedIt()
{
    Rooms house = newRooms();
    const QString first = house.edgeFrom(1);
    const QString third = house.edgeFrom(3);
    house.evaluator.decisions[{rooms, Action::Update}] = idsBelow(3);

    QCOMPARE(refusal(house.remove(third)), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.removeMany({first, third})), ErrorCode::Forbidden);
    QCOMPARE(house.count(), 3);
    QCOMPARE(test::expectValue(house.removeWhere(uR"({"type": "door"})"_s)).count, 1);
    QCOMPARE(house.count(), 2);
    house.evaluator.decisions.clear();
    QCOMPARE(test::expectValue(house.removeMany({first, third})).count, 1);
}

void TestEdgeAccess::batchesNeedIt()
{
    Rooms house = newRooms();
    house.evaluator.decisions[{rooms, Action::Update}] = idsBelow(3);
    QCOMPARE(refusal(house.batch(R"({"operations": [
                 {"op": "create", "table": "rooms_edges", "data": {"from": 2, "to": 1, "type": "door"}},
                 {"op": "create", "table": "rooms_edges", "data": {"from": 4, "to": 1, "type": "door"}}]})")),
             ErrorCode::Forbidden);
    QCOMPARE(refusal(house.batch(R"({"operations": [
                 {"op": "create", "table": "rooms", "data": {}},
                 {"op": "create", "table": "rooms_edges",
                  "data": {"from": {"$ref": "#0.id"}, "to": 1, "type": "door"}}]})")),
             ErrorCode::Forbidden);
    QCOMPARE(house.count(), 3);
}

void TestEdgeAccess::hiddenNodesAreMissing()
{
    Rooms house = newRooms();
    const QString fourth = house.edgeFrom(4);
    house.evaluator.decisions[{rooms, Action::Read}] = idsBelow(4);
    for (const data::NodeCheck check : {data::NodeCheck::Ahead, data::NodeCheck::OnWrite}) {
        data::WriteOptions options;
        options.nodeCheck = check;
        QCOMPARE(refusal(house.add(R"({"from": 1, "to": 4, "type": "door"})", options)), ErrorCode::Validation);
        QCOMPARE(refusal(house.add(R"({"from": 1, "to": 40, "type": "door"})", options)), ErrorCode::Validation);
    }
    QCOMPARE(refusal(house.update(fourth, R"({"metadata": {}})")), ErrorCode::NotFound);
    QCOMPARE(refusal(house.remove(fourth)), ErrorCode::NotFound);
    QCOMPARE(test::expectValue(house.removeMany({fourth})).count, 0);
    house.evaluator.decisions.clear();
    QCOMPARE(house.count(), 3);
}

void TestEdgeAccess::whoMayUpdateNothingWritesNothing()
{
    Rooms house = newRooms();
    const QString first = house.edgeFrom(1);
    house.evaluator.decisions[{rooms, Action::Update}] = Decision::never(because);
    QCOMPARE(refusal(house.add(R"({"from": 2, "to": 1, "type": "door"})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.update(first, R"({"to": 3})")), ErrorCode::Forbidden);
    QCOMPARE(refusal(house.remove(first)), ErrorCode::Forbidden);
    QCOMPARE(house.count(), 3);
}

void TestEdgeAccess::aPolicyOfTheEdgesDecidesAlone()
{
    Rooms house = newRooms();
    const Decision policy = Decision::always({u"policy"_s, u"datatable:rooms_edges:doors"_s, {}});
    house.evaluator.decisions[{rooms, Action::Update}] = Decision::never(because);
    for (const Action action : {Action::Read, Action::Create, Action::Update, Action::Delete})
        house.evaluator.decisions[{edges, action}] = policy;
    test::expectValue(house.add(R"({"from": 4, "to": 1, "type": "door"})"));
    test::expectValue(house.remove(house.edgeFrom(3)));

    house.evaluator.decisions[{edges, Action::Create}] =
        Decision::never({u"policy"_s, u"datatable:rooms_edges:doors"_s, {}});
    QCOMPARE(refusal(house.add(R"({"from": 2, "to": 1, "type": "door"})")), ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(TestEdgeAccess)
#include "tst_edgeaccess.moc"
