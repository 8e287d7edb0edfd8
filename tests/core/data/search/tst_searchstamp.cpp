// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/search/searchstamp.h"

#include "core/data/rows/rowreads.h"
#include "core/data/rows/rowwrites.h"
#include "core/data/search/searchindex.h"
#include "core/json/reader.h"
#include "core/sql/textstamp.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *tables = R"json({"name": "library", "resources": [
    {"name": "books", "schema": {
        "fields": [{"name": "id", "type": "integer"}, {"name": "title", "type": "string"}], "primaryKey": "id",
        "search_fields": ["title"], "search_config": "english"}},
    {"name": "plain", "schema": {"fields": [{"name": "id", "type": "integer"}], "primaryKey": "id"}}]})json";

class EveryoneEvaluator : public access::Evaluator
{
public:
    access::Decision decide(const Site &, const SitePrincipal &, access::Action,
                            const access::ResourceKind &) const override
    {
        return access::Decision::always({u"test"_s, u"test"_s, {}});
    }
};

/// Books that can be searched.
class Library
{
public:
    Library(const test::TestSite &instance, const QString &app)
        : m_instance(instance)
        , m_app(app)
        , m_access(m_catalogues, m_evaluator, instance.clock())
    {
        m_instance.define(m_instance.site(), app, tables);
        const json::Value books = test::expectValue(json::read(R"([{"title": "Boats"}, {"title": "Nets"}])"));
        test::expectValue(m_writes.create(books_(), books).wait());
    }

    std::int64_t found(const QString &words) const
    {
        return test::expectValue(m_reads.list(books_(), {{u"search"_s, words}})).total;
    }

    /// As if it had been made from texts in which there were no words.
    void loseWords()
    {
        const data::TableView view = test::expectValue(
            data::RowAccess::find(test::expectValue(m_catalogues.current(site())), m_app, u"books"_s));
        const std::string index = data::searchIndexName(*view.table);
        const std::string table = site().space().table(view.table->physicalName);
        run(site().dialect() == sql::Dialect::Sqlite
                ? "INSERT INTO " + index + " (" + index + ") VALUES ('delete-all')"
                : "ALTER TABLE " + table + " DROP COLUMN search_vector; ALTER TABLE " + table +
                      " ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple'"
                      "::regconfig, '')) STORED");
    }
    void setStamp(const char *stamp) { run("UPDATE {search_state} SET stamp = '" + std::string(stamp) + "'"); }

    bool isOld() const { return test::expectValue(site().read(data::areSearchIndexesOld)); }
    void renew() { test::expectValue(site().write(data::renewSearchIndexes, sql::WriteKind::Alone).wait()); }
    /// The index keeps itself after that, too.
    void rename(int id, const char *title)
    {
        json::Object change;
        change.set("title", title);
        test::expectValue(m_writes.update(books_(), QString::number(id), json::Value(std::move(change))).wait());
    }

private:
    const Site &site() const { return m_instance.site(); }
    data::RowCaller books_() const { return {site(), test::TestSite::administrator(site()), m_app, u"books"_s}; }
    void run(const std::string &sql)
    {
        const auto write = [&](sql::Transaction &transaction) {
            return transaction.script(transaction.space().resolve(sql));
        };
        test::expectValue(site().write(write, sql::WriteKind::Alone).wait());
    }

    const test::TestSite &m_instance;
    const QString m_app;
    const EveryoneEvaluator m_evaluator{};
    const data::CatalogueStore m_catalogues{};
    const data::RowAccess m_access;
    const data::RowReads m_reads{m_access};
    const data::RowWrites m_writes{m_access};
};

} // namespace

/// Indexes over texts are made anew when texts are made into words in another way than when they were made.
class TestSearchStamp : public QObject
{
    Q_OBJECT

    test::TestSites m_sites;
    int m_apps = 0;

    Library library()
    {
        QFETCH(QString, engine);
        return Library(m_sites.on(engine), u"library%1"_s.arg(++m_apps));
    }

private slots:
    void stampsAreTheSameEachTime();
    void renewsWhatIsOld_data() { test::engineRows(); }
    void renewsWhatIsOld();
    void leavesAloneWhatANewerServerMade();
};

void TestSearchStamp::stampsAreTheSameEachTime()
{
    QCOMPARE(sql::textStamp().size(), std::size_t(64));
    QCOMPARE(sql::textStamp(), sql::textStamp());
}

void TestSearchStamp::renewsWhatIsOld()
{
    Library library = this->library();
    library.renew();
    QVERIFY(!library.isOld());
    QCOMPARE(library.found(u"boat"_s), 1);

    library.loseWords();
    QCOMPARE(library.found(u"boat"_s), 0);
    QVERIFY(!library.isOld());
    library.setStamp("0");
    QVERIFY(library.isOld());
    library.renew();
    QVERIFY(!library.isOld());
    QCOMPARE(library.found(u"boat"_s), 1);
    QCOMPARE(library.found(u"net"_s), 1);

    library.rename(2, "Ships");
    QCOMPARE(library.found(u"net"_s), 0);
    QCOMPARE(library.found(u"ship"_s), 1);
}

void TestSearchStamp::leavesAloneWhatANewerServerMade()
{
    Library library(m_sites.on(u"postgres"_s), u"newer"_s);
    library.setStamp("1000000");
    QVERIFY(!library.isOld());
    library.setStamp("1");
}

QTEST_GUILESS_MAIN(TestSearchStamp)
#include "tst_searchstamp.moc"
