// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

constexpr const char *library = R"json({"name": "library", "resources": [
    {"name": "shelves", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "code", "type": "string"}], "primaryKey": "id"}},
    {"name": "books", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "shelf_id", "type": "integer"}], "primaryKey": "id",
        "foreignKeys": [{"fields": "shelf_id", "reference": {"resource": "shelves"}}]}},
    {"name": "tags", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "label", "type": "string"}], "primaryKey": "id"}},
    {"name": "books_tags", "schema": {
        "fields": [{"name": "book_id", "type": "integer"}, {"name": "tag_id", "type": "integer"}],
        "primaryKey": ["book_id", "tag_id"],
        "foreignKeys": [{"fields": "book_id", "reference": {"resource": "books"}},
                        {"fields": "tag_id", "reference": {"resource": "tags"}}]}},
    {"name": "priced", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "price", "type": "number"}], "primaryKey": "id",
        "foreignKeys": [{"fields": "price", "reference": {"resource": "prices"}}]}},
    {"name": "prices", "schema": {
        "fields": [{"name": "price", "type": "number"}, {"name": "at", "type": "datetime"}], "primaryKey": "price"}},
    {"name": "moments", "schema": {
        "fields": [{"name": "at", "type": "datetime"}, {"name": "note", "type": "string"}], "primaryKey": "at"}},
    {"name": "timed", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "at", "type": "datetime"}], "primaryKey": "id",
        "foreignKeys": [{"fields": "at", "reference": {"resource": "moments"}}]}},
    {"name": "hashes", "schema": {
        "fields": [{"name": "hash", "type": "string", "format": "binary"}, {"name": "part", "type": "boolean"}],
        "primaryKey": ["hash", "part"]}},
    {"name": "files", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "hash", "type": "string", "format": "binary"},
                   {"name": "part", "type": "boolean"}],
        "primaryKey": "id",
        "foreignKeys": [{"fields": ["hash", "part"], "reference": {"resource": "hashes"}}]}}]})json";

/// Says of each table what the test sets, and yes of others.
class TableEvaluator : public access::Evaluator
{
public:
    Decision decide(const Site &, const SitePrincipal &, access::Action,
                    const access::ResourceKind &what) const override
    {
        const auto found = decisions.find(what.kind);
        return found == decisions.end() ? Decision::always(because) : found->second;
    }

    std::map<QString, Decision> decisions;
};

Decision withId(int id)
{
    return Decision::when(Predicate::compare(Predicate::Kind::Equal, Predicate::column("id"), Predicate::literal(id)),
                          because);
}

class Library
{
public:
    Library(const test::TestSite &instance, const QString &app)
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, evaluator, m_instance.clock())
    {
        m_instance.define(m_instance.site(), app, library);
    }

    void add(const QString &table, const char *rows) const
    {
        test::expectValue(m_writes.create(caller(table), test::expectValue(json::read(rows))).wait());
    }
    void addAll() const
    {
        add(u"shelves"_s, R"([{"code": "A"}, {"code": "B"}])");
        add(u"books"_s, R"([{"shelf_id": 1}, {"shelf_id": 2}])");
        add(u"tags"_s, R"([{"label": "rare"}, {"label": "old"}])");
        add(u"books_tags"_s,
            R"([{"book_id": 1, "tag_id": 1}, {"book_id": 1, "tag_id": 2}, {"book_id": 2, "tag_id": 2}])");
    }
    Result<QByteArray> list(const QString &table, const QString &query) const
    {
        const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
        return m_reads.list(caller(table), {items.begin(), items.end()}).map([](const data::RowPage &page) {
            return page.rows;
        });
    }
    Result<std::int64_t> removeWhere(const QString &table, const QString &filter) const
    {
        return TRY(m_writes.removeWhere(caller(table), filter).wait()).count;
    }

    TableEvaluator evaluator;

private:
    data::RowCaller caller(const QString &table) const
    {
        return {m_instance.site(), test::TestSite::administrator(m_instance.site()), m_app, table};
    }

    const test::TestSite &m_instance;
    const QString m_app;
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
};

} // namespace

/// What access control hides stays hidden on the way through relations, and keys of every kind find their rows.
class TestRelatedRows : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    Library newLibrary(const QString &engine) { return {m_sites.on(engine), u"related-%1"_s.arg(++m_apps)}; }

private slots:
    void hidesRelatedRows_data() { test::engineRows(); }
    void hidesRelatedRows()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        library.addAll();
        library.evaluator.decisions[u"datatable:shelves"_s] = withId(1);
        QCOMPARE(library.list(u"books"_s, u"shelf.code__in=A,B&fields=id"_s), R"([{"id":1}])");
        QCOMPARE(library.list(u"books"_s, u"populate=shelf&fields=id"_s),
                 R"([{"id":1,"shelf":{"id":1,"code":"A"}},{"id":2,"shelf":null}])");
        QCOMPARE(library.list(u"books"_s, u"populate=shelf_id&fields=shelf_id,shelf_id.code"_s),
                 R"([{"id":1,"shelf_id":{"id":1,"code":"A"}},{"id":2,"shelf_id":null}])");
        // B would come first descending; hidden it counts as null, which does too.
        QCOMPARE(library.list(u"books"_s, u"ordering=-shelf.code&fields=id"_s), R"([{"id":2},{"id":1}])");
        QCOMPARE(library.list(u"books"_s, u"ordering=shelf.code&fields=id"_s), R"([{"id":1},{"id":2}])");
        QCOMPARE(library.removeWhere(u"books_tags"_s, uR"({"book.shelf.code": "B"})"_s), 0);
    }

    void hidesWhatJunctionsLeadTo_data() { test::engineRows(); }
    void hidesWhatJunctionsLeadTo()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        library.addAll();
        library.evaluator.decisions[u"datatable:tags"_s] = withId(2);
        QCOMPARE(library.list(u"books"_s, u"tags.label=rare"_s), "[]");
        QCOMPARE(library.list(u"books"_s, u"populate=tags&fields=id,tags.id"_s),
                 R"([{"id":1,"tags":[{"id":2}]},{"id":2,"tags":[{"id":2}]}])");

        const Predicate firstBook =
            Predicate::compare(Predicate::Kind::Equal, Predicate::column("book_id"), Predicate::literal(1));
        library.evaluator.decisions[u"datatable:books_tags"_s] = Decision::when(firstBook, because);
        QCOMPARE(library.list(u"books"_s, u"tags.label=old&fields=id"_s), R"([{"id":1}])");
        QCOMPARE(library.list(u"books"_s, u"populate=tags&fields=id,tags.id"_s),
                 R"([{"id":1,"tags":[{"id":2}]},{"id":2,"tags":[]}])");
    }

    void refusesTablesThatMayNotBeRead_data() { test::engineRows(); }
    void refusesTablesThatMayNotBeRead()
    {
        QFETCH(QString, engine);
        Library library = newLibrary(engine);
        library.addAll();
        library.evaluator.decisions[u"datatable:shelves"_s] = Decision::never(because);
        QCOMPARE(library.list(u"books"_s, u"shelf.code=A"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.list(u"books"_s, u"ordering=shelf.code"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.removeWhere(u"books"_s, uR"({"shelf.code": "A"})"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(library.list(u"books"_s, u"populate=shelf&fields=id&id=1"_s), R"([{"id":1,"shelf":null}])");
    }

    void findsRowsByKeysOfAnyType_data() { test::engineRows(); }
    void findsRowsByKeysOfAnyType()
    {
        QFETCH(QString, engine);
        const Library library = newLibrary(engine);
        library.add(u"prices"_s, R"([{"price": 0.10, "at": "2026-01-05T09:00:00Z"}, {"price": 2}])");
        library.add(u"priced"_s, R"([{"price": 0.1}, {"price": 2.00}, {"price": null}])");
        QCOMPARE(library.list(u"priced"_s, u"populate=prices,price&fields=id,price.at"_s).error().fields.size(), 1U);
        QCOMPARE(library.list(u"priced"_s, u"populate=price&fields=id,price.at"_s),
                 R"([{"id":1,"price":{"price":0.1,"at":"2026-01-05T09:00:00Z"}},)"
                 R"({"id":2,"price":{"price":2,"at":null}},{"id":3,"price":null}])");
        QCOMPARE(library.list(u"prices"_s, u"populate=priced&fields=priced.id"_s),
                 R"([{"price":0.1,"priced":[{"id":1}]},{"price":2,"priced":[{"id":2}]}])");

        library.add(u"moments"_s, R"([{"at": "2026-01-05T09:00:00.5Z", "note": "a"}, {"at": "2026-01-05T09:00:00Z"}])");
        library.add(u"timed"_s, R"([{"at": "2026-01-05T10:00:00.500000+01:00"}, {"at": "2026-01-05T09:00:00Z"}])");
        QCOMPARE(library.list(u"timed"_s, u"populate=at&fields=id,at.note"_s),
                 R"([{"id":1,"at":{"at":"2026-01-05T09:00:00.500000Z","note":"a"}},)"
                 R"({"id":2,"at":{"at":"2026-01-05T09:00:00Z","note":null}}])");

        library.add(u"hashes"_s, R"([{"hash": "AAE=", "part": true}, {"hash": "AAE=", "part": false}])");
        library.add(u"files"_s, R"([{"hash": "AAE=", "part": true}, {"hash": "AAE=", "part": null}])");
        QCOMPARE(library.list(u"files"_s, u"populate=hashes&fields=id"_s),
                 R"([{"id":1,"hashes":{"hash":"AAE=","part":true}},{"id":2,"hashes":null}])");
        QCOMPARE(library.list(u"files"_s, u"hashes.part=true&fields=id"_s), R"([{"id":1}])");
        QCOMPARE(library.list(u"hashes"_s, u"populate=files&fields=files.id"_s),
                 R"([{"hash":"AAE=","part":false,"files":[]},{"hash":"AAE=","part":true,"files":[{"id":1}]}])");
    }
};

QTEST_GUILESS_MAIN(TestRelatedRows)
#include "tst_relatedrows.moc"
