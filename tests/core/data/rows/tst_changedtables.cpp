// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"

#include "core/data/schema/tableservice.h"
#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *before = R"({"name": "shop", "resources": [{"name": "things", "schema": {"primaryKey": "id",
    "fields": [{"name": "id", "type": "integer"}, {"name": "size", "type": "string"},
               {"name": "colour", "type": "string"}]}}]})";
constexpr const char *after = R"({"name": "shop", "resources": [{"name": "things", "schema": {"primaryKey": "id",
    "fields": [{"name": "id", "type": "integer"}, {"name": "size", "type": "integer"}]}}]})";

/// The same columns, so that statements read as before.
constexpr const char *retyped = R"({"name": "shop", "resources": [{"name": "things", "schema": {"primaryKey": "id",
    "fields": [{"name": "id", "type": "integer"}, {"name": "size", "type": "integer"},
               {"name": "colour", "type": "string"}]}}]})";

/// A site with a table that this server knows, having used it.
struct Place
{
    explicit Place(const QString &engine)
        : instance(engine)
    {
        instance.define(instance.site(), u"shop"_s, before);
        test::expectValue(create(R"({"size": "1", "colour": "red"})"));
        QCOMPARE(list(), QByteArray(R"([{"id":1,"size":"1","colour":"red"}])"));
    }

    /// As another server would; this one is not told.
    void exchangeTheTable() const
    {
        const Site site = instance.siteOfAnotherServer();
        const SitePrincipal who = test::TestSite::administrator(site);
        const data::TableService tables(instance.clock());
        test::expectValue(tables.drop(site, who, u"shop"_s, u"things"_s, data::DropKind::Refuse));
        auto drafts = test::expectValue(data::readDataPackage(u"shop"_s, test::expectValue(json::read(after))));
        test::expectValue(tables.define(site, who, u"shop"_s, std::move(drafts), data::SchemaFlags()));
    }

    /// As another server with connections of its own would: the texts become numbers.
    void changeTheType() const
    {
        const Site site = instance.siteOfAnotherServer();
        const SitePrincipal who = test::TestSite::administrator(site);
        auto drafts = test::expectValue(data::readDataPackage(u"shop"_s, test::expectValue(json::read(retyped))));
        test::expectValue(data::TableService(instance.clock())
                              .define(site, who, u"shop"_s, std::move(drafts), {.loss = data::DataLoss::Allow}));
    }

    data::RowCaller caller() const
    {
        return {instance.site(), test::TestSite::administrator(instance.site()), u"shop"_s, u"things"_s};
    }
    Result<QByteArray> create(const char *body) const
    {
        return writes.create(caller(), test::expectValue(json::read(body)))
            .map([](Result<data::Written> written) -> Result<QByteArray> { return TRY(std::move(written)).rows; })
            .wait();
    }
    QByteArray find() const { return test::expectValue(reads.list(caller(), {{u"size"_s, u"1"_s}})).rows; }
    QByteArray list() const { return test::expectValue(reads.list(caller(), {})).rows; }

    const test::TestSite instance;
    const data::CatalogueStore catalogues{};
    const access::SignedInEvaluator evaluator{};
    const data::RowAccess rowAccess{catalogues, evaluator, instance.clock()};
    const data::RowReads reads{rowAccess};
    const data::RowWrites writes{rowAccess};
};

} // namespace

/// What becomes of requests for rows whose table another server has changed a moment before.
class TestChangedTables : public QObject
{
    Q_OBJECT

private slots:
    void aReadThatFailsOnItRunsOnceMore_data() { test::engineRows(); }
    void aReadThatFailsOnItRunsOnceMore()
    {
        QFETCH(QString, engine);
        const Place place(engine);
        place.exchangeTheTable();
        QCOMPARE(place.list(), QByteArray("[]"));
    }

    /// The text of the old table would be taken by the new one on SQLite, which asks for no types.
    void aWritePlansAgainInItsTransaction_data() { test::engineRows(); }
    void aWritePlansAgainInItsTransaction()
    {
        QFETCH(QString, engine);
        const Place place(engine);
        place.exchangeTheTable();
        QCOMPARE(test::expectValue(place.create(R"({"size": "5"})")), QByteArray(R"({"id":1,"size":5})"));
    }

    /// On SQLite no other server has the site.
    void aWriteFollowsATypeThatHasChanged()
    {
        const Place place(u"postgres"_s);
        place.changeTheType();
        QCOMPARE(test::expectValue(place.create(R"({"size": "5", "colour": "blue"})")),
                 QByteArray(R"({"id":2,"size":5,"colour":"blue"})"));
        QCOMPARE(place.list(), QByteArray(R"([{"id":1,"size":1,"colour":"red"},{"id":2,"size":5,"colour":"blue"}])"));
    }

    void aReadFollowsATypeThatHasChanged()
    {
        const Place place(u"postgres"_s);
        // Several connections that know the statement.
        const Result<int> held = place.instance.site().read([&](sql::Session &) -> Result<int> {
            place.find();
            return place.instance.site().read([&](sql::Session &) -> Result<int> {
                place.find();
                return 0;
            });
        });
        QVERIFY(held);
        place.changeTheType();
        const Result<int> read = place.instance.site().read([&](sql::Session &) -> Result<int> {
            place.find();
            return 0;
        });
        QVERIFY(read);
        QCOMPARE(place.find(), QByteArray(R"([{"id":1,"size":1,"colour":"red"}])"));
        QCOMPARE(place.list(), QByteArray(R"([{"id":1,"size":1,"colour":"red"}])"));
    }
};

QTEST_GUILESS_MAIN(TestChangedTables)
#include "tst_changedtables.moc"
