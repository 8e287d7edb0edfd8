// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/history.h"

#include "core/sql/origin.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::audit;
using namespace Qt::StringLiterals;
using history::Change;
using test::expectValue;

namespace {

const history::Record lamp{u"thing"_s, u"lamp"_s};
const history::Record chair{u"thing"_s, u"chair"_s};

std::shared_ptr<const sql::Origin> origin(const QString &username, const QString &correlationId)
{
    auto made = std::make_shared<sql::Origin>();
    made->username = username;
    made->correlationId = correlationId;
    return made;
}

history::NewEntry entry(const history::Record &record, Change change, int price, const QString &reason = {})
{
    json::Object fields;
    fields.set("price", price);
    return {record, change, std::move(fields), reason};
}

void add(sql::Database &database, const std::vector<history::NewEntry> &entries,
         std::shared_ptr<const sql::Origin> from = nullptr)
{
    expectValue(database.write([=](sql::Transaction &transaction) {
        transaction.setOrigin(from);
        return history::add(transaction, entries);
    }));
}

Page<history::Entry> listed(sql::Database &database, const history::Record &record, const history::Query &query = {})
{
    return expectValue(database.read([&](sql::Session &session) { return history::list(session, record, query); }));
}

} // namespace

/// What is written into a history, and what comes out of it, on both engines and in both kinds of databases.
class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsFirstAndTellsWhereItCameFrom_data() { test::engineRows(); }
    void theNewestIsFirstAndTellsWhereItCameFrom()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        for (const auto &database : {instance.migratedSite(), instance.migratedPlatform()}) {
            add(*database, {entry(lamp, Change::Created, 1)}, origin(u"ada"_s, u"request-1"_s));
            add(*database, {entry(lamp, Change::Changed, 2, u"inflation"_s)}, origin(u"bob"_s, u"request-2"_s));
            add(*database, {entry(lamp, Change::Deleted, 2)});
            const auto page = listed(*database, lamp);
            QCOMPARE(page.total, 3);
            QCOMPARE(page.items.size(), std::size_t(3));
            const history::Entry &last = page.items[0];
            QCOMPARE(last.change, u"-"_s);
            QVERIFY(!last.username && !last.correlationId && !last.reason);
            QVERIFY(last.at > 0);
            const history::Entry &changed = page.items[1];
            QCOMPARE(changed.change, u"~"_s);
            QCOMPARE(changed.username, std::optional(u"bob"_s));
            QCOMPARE(changed.correlationId, std::optional(u"request-2"_s));
            QCOMPARE(changed.reason, std::optional(u"inflation"_s));
            QCOMPARE(changed.fields["price"].integer(), std::optional<std::int64_t>(2));
            QVERIFY(page.items[0].id > page.items[1].id && page.items[1].id > page.items[2].id);
        }
    }

    void recordsAreToldApart_data() { test::engineRows(); }
    void recordsAreToldApart()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        add(*site, {entry(lamp, Change::Created, 1), entry({u"other"_s, u"lamp"_s}, Change::Created, 7)});
        QCOMPARE(listed(*site, lamp).total, 1);
        QCOMPARE(listed(*site, chair).total, 0);
        const auto known = [&](const history::Record &record) {
            return expectValue(site->read([&](sql::Session &session) { return history::isKnown(session, record); }));
        };
        QVERIFY(known(lamp));
        QVERIFY(!known(chair));
    }

    void manyAreWrittenAtOnce_data() { test::engineRows(); }
    void manyAreWrittenAtOnce()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        std::vector<history::NewEntry> entries;
        for (int i = 0; i < 1001; ++i)
            entries.push_back(entry(lamp, Change::Changed, i));
        add(*site, entries, origin(u"ada"_s, u"bulk"_s));
        add(*site, {});
        history::Query query;
        query.window = {1000, 10};
        const auto page = listed(*site, lamp, query);
        QCOMPARE(page.total, 1001);
        QCOMPARE(page.items.size(), std::size_t(1));
        QCOMPARE(page.items[0].fields["price"].integer(), std::optional<std::int64_t>(0));
        QCOMPARE(page.items[0].username, std::optional(u"ada"_s));
    }

    void whatIsAskedForNarrowsTheList_data() { test::engineRows(); }
    void whatIsAskedForNarrowsTheList()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        add(*site, {entry(lamp, Change::Created, 1)}, origin(u"ada"_s, {}));
        add(*site, {entry(lamp, Change::Changed, 2)}, origin(u"bob"_s, {}));
        const Micros at = listed(*site, lamp).items[0].at;
        const auto count = [&](const history::Query &query) { return listed(*site, lamp, query).total; };
        QCOMPARE(count({.change = u"+"_s}), 1);
        QCOMPARE(count({.change = u"-"_s}), 0);
        QCOMPARE(count({.username = u"bob"_s}), 1);
        QCOMPARE(count({.change = u"+"_s, .username = u"bob"_s}), 0);
        QCOMPARE(count({.from = at + 1}), 0);
        QCOMPARE(count({.until = at}), 2);
        QCOMPARE(count({.from = Micros{1}, .until = Micros{2}}), 0);
    }

    void whatIsUndoneLeavesNothing_data() { test::engineRows(); }
    void whatIsUndoneLeavesNothing()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto site = instance.migratedSite();
        const auto refused = site->write([](sql::Transaction &transaction) -> Result<void> {
                                     TRY(history::add(transaction, entry(lamp, Change::Created, 1)));
                                     return failure(ErrorCode::BadRequest, u"no"_s);
                                 })
                                 .wait();
        QVERIFY(!refused);
        QCOMPARE(listed(*site, lamp).total, 0);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
