// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
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

constexpr const char *library = R"json({"name": "library", "resources": [
    {"name": "shelves", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}],
        "primaryKey": "id"}},
    {"name": "books", "schema": {
        "fields": [{"name": "id", "type": "integer"},
                   {"name": "title", "type": "string", "constraints": {"required": true, "unique": true}},
                   {"name": "shelf_id", "type": "integer"},
                   {"name": "price", "type": "number"},
                   {"name": "after_id", "type": "integer"}],
        "primaryKey": "id",
        "foreignKeys": [
            {"fields": "shelf_id", "reference": {"resource": "shelves", "fields": "id"}},
            {"fields": "after_id", "reference": {"resource": "", "fields": "id"}}]}},
    {"name": "loans", "schema": {
        "fields": [{"name": "reader", "type": "string"}, {"name": "day", "type": "date"},
                   {"name": "note", "type": "string"}],
        "primaryKey": ["reader", "day"]}}]})json";

/// Says for each action what the test sets, and yes otherwise.
class ScriptedEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, access::Action action,
                    const access::ResourceKind &) const override
    {
        const auto found = decisions.find(action);
        return found == decisions.end() ? Decision::always(because) : found->second;
    }

    std::map<access::Action, Decision> decisions;
};

Result<QByteArray> rowsOf(Result<data::Written> written)
{
    return TRY(std::move(written)).rows;
}

Result<std::int64_t> countOf(Result<data::Written> written)
{
    return TRY(std::move(written)).count;
}

Decision everySecond()
{
    return Decision::when(Predicate::compare(Predicate::Kind::Equal,
                                             Predicate::modulo(Predicate::column("id"), Predicate::literal(2)),
                                             Predicate::literal(0)),
                          because);
}

/// Rows of an app's tables as one test uses them.
class Library
{
public:
    Library(const test::TestSite &instance, const QString &app)
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, evaluator, m_instance.clock())
    {
        m_instance.define(m_instance.site(), app, library);
        m_instance.define(m_instance.otherSite(), app, library);
    }

    data::RowCaller caller(const QString &table) const { return callerOn(m_instance.site(), table); }
    data::RowCaller otherCaller(const QString &table) const { return callerOn(m_instance.otherSite(), table); }

    Result<QByteArray> create(const QString &table, const char *body) const
    {
        return m_writes.create(caller(table), test::expectValue(json::read(body))).map(rowsOf).wait();
    }
    Result<QByteArray> update(const QString &table, const QString &id, const char *body) const
    {
        return m_writes.update(caller(table), id, test::expectValue(json::read(body))).map(rowsOf).wait();
    }
    Result<data::Written> updateMany(const QString &table, const char *body) const
    {
        return m_writes.updateMany(caller(table), test::expectValue(json::read(body))).wait();
    }
    Result<QByteArray> read(const QString &table, const QString &id) const
    {
        return m_reads.read(caller(table), id, {}).map([](const data::TaggedRow &row) { return row.text; });
    }
    Result<data::RowPage> list(const QString &table, const QString &query = {}) const
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        return m_reads.list(caller(table), {items.begin(), items.end()});
    }
    Result<std::int64_t> remove(const QString &table, const QString &id) const
    {
        return m_writes.remove(caller(table), id).map(countOf).wait();
    }
    Result<std::int64_t> removeMany(const QString &table, const QString &ids) const
    {
        return m_writes.removeMany(caller(table), ids).map(countOf).wait();
    }
    /// The titles of all books, by id.
    QByteArray titles() const { return test::expectValue(list(u"books"_s, u"fields=title"_s)).rows; }

    const data::RowReads &reads() const { return m_reads; }
    const data::RowWrites &writes() const { return m_writes; }
    ScriptedEvaluator evaluator;

private:
    data::RowCaller callerOn(const Site &site, const QString &table) const
    {
        return {site, test::TestSite::administrator(site), m_app, table};
    }

    const test::TestSite &m_instance;
    const QString m_app;
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
};

constexpr const char *sixBooks = R"([{"title": "a"}, {"title": "b"}, {"title": "c"}, {"title": "d"}, {"title": "e"},
                                     {"title": "f"}])";

} // namespace

class TestRows : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    /// Sites are made once per engine; each test has an app of its own on them.
    Library newLibrary(const QString &engine) { return {m_sites.on(engine), u"library-%1"_s.arg(++m_apps)}; }

private slots:
    void createsAndReads_data() { test::engineRows(); }
    void createsAndReads()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        const QByteArray created = R"({"id":1,"title":"Sea","shelf_id":null,"price":0.1,"after_id":null})";
        QCOMPARE(library.create(u"books"_s, R"({"title": "Sea", "price": "0.10"})"), created);
        QCOMPARE(library.read(u"books"_s, u"1"_s), created);
        const QByteArray all = "[" + created + "]";
        QCOMPARE(library.list(u"books"_s)->rows, all);

        QCOMPARE(library.read(u"books"_s, u"2"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(library.read(u"books"_s, u"one"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(library.read(u"films"_s, u"1"_s).error().code, ErrorCode::NotFound);
    }

    void leavesOtherSitesAlone_data() { test::engineRows(); }
    void leavesOtherSitesAlone()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, sixBooks));
        const data::RowCaller other = library.otherCaller(u"books"_s);
        QCOMPARE(library.reads().list(other, {})->total, 0);
        QCOMPARE(library.reads().read(other, u"1"_s, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(library.writes().removeMany(other, u"1,2,3"_s).wait()->count, 0);
        QCOMPARE(library.list(u"books"_s)->total, 6);
    }

    void pagesAndCounts_data() { test::engineRows(); }
    void pagesAndCounts()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, sixBooks));
        const auto page = [&](const char *query) {
            return test::expectValue(library.list(u"books"_s, QString::fromLatin1(query) + u"&fields=id"_s));
        };
        QCOMPARE(page("page=2&page_size=4").rows, QByteArray(R"([{"id":5},{"id":6}])"));
        QCOMPARE(page("page=2&page_size=4").total, 6);
        QCOMPARE(page("page=1&page_size=4").total, 6);
        QCOMPARE(page("page=1&page_size=6").total, 6);
        QCOMPARE(page("page=9&page_size=4").total, 6);
        QCOMPARE(page("page=9&page_size=4").rows, QByteArray("[]"));
        QCOMPARE(page("page=9223372036854775807").rows, QByteArray("[]"));
        QCOMPARE(page("_start=1&_end=2").rows, QByteArray(R"([{"id":2}])"));
        QCOMPARE(page("limit=1&offset=5").rows, QByteArray(R"([{"id":6}])"));
        QCOMPARE(page("_count=true").total, 6);
        QCOMPARE(page("_count=true").rows, QByteArray("[]"));
        QCOMPARE(page("id__gt=2&_count=true").total, 4);
    }

    void honoursAHidingDecision_data() { test::engineRows(); }
    void honoursAHidingDecision()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, sixBooks));
        library.evaluator.decisions[access::Action::Read] = everySecond();

        QCOMPARE(library.list(u"books"_s, u"fields=id"_s)->rows, QByteArray(R"([{"id":2},{"id":4},{"id":6}])"));
        QCOMPARE(library.list(u"books"_s, u"page_size=1"_s)->total, 3);
        QCOMPARE(library.list(u"books"_s, u"_count=true"_s)->total, 3);
        QVERIFY(library.read(u"books"_s, u"2"_s));
        QCOMPARE(library.read(u"books"_s, u"1"_s).error().code, ErrorCode::NotFound);
        QVERIFY(library.update(u"books"_s, u"2"_s, R"({"title": "B"})"));
        QCOMPARE(library.update(u"books"_s, u"1"_s, R"({"title": "A"})").error().code, ErrorCode::NotFound);
        QCOMPARE(library.updateMany(u"books"_s, R"([{"id": 2, "title": "x"}, {"id": 3, "title": "y"}])").error().code,
                 ErrorCode::NotFound);
        QCOMPARE(library.remove(u"books"_s, u"1"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(library.removeMany(u"books"_s, u"1,3,4"_s), 1);

        library.evaluator.decisions.clear();
        QCOMPARE(library.titles(), QByteArray(R"([{"id":1,"title":"a"},{"id":2,"title":"B"},{"id":3,"title":"c"},)"
                                              R"({"id":5,"title":"e"},{"id":6,"title":"f"}])"));
    }

    void refusesVisibleRowsThatMayNotChange_data() { test::engineRows(); }
    void refusesVisibleRowsThatMayNotChange()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, sixBooks));
        library.evaluator.decisions[access::Action::Update] = everySecond();
        library.evaluator.decisions[access::Action::Delete] = everySecond();
        library.evaluator.decisions[access::Action::Create] = everySecond();

        QVERIFY(library.update(u"books"_s, u"2"_s, R"({"title": "B"})"));
        QCOMPARE(library.update(u"books"_s, u"1"_s, R"({"title": "A"})").error().code, ErrorCode::Forbidden);
        QCOMPARE(library.updateMany(u"books"_s, R"([{"id": 2, "title": "x"}, {"id": 3, "title": "y"}])").error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(library.remove(u"books"_s, u"1"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.removeMany(u"books"_s, u"2,3"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.removeMany(u"books"_s, u"4,44"_s), 1);
        QCOMPARE(library.create(u"books"_s, R"({"id": 7, "title": "g"})").error().code, ErrorCode::Forbidden);
        QCOMPARE(library.create(u"books"_s, R"([{"id": 8, "title": "h"}, {"id": 9, "title": "i"}])").error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(library.titles(), QByteArray(R"([{"id":1,"title":"a"},{"id":2,"title":"B"},{"id":3,"title":"c"},)"
                                              R"({"id":5,"title":"e"},{"id":6,"title":"f"}])"));
    }

    void checksTheNewValuesToo_data() { test::engineRows(); }
    void checksTheNewValuesToo()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, R"({"title": "a", "price": 1})"));
        library.evaluator.decisions[access::Action::Update] = Decision::when(
            Predicate::compare(Predicate::Kind::Equal, Predicate::column("title"), Predicate::literal("a")), because);
        QVERIFY(library.update(u"books"_s, u"1"_s, R"({"price": 2})"));
        QCOMPARE(library.update(u"books"_s, u"1"_s, R"({"title": "b"})").error().code, ErrorCode::Forbidden);
        QCOMPARE(library.titles(), QByteArray(R"([{"id":1,"title":"a"}])"));
    }

    void refusesWhatIsNeverAllowed_data() { test::engineRows(); }
    void refusesWhatIsNeverAllowed()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, sixBooks));
        for (const access::Action action : {access::Action::Create, access::Action::Update, access::Action::Delete})
            library.evaluator.decisions[action] = Decision::never(because);
        QCOMPARE(library.create(u"books"_s, R"({"title": "x"})").error().code, ErrorCode::Forbidden);
        QCOMPARE(library.update(u"books"_s, u"1"_s, "{}").error().code, ErrorCode::Forbidden);
        QCOMPARE(library.remove(u"books"_s, u"1"_s).error().code, ErrorCode::Forbidden);
        library.evaluator.decisions[access::Action::Read] = Decision::never(because);
        QCOMPARE(library.list(u"books"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.read(u"books"_s, u"1"_s).error().code, ErrorCode::Forbidden);
    }

    void namesTheFieldsOfViolations_data() { test::engineRows(); }
    void namesTheFieldsOfViolations()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"shelves"_s, R"({"name": "A"})"));
        QVERIFY(library.create(u"books"_s, R"([{"title": "a"}, {"title": "b"}])"));
        const auto compare = [](const auto &result, ErrorCode code, const char *field) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, code);
            QCOMPARE(result.error().fields.size(), std::size_t(1));
            QCOMPARE(result.error().fields.front().path, QString::fromLatin1(field));
        };
        compare(library.create(u"books"_s, R"({"title": "a"})"), ErrorCode::Conflict, "title");
        compare(library.create(u"books"_s, R"({"id": 1, "title": "x"})"), ErrorCode::Conflict, "id");
        compare(library.create(u"books"_s, R"([{"title": "x"}, {"title": "a"}])"), ErrorCode::Conflict, "1.title");
        compare(library.create(u"books"_s, R"([{"title": "x"}, {"title": "x"}])"), ErrorCode::Conflict, "1.title");
        compare(library.update(u"books"_s, u"1"_s, R"({"title": "b"})"), ErrorCode::Conflict, "title");
        compare(library.updateMany(u"books"_s, R"([{"id": 2, "price": 1}, {"id": 1, "title": "b"}])"),
                ErrorCode::Conflict, "1.title");
        compare(library.create(u"books"_s, R"({"title": "x", "shelf_id": 9})"), ErrorCode::Validation, "shelf_id");
        compare(library.create(u"books"_s, R"([{"title": "x"}, {"title": "y", "shelf_id": 9}])"), ErrorCode::Validation,
                "1.shelf_id");
        compare(library.update(u"books"_s, u"1"_s, R"({"shelf_id": 9})"), ErrorCode::Validation, "shelf_id");
        compare(library.updateMany(u"books"_s, R"([{"id": 2, "shelf_id": 1}, {"id": 1, "shelf_id": 9}])"),
                ErrorCode::Validation, "1.shelf_id");
        QCOMPARE(library.titles(), QByteArray(R"([{"id":1,"title":"a"},{"id":2,"title":"b"}])"));
    }

    void keepsReferencedRows_data() { test::engineRows(); }
    void keepsReferencedRows()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"shelves"_s, R"([{"name": "A"}, {"name": "B"}])"));
        QVERIFY(library.create(u"books"_s, R"({"title": "a", "shelf_id": 1})"));
        QCOMPARE(library.remove(u"shelves"_s, u"1"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(library.removeMany(u"shelves"_s, u"1,2"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(library.list(u"shelves"_s)->total, 2);
        QCOMPARE(library.remove(u"shelves"_s, u"2"_s), 1);
    }

    void acceptsReferencesWithinOneBody_data() { test::engineRows(); }
    void acceptsReferencesWithinOneBody()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, R"([{"id": 1, "title": "a", "after_id": 2}, {"id": 2, "title": "b"}])"));
        const auto wrong = library.create(
            u"books"_s, R"([{"id": 3, "title": "c", "after_id": 4}, {"id": 4, "title": "d", "after_id": 9}])");
        QCOMPARE(wrong.error().fields.size(), std::size_t(1));
        QCOMPARE(wrong.error().fields.front().path, u"1.after_id"_s);
    }

    void continuesBehindExplicitKeys_data() { test::engineRows(); }
    void continuesBehindExplicitKeys()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        const auto idOf = [](const Result<QByteArray> &row) {
            return test::expectValue(json::read(test::expectValue(row).toStdString()))["id"].integer().value_or(-1);
        };
        QCOMPARE(idOf(library.create(u"books"_s, R"({"id": 1, "title": "a"})")), 1);
        QCOMPARE(idOf(library.create(u"books"_s, R"({"title": "b"})")), 2);
        QVERIFY(library.create(u"books"_s, R"([{"id": 40, "title": "c"}, {"title": "d"}, {"id": 5, "title": "e"}])"));
        QCOMPARE(idOf(library.create(u"books"_s, R"({"title": "f"})")), 42);
    }

    void updatesOneAndMany_data() { test::engineRows(); }
    void updatesOneAndMany()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"books"_s, R"([{"title": "a", "price": 1}, {"title": "b", "price": 2}])"));
        QCOMPARE(library.update(u"books"_s, u"1"_s, R"({"price": null})"),
                 QByteArray(R"({"id":1,"title":"a","shelf_id":null,"price":null,"after_id":null})"));
        QVERIFY(library.update(u"books"_s, u"1"_s, R"({"id": 1})"));
        QVERIFY(library.update(u"books"_s, u"1"_s, "{}"));
        QCOMPARE(library.update(u"books"_s, u"1"_s, R"({"id": 2})").error().code, ErrorCode::Validation);
        QCOMPARE(library.update(u"books"_s, u"7"_s, "{}").error().code, ErrorCode::NotFound);

        const auto updated = library.updateMany(u"books"_s, R"([{"id": 2, "title": "B"}, {"id": 1, "price": 3}])");
        QCOMPARE(updated->count, 2);
        QCOMPARE(updated->rows, QByteArray(R"([{"id":2,"title":"B","shelf_id":null,"price":2,"after_id":null},)"
                                           R"({"id":1,"title":"a","shelf_id":null,"price":3,"after_id":null}])"));
        const auto unknown = library.updateMany(u"books"_s, R"([{"id": 2, "title": "x"}, {"id": 8}, {"id": 9}])");
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QVERIFY(unknown.error().message.contains(u"8; 9"_s));
        QCOMPARE(library.titles(), QByteArray(R"([{"id":1,"title":"a"},{"id":2,"title":"B"}])"));
    }

    void worksWithCompositeKeys_data() { test::engineRows(); }
    void worksWithCompositeKeys()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QVERIFY(library.create(u"loans"_s, R"([{"reader": "a,b", "day": "2024-01-01"},
            {"reader": "kim", "day": "2024-01-01"}, {"reader": "kim", "day": "2024-01-02"}])"));
        QVERIFY(library.read(u"loans"_s, u"a%2Cb,2024-01-01"_s));
        QVERIFY(library.update(u"loans"_s, u"kim,2024-01-02"_s, R"({"note": "late"})"));
        QCOMPARE(library.updateMany(u"loans"_s, R"([{"reader": "kim", "day": "2024-01-01", "note": "n"}])")->count, 1);
        QCOMPARE(library.updateMany(u"loans"_s, R"([{"reader": "kim", "note": "n"}])").error().fields.front().path,
                 u"0.day"_s);
        QCOMPARE(library.removeMany(u"loans"_s, u"kim,2024-01-01,kim,2024-01-02,lee,2024-01-01"_s), 2);
        QCOMPARE(library.list(u"loans"_s)->total, 1);
        QCOMPARE(library.remove(u"loans"_s, u"a%2Cb,2024-01-01"_s), 1);
    }

    void writesAThousandRowsAtOnce_data() { test::engineRows(); }
    void writesAThousandRowsAtOnce()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        QByteArray body = "[";
        for (int i = 1; i <= 1000; ++i)
            body += (i == 1 ? "" : ",") + QByteArray(R"({"title":"book )") + QByteArray::number(i) + "\"}";
        const auto created = library.create(u"books"_s, (body + "]").constData());
        QVERIFY(created);
        const json::Value rows = test::expectValue(json::read(created->toStdString()));
        QCOMPARE(rows.array().size(), std::size_t(1000));
        QCOMPARE(rows.at(999)["title"].text(), u"book 1000"_s);
        QCOMPARE(rows.at(999)["id"].integer(), 1000);
        QStringList ids;
        for (int i = 1; i <= 1000; i += 2)
            ids.append(QString::number(i));
        QCOMPARE(library.removeMany(u"books"_s, ids.join(u',')), 500);
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
