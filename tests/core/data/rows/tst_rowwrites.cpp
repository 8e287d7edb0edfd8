// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowbatch.h"
#include "core/data/rows/rowhistory.h"
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/json/reader.h"
#include "tests/support/testreason.h"
#include "tests/support/testsite.h"

#include <QTest>

#include <thread>

using namespace tenantry;
using namespace Qt::StringLiterals;
using access::Action;
using access::Decision;
using access::Predicate;
using data::Written;
using test::because;

namespace {

constexpr const char *shop = R"json({"name": "shop", "resources": [
    {"name": "things", "audit_enabled": true, "schema": {
        "fields": [{"name": "id", "type": "integer"},
                   {"name": "code", "type": "string", "constraints": {"unique": true}},
                   {"name": "size", "type": "integer"}],
        "primaryKey": "id"}}]})json";

/// Says for each action what the test sets, and yes otherwise.
class ScriptedEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, Action action, const access::ResourceKind &) const override
    {
        const auto found = decisions.find(action);
        return found == decisions.end() ? Decision::always(because) : found->second;
    }

    std::map<Action, Decision> decisions;
};

Decision smallOnes()
{
    return Decision::when(Predicate::compare(Predicate::Kind::Less, Predicate::column("size"), Predicate::literal(10)),
                          because);
}

json::Value parsed(const QByteArray &text)
{
    return test::expectValue(json::read(text.toStdString()));
}

/// Rows of an app's table as one test writes them.
class Shop
{
public:
    Shop(const test::TestSite &instance, const QString &app)
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, evaluator, m_instance.clock())
    {
        m_instance.define(m_instance.site(), app, shop);
        test::expectValue(
            writes.create(caller(), parsed(R"([{"code": "a", "size": 1}, {"code": "b", "size": 20}])")).wait());
    }

    data::RowCaller caller() const
    {
        return {m_instance.site(), test::TestSite::administrator(m_instance.site()), m_app, u"things"_s};
    }
    Result<Written> upsert(const QByteArray &body, const QStringList &by = {u"code"_s}) const
    {
        return writes.upsert(caller(), parsed(body), {by}).wait();
    }
    Result<Written> batch(const char *body) const
    {
        const data::RowCaller who = caller();
        return batches.run({who.site, who.principal, who.app}, parsed(body)).wait();
    }
    QByteArray rows() const { return test::expectValue(reads.list(caller(), {{u"fields"_s, u"code,size"_s}})).rows; }

private:
    const test::TestSite &m_instance;
    const QString m_app;
    const data::CatalogueStore m_catalogues{};

public:
    ScriptedEvaluator evaluator;

private:
    const data::RowAccess m_access;

public:
    const data::RowReads reads{m_access};
    const data::RowWrites writes{m_access};
    const data::RowBatch batches{m_access};
    const data::RowHistory histories{m_access};
};

const QByteArray bothRows = R"([{"id":1,"code":"a","size":1},{"id":2,"code":"b","size":20}])";

/// Runs `write` (int) several times at once and counts those that succeed; the codes of the others are in `refusals`.
template<class Write>
int succeeded(Write write, std::vector<ErrorCode> &refusals)
{
    constexpr int writers = 8;
    std::vector<std::optional<Result<Written>>> outcomes(writers);
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&, i] { outcomes[std::size_t(i)] = write(i); });
    for (std::thread &thread : threads)
        thread.join();
    int count = 0;
    for (const auto &outcome : outcomes) {
        if (*outcome)
            ++count;
        else
            refusals.push_back(outcome->error().code);
    }
    return count;
}

} // namespace

/// What writes ask of access control, and what becomes of those that meet.
class TestRowWrites : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    QString newApp() { return u"shop-%1"_s.arg(++m_apps); }

private slots:
    void upsertsAskForWhatTheyComeTo_data() { test::engineRows(); }
    void upsertsAskForWhatTheyComeTo()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        place.evaluator.decisions[Action::Create] = Decision::never(because);
        QVERIFY(place.upsert(R"({"code": "a", "size": 2})"));
        QCOMPARE(place.upsert(R"([{"code": "a", "size": 3}, {"code": "new"}])").error().code, ErrorCode::Forbidden);

        place.evaluator.decisions.clear();
        place.evaluator.decisions[Action::Update] = Decision::never(because);
        QCOMPARE(place.upsert(R"([{"code": "new"}, {"code": "a", "size": 3}])").error().code, ErrorCode::Forbidden);
        place.evaluator.decisions[Action::Create] = Decision::never(because);
        QCOMPARE(place.upsert(R"({"code": "a"})").error().code, ErrorCode::Forbidden);
        QCOMPARE(place.rows(), QByteArray(bothRows).replace("\"size\":1}", "\"size\":2}"));
    }

    /// Neither changed nor shown: it clashes, as with any row that is there.
    void upsertsDoNotFindHiddenRows_data() { test::engineRows(); }
    void upsertsDoNotFindHiddenRows()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        place.evaluator.decisions[Action::Read] = smallOnes();
        const auto refused = place.upsert(R"({"code": "b", "size": 3})");
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(!refused.error().data.contains("20"));
        place.evaluator.decisions.clear();
        QCOMPARE(place.rows(), bothRows);
    }

    void upsertsKeepToWhatIsAllowed_data() { test::engineRows(); }
    void upsertsKeepToWhatIsAllowed()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        place.evaluator.decisions[Action::Update] = smallOnes();
        place.evaluator.decisions[Action::Create] = smallOnes();
        QCOMPARE(place.upsert(R"({"code": "b", "size": 3})").error().code, ErrorCode::Forbidden);
        QCOMPARE(place.upsert(R"({"code": "a", "size": 30})").error().code, ErrorCode::Forbidden);
        QCOMPARE(place.upsert(R"({"code": "c", "size": 30})").error().code, ErrorCode::Forbidden);
        QCOMPARE(place.rows(), bothRows);
        QCOMPARE(place.upsert(R"([{"code": "c", "size": 3}, {"code": "a", "size": 2}])")->count, 2);
    }

    /// One makes the row, the others change it.
    void upsertsOfTheSameRowMeet_data() { test::engineRows(); }
    void upsertsOfTheSameRowMeet()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        std::vector<ErrorCode> refusals;
        const auto write = [&](int i) {
            return place.upsert("[{\"code\": \"new\", \"size\": " + QByteArray::number(i) +
                                "}, {\"code\": \"other\"}]");
        };
        QCOMPARE(succeeded(write, refusals), 8);
        const auto history = test::expectValue(place.histories.list(place.caller(), u"1"_s, {}));
        QCOMPARE(history.total, 1);
        QCOMPARE(test::expectValue(place.reads.list(place.caller(), {{u"_count"_s, u"true"_s}})).total, 4);
    }

    /// All have read the same state; one changes it, the others learn that.
    void writesBoundToAStateDoNotOverwrite_data() { test::engineRows(); }
    void writesBoundToAStateDoNotOverwrite()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        const QByteArray tag = test::expectValue(place.reads.read(place.caller(), u"1"_s, {})).tag;
        const data::RowTags expected{false, {tag}};
        std::vector<ErrorCode> refusals;
        const auto write = [&](int i) {
            const QByteArray body = "{\"size\": " + QByteArray::number(100 + i) + "}";
            return place.writes.update(place.caller(), u"1"_s, parsed(body), {}, expected).wait();
        };
        QCOMPARE(succeeded(write, refusals), 1);
        QCOMPARE(refusals, std::vector<ErrorCode>(7, ErrorCode::PreconditionFailed));
        QCOMPARE(test::expectValue(place.histories.list(place.caller(), u"1"_s, {})).total, 2);
        QCOMPARE(place.writes.remove(place.caller(), u"1"_s, {}, expected).wait().error().code,
                 ErrorCode::PreconditionFailed);
    }

    void batchesAskForEachOperation_data() { test::engineRows(); }
    void batchesAskForEachOperation()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        place.evaluator.decisions[Action::Delete] = Decision::never(because);
        constexpr const char *plain = R"({"operations": [{"op": "create", "table": "things", "data": {"code": "c"}},
                                                         {"op": "delete", "table": "things", "id": 1}]})";
        constexpr const char *referring = R"({"operations": [{"op": "create", "table": "things", "data": {"code": "c"}},
                                             {"op": "delete", "table": "things", "id": {"$ref": "#0.id"}}]})";
        for (const char *body : {plain, referring}) {
            const auto refused = place.batch(body);
            QCOMPARE(refused.error().code, ErrorCode::Forbidden);
            const json::Value data = test::expectValue(json::read(refused.error().data.toStdString()));
            QCOMPARE(data["operation"].integer(), 1);
            QVERIFY(data["reference"].isString());
        }
        place.evaluator.decisions[Action::Delete] = smallOnes();
        QCOMPARE(place.batch(R"({"operations": [{"op": "delete", "table": "things", "ids": [1, 2]}]})").error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(place.rows(), bothRows);
    }

    void hiddenRowsHaveNoHistory_data() { test::engineRows(); }
    void hiddenRowsHaveNoHistory()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        place.evaluator.decisions[Action::Read] = smallOnes();
        QCOMPARE(place.histories.list(place.caller(), u"1"_s, {})->total, 1);
        QCOMPARE(place.histories.list(place.caller(), u"2"_s, {}).error().code, ErrorCode::NotFound);
    }

    void historiesOfDeletedRowsAreForManagers_data() { test::engineRows(); }
    void historiesOfDeletedRowsAreForManagers()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        QVERIFY(place.writes.remove(place.caller(), u"1"_s).wait());
        QCOMPARE(place.histories.list(place.caller(), u"1"_s, {})->total, 2);
        data::RowCaller reader = place.caller();
        reader.principal.superuser = false;
        reader.principal.sitePermissions = {};
        QCOMPARE(place.histories.list(reader, u"1"_s, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(place.histories.list(reader, u"2"_s, {})->total, 1);
    }

    void rehearsalsLeaveNothing_data() { test::engineRows(); }
    void rehearsalsLeaveNothing()
    {
        QFETCH(QString, engine);
        Shop place(m_sites.on(engine), newApp());
        const data::WriteOptions rehearsal{data::WriteMode::Rehearse, {}};
        QCOMPARE(place.writes.removeWhere(place.caller(), u"{\"id__gt\": 0}"_s, rehearsal).wait()->count, 2);
        QCOMPARE(place.writes.update(place.caller(), u"1"_s, parsed(R"({"size": 9})"), rehearsal).wait()->rows,
                 QByteArray(R"({"id":1,"code":"a","size":9})"));
        QCOMPARE(place.rows(), bothRows);
        QCOMPARE(place.histories.list(place.caller(), u"1"_s, {})->total, 1);
    }
};

QTEST_GUILESS_MAIN(TestRowWrites)
#include "tst_rowwrites.moc"
