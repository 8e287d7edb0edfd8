// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/graph/graph.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>

#include <atomic>
#include <functional>
#include <thread>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *tables = R"json({"name": "house", "resources": [
    {"name": "rooms", "hierarchy": true, "schema": {
        "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"}},
    {"name": "people", "schema": {
        "fields": [{"name": "id", "type": "integer"}], "primaryKey": "id",
        "graph": {"types": [{"name": "boss", "constraints": {"max_outgoing": 1}},
                            {"name": "tutor", "constraints": {"max_incoming": 2}}]}}},
    {"name": "folders", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "parent_id", "type": "integer"}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": "parent_id", "reference": {"resource": "", "fields": "id"}}],
        "hierarchy": {"self_reference": "parent_id"}}}]})json";

constexpr int nodes = 24;

class EveryoneEvaluator : public access::Evaluator
{
public:
    access::Decision decide(const Site &, const SitePrincipal &, access::Action,
                            const access::ResourceKind &) const override
    {
        return access::Decision::always({u"test"_s, u"test"_s, {}});
    }
};

using Write = std::function<Later<data::Written>()>;

/// Writes that are done by several threads at once: on PostgreSQL on two servers, on SQLite on one.
class Crowd
{
public:
    explicit Crowd(const test::TestSite &instance, const QString &app)
        : m_app(app)
        , m_access(m_catalogues, m_evaluator, instance.clock())
        , m_sites{instance.site()}
    {
        instance.define(instance.site(), app, tables);
        if (instance.site().space().dialect() == sql::Dialect::Postgres)
            m_sites.push_back(instance.siteOfAnotherServer());
        for (const Site &site : m_sites)
            test::expectValue(m_catalogues.refresh(site));
        QByteArray rows;
        for (int node = 1; node <= nodes; ++node)
            rows += R"({"id":)" + QByteArray::number(node) + "},";
        rows.chop(1);
        for (const char *table : {"rooms", "people", "folders"})
            test::expectValue(m_writes.create(caller(table), parsed('[' + rows + ']')).wait());
    }

    void link(const char *table, int from, int to, const char *type)
    {
        const QByteArray body = R"({"from_id":)" + QByteArray::number(from) + R"(,"to_id":)" + QByteArray::number(to) +
                                R"(,"type":")" + type + R"("})";
        m_pending.push_back(
            [this, caller = caller(table), body = parsed(body)] { return m_writes.create(caller, body); });
    }
    void move(int folder, int parent)
    {
        const QByteArray body = R"({"parent_id":)" + QByteArray::number(parent) + "}";
        m_pending.push_back([this, folder, caller = caller("folders"), body = parsed(body)] {
            return m_writes.update(caller, QString::number(folder), body);
        });
    }

    /// How many were done; others were refused for what the graph allows.
    int done()
    {
        std::atomic<std::size_t> next = 0;
        std::atomic<int> done = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < m_pending.size(); i = next++)
                done += isDone(m_pending[i]().wait()) ? 1 : 0;
        };
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i)
                threads.emplace_back(work);
        }
        m_pending.clear();
        return done;
    }

    std::int64_t count(const char *table, const QString &column, int value)
    {
        return test::expectValue(m_reads.list(caller(table), {{column, QString::number(value)}})).total;
    }

private:
    static bool isDone(const Result<data::Written> &written)
    {
        if (!written && written.error().code != ErrorCode::Conflict && written.error().code != ErrorCode::Validation)
            qFatal("%s", qUtf8Printable(written.error().message + written.error().cause));
        return written.has_value();
    }
    static json::Value parsed(const QByteArray &text) { return test::expectValue(json::read(text.toStdString())); }

    /// Of each server in turn.
    data::RowCaller caller(const char *table)
    {
        const Site &site = m_sites[m_turn++ % m_sites.size()];
        return {site, test::TestSite::administrator(site), m_app, QString::fromLatin1(table)};
    }

    const QString m_app;
    const EveryoneEvaluator m_evaluator{};
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
    std::vector<Site> m_sites;
    std::size_t m_turn = 0;
    std::vector<Write> m_pending;
};

} // namespace

/// Writers that race for what a graph allows only once: one of them wins.
class TestGraphRaces : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    Crowd crowd()
    {
        QFETCH(QString, engine);
        return Crowd(m_sites.on(engine), u"crowd%1"_s.arg(++m_apps));
    }

private slots:
    void limitsHold_data() { test::engineRows(); }
    void limitsHold();
    void nobodyHasTwoParents_data() { test::engineRows(); }
    void nobodyHasTwoParents();
    void nobodyIsAboveItself_data() { test::engineRows(); }
    void nobodyIsAboveItself();
    void noFolderIsAboveItself_data() { test::engineRows(); }
    void noFolderIsAboveItself();
};

void TestGraphRaces::limitsHold()
{
    Crowd crowd = this->crowd();
    for (int node = 1; node <= 6; ++node) {
        for (int other = 7; other <= nodes; ++other)
            crowd.link("people_edges", node, other, "boss");
        QCOMPARE(crowd.done(), 1);
        QCOMPARE(crowd.count("people_edges", u"from_id"_s, node), 1);
    }
    for (int node = 1; node <= 6; ++node) {
        for (int other = 7; other <= nodes; ++other)
            crowd.link("people_edges", other, node, "tutor");
        QCOMPARE(crowd.done(), 2);
        QCOMPARE(crowd.count("people_edges", u"to_id"_s, node), 2);
    }
}

void TestGraphRaces::nobodyHasTwoParents()
{
    Crowd crowd = this->crowd();
    for (int node = 1; node <= 6; ++node) {
        for (int other = 7; other <= nodes; ++other)
            crowd.link("rooms_edges", node, other, "parent");
        QCOMPARE(crowd.done(), 1);
        QCOMPARE(crowd.count("rooms_edges", u"from_id"_s, node), 1);
    }
}

/// Each edge of a ring is harmless while another one is missing.
void TestGraphRaces::nobodyIsAboveItself()
{
    Crowd crowd = this->crowd();
    for (int node = 1; node <= nodes; node += 2) {
        crowd.link("rooms_edges", node, node + 1, "parent");
        crowd.link("rooms_edges", node + 1, node, "parent");
    }
    QCOMPARE(crowd.done(), nodes / 2);

    Crowd ring = this->crowd();
    for (int node = 1; node <= nodes; ++node)
        ring.link("rooms_edges", node, node % nodes + 1, "parent");
    QCOMPARE(ring.done(), nodes - 1);
}

void TestGraphRaces::noFolderIsAboveItself()
{
    Crowd crowd = this->crowd();
    for (int folder = 1; folder <= nodes; folder += 2) {
        crowd.move(folder, folder + 1);
        crowd.move(folder + 1, folder);
    }
    QCOMPARE(crowd.done(), nodes / 2);

    Crowd ring = this->crowd();
    for (int folder = 1; folder <= nodes; ++folder)
        ring.move(folder, folder % nodes + 1);
    QCOMPARE(ring.done(), nodes - 1);
}

QTEST_GUILESS_MAIN(TestGraphRaces)
#include "tst_graphraces.moc"
