// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graphreads.h"

#include "core/data/graph/graphrequest.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "tests/support/testreason.h"
#include "tests/support/testsite.h"

#include <QTest>
#include <QUrlQuery>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Decision;
using access::Predicate;
using test::because;

namespace {

constexpr const char *tables = R"json({"name": "house", "resources": [
    {"name": "rooms", "hierarchy": true, "schema": {
        "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"}},
    {"name": "folders", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "parent_id", "type": "integer"}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": "parent_id", "reference": {"resource": "", "fields": "id"}}],
        "hierarchy": {"self_reference": "parent_id"}}}]})json";

/// Hides the rows with odd keys of all tables of nodes, when told to.
class HidingEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, access::Action action,
                    const access::ResourceKind &resource) const override
    {
        if (!hides || action != access::Action::Read || resource.kind.endsWith(u"_edges"_s))
            return Decision::always(because);
        return Decision::when(Predicate::compare(Predicate::Kind::Equal,
                                                 Predicate::modulo(Predicate::column("id"), Predicate::literal(2)),
                                                 Predicate::literal(0)),
                              because);
    }

    bool hides = false;
};

/// Nodes 1 to `nodes`, in both tables, each below what `parentOf` says.
class House
{
public:
    House(const test::TestSite &instance, const QString &app, int nodes, int (*parentOf)(int))
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, evaluator, m_instance.clock())
    {
        m_instance.define(m_instance.site(), app, tables);
        QByteArray rooms;
        QByteArray edges;
        QByteArray folders;
        for (int node = 1; node <= nodes; ++node) {
            const QByteArray id = QByteArray::number(node);
            const QByteArray parent = QByteArray::number(parentOf(node));
            rooms += R"({"id":)" + id + "},";
            folders += R"({"id":)" + id + R"(,"parent_id":)" + (parentOf(node) > 0 ? parent : "null") + "},";
            if (parentOf(node) > 0)
                edges += R"({"from":)" + id + R"(,"to":)" + parent + "},";
        }
        create(u"rooms"_s, rooms);
        create(u"rooms_edges"_s, edges);
        create(u"folders"_s, folders);
    }

    Result<data::GraphAnswer> list(const QString &table, const QString &query) const
    {
        return m_graphs.list(caller(table), parametersOf(query));
    }
    Result<data::GraphAnswer> read(const QString &table, const QString &id, const QString &query) const
    {
        return m_graphs.read(caller(table), id, parametersOf(query));
    }
    /// Keys of the rows that match, in order.
    QList<int> ids(const QString &table, const QString &query) const
    {
        const QByteArray rows = test::expectValue(m_rows.list(caller(table), parametersOf(query))).rows;
        const json::Value list = test::expectValue(json::read(rows.toStdString()));
        QList<int> found;
        for (const json::Value &row : list.array())
            found.append(int(*row["id"].integer()));
        return found;
    }

    std::int64_t count(const QString &table) const { return test::expectValue(m_rows.list(caller(table), {})).total; }

    void create(const QString &table, QByteArray items) const
    {
        if (items.isEmpty())
            return;
        items.chop(1);
        const json::Value body = test::expectValue(json::read(("[" + items + "]").toStdString()));
        test::expectValue(m_writes.create(caller(table), body).wait());
    }

    const test::TestSite &instance() const { return m_instance; }
    QString app() const { return m_app; }
    HidingEvaluator evaluator;

private:
    static data::Parameters parametersOf(const QString &query)
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        return {items.begin(), items.end()};
    }

    data::RowCaller caller(const QString &table) const
    {
        return {m_instance.site(), test::TestSite::administrator(m_instance.site()), m_app, table};
    }

    const test::TestSite &m_instance;
    const QString m_app;
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_rows{m_access};
    const data::RowWrites m_writes{m_access};
    const data::GraphReads m_graphs{m_access};
};

int above(int node)
{
    return node - 1;
}

/// Five below each.
int fifth(int node)
{
    return node == 1 ? 0 : (node + 3) / 5;
}

const json::Value parsed(const QByteArray &text)
{
    return test::expectValue(json::read(text.toStdString()));
}

int countOf(const json::Value &node)
{
    int count = 1;
    for (const json::Value &child : node["children"].array())
        count += countOf(child);
    return count;
}

} // namespace

class TestGraphReads : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    House house(int nodes, int (*parentOf)(int))
    {
        QFETCH(QString, engine);
        return House(m_sites.on(engine), u"house%1"_s.arg(++m_apps), nodes, parentOf);
    }

private slots:
    void readsAHierarchyOfSomeHundredNodes_data() { test::engineRows(); }
    void readsAHierarchyOfSomeHundredNodes();
    void goesNoDeeperThanTheLimit_data() { test::engineRows(); }
    void goesNoDeeperThanTheLimit();
    void hiddenRowsEndThePath_data() { test::engineRows(); }
    void hiddenRowsEndThePath();
    void refusesTooManyNodes_data() { test::engineRows(); }
    void refusesTooManyNodes();
};

void TestGraphReads::readsAHierarchyOfSomeHundredNodes()
{
    constexpr int nodes = 700;
    const House house = this->house(nodes, fifth);
    QByteArray trees;
    for (const QString &table : {u"rooms"_s, u"folders"_s}) {
        const data::GraphAnswer tree = test::expectValue(house.list(table, u"format=tree&fields=id"_s));
        QCOMPARE(tree.total, std::optional<std::int64_t>(nodes));
        const json::Value roots = parsed(tree.data);
        QCOMPARE(roots.array().size(), std::size_t(1));
        QCOMPARE(countOf(roots.at(0)), nodes);
        QVERIFY(trees.isEmpty() || trees == tree.data);
        trees = tree.data;

        const data::GraphAnswer graph =
            test::expectValue(house.read(table, u"1"_s, u"format=graph&include=descendants&fields=id"_s));
        QCOMPARE(parsed(graph.data)["nodes"].array().size(), std::size_t(nodes));
        QCOMPARE(parsed(graph.data)["edges"].array().size(), std::size_t(nodes - 1));

        const data::GraphAnswer flat = test::expectValue(house.read(table, u"700"_s, u"include=ancestors"_s));
        const json::Value lists = parsed(flat.data);
        QList<int> upward;
        for (const json::Value &row : lists["parent"].array())
            upward.append(int(*row["id"].integer()));
        QList<int> expected;
        for (int node = fifth(700); node > 0; node = fifth(node))
            expected.append(node);
        QCOMPARE(upward, expected);

        std::sort(expected.begin(), expected.end());
        QCOMPARE(house.ids(table, u"id__ancestors=700"_s), expected);
        QCOMPARE(house.ids(table, u"id__descendants=1"_s).size(), nodes - 1);
    }
}

void TestGraphReads::goesNoDeeperThanTheLimit()
{
    const House house = this->house(15, above);
    for (const QString &table : {u"rooms"_s, u"folders"_s}) {
        const data::GraphAnswer tree = test::expectValue(house.list(table, u"format=tree&depth=500"_s));
        QCOMPARE(tree.total, std::optional<std::int64_t>(data::GraphRequest::usualDeepest + 1));
        QCOMPARE(house.ids(table, u"id__descendants=1"_s).size(), data::GraphRequest::usualDeepest);
    }
}

void TestGraphReads::hiddenRowsEndThePath()
{
    // 2 and 4 and 6, below these 7, and 8 below 7: 1 and 7 are hidden, and so are the other odd ones.
    House house = this->house(8, [](int node) {
        constexpr std::array parents{0, 0, 1, 2, 2, 4, 4, 6, 7};
        return parents[std::size_t(node)];
    });
    QCOMPARE(house.count(u"rooms_edges"_s), 7);
    house.evaluator.hides = true;
    QCOMPARE(house.count(u"rooms_edges"_s), 2); // from 4 to 2 and from 6 to 4
    for (const QString &table : {u"rooms"_s, u"folders"_s}) {
        const data::GraphAnswer tree = test::expectValue(house.list(table, u"format=tree&fields=id"_s));
        QCOMPARE(parsed(tree.data).array().size(), std::size_t(2)); // 2 and 8 have nothing above that may be seen
        QCOMPARE(tree.total, std::optional<std::int64_t>(4));
        QCOMPARE(house.ids(table, u"id__descendants=2"_s), (QList<int>{4, 6}));
        QCOMPARE(house.ids(table, u"id__ancestors=8"_s), QList<int>());
        QCOMPARE(house.ids(table, u"id__descendants=7"_s), QList<int>());
        QCOMPARE(house.read(table, u"7"_s, u"include=both"_s).error().code, ErrorCode::NotFound);
        const data::GraphAnswer up = test::expectValue(house.read(table, u"8"_s, u"include=ancestors&fields=id"_s));
        QCOMPARE(parsed(up.data)["parent"].array().size(), std::size_t(0));
        const data::GraphAnswer graph = test::expectValue(house.list(table, u"format=graph&fields=id"_s));
        QCOMPARE(parsed(graph.data)["nodes"].array().size(), std::size_t(4));
        QCOMPARE(parsed(graph.data)["edges"].array().size(), std::size_t(2));
    }
}

void TestGraphReads::refusesTooManyNodes()
{
    const House house = this->house(1, above);
    const std::string table = house.instance().site().space().table(house.app().toStdString() + "_folders");
    const std::string more = "INSERT INTO " + table +
                             " (id, parent_id) WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i "
                             "< 10001) SELECT i, 1 FROM n";
    test::expectValue(house.instance()
                          .site()
                          .write([more](sql::Transaction &transaction) { return transaction.execute(more); })
                          .wait());
    QCOMPARE(house.list(u"folders"_s, u"format=tree"_s).error().code, ErrorCode::BadRequest);
    QCOMPARE(house.read(u"folders"_s, u"1"_s, u"include=descendants"_s).error().code, ErrorCode::BadRequest);
    test::expectValue(house.read(u"folders"_s, u"1"_s, u"include=descendants&depth=0"_s));
    QCOMPARE(house.ids(u"folders"_s, u"id__descendants=1&page=10&page_size=1000"_s).size(), 1000);
}

QTEST_GUILESS_MAIN(TestGraphReads)
#include "tst_graphreads.moc"
