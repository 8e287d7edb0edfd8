// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"

#include "core/json/reader.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *shop = R"({"name": "shop", "resources": [{"name": "things", "schema": {"primaryKey": "id",
    "fields": [{"name": "id", "type": "integer"}, {"name": "size", "type": "integer"}]}}]})";

struct Place
{
    explicit Place(const QString &engine)
        : instance(engine)
    {
        instance.define(instance.site(), u"shop"_s, shop);
        create(instance.site(), R"([{"size": 1}, {"size": 2}, {"size": 2}])");
    }

    static data::RowCaller caller(const Site &site)
    {
        return {site, test::TestSite::administrator(site), u"shop"_s, u"things"_s};
    }
    void create(const Site &site, const char *body) const
    {
        test::expectValue(writes.create(caller(site), test::expectValue(json::read(body))));
    }
    /// Of a page that is full, so that it has to be counted, or known.
    std::int64_t total(const Site &site, const data::Parameters &parameters = {{u"page_size"_s, u"1"_s}}) const
    {
        return test::expectValue(reads.list(caller(site), parameters)).total;
    }

    const test::TestSite instance;
    const data::CatalogueStore catalogues{};
    const access::SignedInEvaluator evaluator{};
    const data::RowAccess rowAccess{catalogues, evaluator, instance.clock()};
    const data::RowReads reads{rowAccess};
    const data::RowWrites writes{rowAccess};
};

} // namespace

/// Totals that are remembered. That no write makes them out of date is shown by tests/scripts/rows/totals.test.
class TestTotals : public QObject
{
    Q_OBJECT

private slots:
    void writesOfAnotherServerCount()
    {
        const Place place(u"postgres"_s);
        const Site other = place.instance.siteOfAnotherServer();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(place.total(place.instance.site()), 3 + i);
            QCOMPARE(place.total(place.instance.site()), 3 + i);
            place.create(other, R"([{"size": 3}])");
            QCOMPARE(place.total(other), 4 + i);
        }
        QCOMPARE(place.total(place.instance.site()), 6);
    }

    void everyFilterHasItsOwn_data() { test::engineRows(); }
    void everyFilterHasItsOwn()
    {
        QFETCH(QString, engine);
        const Place place(engine);
        const auto ofSize = [&](const QString &size) {
            return place.total(place.instance.site(), {{u"size"_s, size}, {u"page_size"_s, u"1"_s}});
        };
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(ofSize(u"1"_s), 1);
            QCOMPARE(ofSize(u"2"_s), 2);
            QCOMPARE(ofSize(u"3"_s), 0);
            QCOMPARE(place.total(place.instance.site()), 3);
        }
    }

    /// A page beyond the end has nothing to go by but the count.
    void emptyPagesHaveTheTotal_data() { test::engineRows(); }
    void emptyPagesHaveTheTotal()
    {
        QFETCH(QString, engine);
        const Place place(engine);
        const data::Parameters beyond{{u"page_size"_s, u"2"_s}, {u"page"_s, u"9"_s}};
        QCOMPARE(place.total(place.instance.site(), beyond), 3);
        QCOMPARE(place.total(place.instance.site(), beyond), 3);
        place.create(place.instance.site(), R"([{"size": 3}])");
        QCOMPARE(place.total(place.instance.site(), beyond), 4);
    }
};

QTEST_GUILESS_MAIN(TestTotals)
#include "tst_totals.moc"
