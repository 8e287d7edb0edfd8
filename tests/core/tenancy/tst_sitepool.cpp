// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalogue.h"
#include "core/sql/sqlite/sqliteconnection.h"
#include "core/tenancy/sitepool.h"
#include "core/tenancy/siteruntime.h"
#include "tests/support/registeredsites.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

#include <latch>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::expectValue;

namespace {

constexpr std::size_t capacity = 16;
constexpr std::size_t descriptorsOfASite = 19; ///< what SiteDirectory reckons with

int newestVersion()
{
    return sql::Migrations::site().version();
}

std::size_t descriptors()
{
    return std::size_t(test::openDescriptors(::getpid()).size());
}

/// A deployment with sites 1 to `sites`, noted to be of this version. Their databases are empty: a pool does not look
/// into them.
struct Deployment
{
    Deployment(const QString &engineName, int sites)
        : instance(engineName)
        , platform(instance.migratedPlatform())
    {
        for (int i = 1; i <= sites; ++i)
            make(test::siteNumber(i, newestVersion()));
    }

    void make(const SiteInfo &site)
    {
        const QString file = instance.options().dataDirectory + u"/sites/%1.db"_s;
        const QString first = file.arg(test::siteNumber(1, 0).uuid);
        if (!QFile::copy(first, file.arg(site.uuid))) // many files are copied sooner than made
            expectValue(instance.engine().createSite(site.schemaName, site.uuid));
    }

    SitePool pool(std::size_t places = capacity, SitePool::Upgrade upgrade = SitePool::Upgrade::Refuse)
    {
        return SitePool(instance.engine(), *platform, upgrade, places);
    }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> platform;
};

auto lease(SitePool &pool, int site)
{
    return pool.lease(test::siteNumber(site, newestVersion()));
}

bool answers(SiteRuntime &runtime)
{
    return test::readText(runtime.database(), "SELECT 1") == u"1"_s;
}

/// How many descriptors are open while so many read from the site at once.
std::size_t descriptorsWhileReading(SiteRuntime &site, int readers)
{
    std::latch reading(readers + 1);
    std::latch counted(1);
    std::vector<std::thread> threads;
    for (int i = 0; i < readers; ++i) {
        threads.emplace_back([&] {
            expectValue(site.database().read([&](sql::Session &session) -> Result<bool> {
                const sql::CursorPtr rows = TRY(session.query("SELECT * FROM {t}"));
                reading.arrive_and_wait();
                counted.wait();
                return rows->next();
            }));
        });
    }
    reading.arrive_and_wait();
    const std::size_t open = descriptors();
    counted.count_down();
    for (std::thread &thread : threads)
        thread.join();
    return open;
}

} // namespace

/// How many databases of sites are open.
class TestSitePool : public QObject
{
    Q_OBJECT

private slots:
    void neverOpensMoreThanItsCapacity_data() { test::engineRows(); }
    void neverOpensMoreThanItsCapacity()
    {
        QFETCH(QString, engine);
        const int sites = engine == u"sqlite"_s ? 2'000 : 200;
        Deployment deployment(engine, sites);
        SitePool pool = deployment.pool();
        const std::size_t before = descriptors();
        std::vector<std::shared_ptr<SiteRuntime>> held;
        for (int site = 1; site <= 4; ++site)
            held.push_back(expectValue(lease(pool, site)));
        std::atomic<int> faults = 0;
        const auto use = [&](quint32 seed) {
            QRandomGenerator random(seed);
            for (int i = 0; i < 300; ++i) {
                const auto runtime = lease(pool, random.bounded(1, sites + 1));
                const bool well = runtime && answers(**runtime) && pool.openCount() <= capacity;
                faults += well ? 0 : 1;
            }
        };
        std::thread other([&] { use(1); });
        use(2);
        other.join();
        QCOMPARE(faults.load(), 0);
        QCOMPARE(pool.openCount(), capacity);
        QVERIFY(descriptors() <= before + capacity * descriptorsOfASite);
        for (int site = 1; site <= 4; ++site) {
            SiteRuntime &runtime = *held.at(std::size_t(site) - 1);
            QCOMPARE(&expectValue(lease(pool, site))->database(), &runtime.database()); // it was never closed
            QVERIFY(answers(runtime));
        }
    }

    void closesTheLongestUnused_data() { test::engineRows(); }
    void closesTheLongestUnused()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 3);
        SitePool pool = deployment.pool(2);
        const auto remember = [&](int site) {
            const auto runtime = expectValue(lease(pool, site));
            runtime->setCatalogue(
                std::make_shared<const data::Catalogue>(1, std::map<QString, data::Catalogue::App>()));
        };
        remember(1);
        remember(2);
        QVERIFY(expectValue(lease(pool, 1))->catalogue());
        remember(3); // in the place of the second
        QVERIFY(expectValue(lease(pool, 1))->catalogue());
        QVERIFY(expectValue(lease(pool, 3))->catalogue());
        QVERIFY(!expectValue(lease(pool, 2))->catalogue()); // opened anew
        QCOMPARE(pool.openCount(), std::size_t(2));
    }

    void unusedSitesGiveMemoryBack()
    {
        constexpr std::int64_t megabyte = 1024 * 1024;
        Deployment deployment(u"sqlite"_s, 2);
        SitePool pool = deployment.pool();
        const auto fill = [&](int site) {
            const auto runtime = expectValue(lease(pool, site));
            test::runScript(runtime->database(),
                            "CREATE TABLE {notes} (text {:text} NOT NULL); INSERT INTO {notes} WITH RECURSIVE n(i) AS "
                            "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) SELECT hex(zeroblob(500)) FROM n");
        };
        const auto read = [&](int site) {
            test::readText(expectValue(lease(pool, site))->database(), "SELECT SUM(LENGTH(text)) FROM {notes}");
        };
        fill(1);
        fill(2);
        read(1);
        read(2);
        const std::int64_t kept = sqlite3_memory_used();
        pool.releaseUnused(); // both were used since the call before, of which there was none
        QVERIFY(sqlite3_memory_used() > kept - megabyte);
        read(1);
        pool.releaseUnused();
        const std::int64_t one = sqlite3_memory_used();
        QVERIFY2(one < kept - 3 * megabyte && one > kept - 6 * megabyte, qPrintable(QString::number(kept - one)));
        pool.releaseUnused();
        QVERIFY2(sqlite3_memory_used() < one - 3 * megabyte, qPrintable(QString::number(sqlite3_memory_used())));
        read(1);
        read(2);
    }

    void refusesWhenAllAreInUse_data() { test::engineRows(); }
    void refusesWhenAllAreInUse()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 3);
        SitePool pool = deployment.pool(2);
        auto first = expectValue(lease(pool, 1));
        const auto second = expectValue(lease(pool, 2));
        const auto refused = lease(pool, 3);
        QVERIFY(!refused && refused.error().code == ErrorCode::Unavailable);
        QVERIFY(pool.failing().empty()); // nothing is wrong with the site
        QVERIFY(lease(pool, 2));
        first.reset();
        QVERIFY(lease(pool, 3));
    }

    void failuresAndForgottenSitesTakeNoPlace_data() { test::engineRows(); }
    void failuresAndForgottenSitesTakeNoPlace()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 2);
        SitePool pool = deployment.pool(1);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!lease(pool, 1'000 + i));
        QCOMPARE(pool.openCount(), std::size_t(0));
        QCOMPARE(pool.failing().size(), std::size_t(3));
        expectValue(lease(pool, 1));
        const QString uuid = test::siteNumber(1, newestVersion()).uuid;
        pool.shut(uuid, 0, std::chrono::seconds(10));
        QCOMPARE(pool.openCount(), std::size_t(0));
        pool.forget(uuid);
        QVERIFY(lease(pool, 2));
    }

    /// What SiteDirectory sizes its pool by.
    void busySiteTakesNoMoreDescriptorsThanReckoned()
    {
        Deployment deployment(u"sqlite"_s, 1);
        SitePool pool = deployment.pool();
        const std::size_t before = descriptors();
        const auto site = expectValue(lease(pool, 1));
        test::runScript(site->database(), "CREATE TABLE {t} (id {:integer})");
        constexpr int readers = 8;
        const std::size_t open = descriptorsWhileReading(*site, readers);
        QVERIFY(open > before + readers);
        QVERIFY2(open <= before + descriptorsOfASite, qPrintable(QString::number(open - before)));
    }

    /// A burst leaves readers behind that nobody needs any more, also of a site that is never at rest.
    void readersThatAreNotNeededAreClosed()
    {
        Deployment deployment(u"sqlite"_s, 1);
        SitePool pool = deployment.pool();
        const auto site = expectValue(lease(pool, 1));
        test::runScript(site->database(), "CREATE TABLE {t} (id {:integer})");
        const auto readOne = [&] { return descriptorsWhileReading(*site, 1); };
        const std::size_t busy = descriptorsWhileReading(*site, 8);
        pool.releaseUnused(); // all were needed since the call before, of which there was none
        QCOMPARE(readOne(), busy);
        pool.releaseUnused();
        // SQLite keeps the file itself open for readers to come: closing it would drop the locks of the others.
        const std::size_t alone = readOne();
        QVERIFY2(alone + 7 <= busy, qPrintable(u"%1 of %2"_s.arg(alone).arg(busy)));
        pool.releaseUnused();
        pool.releaseUnused();
        QCOMPARE(descriptors(), alone); // the last one stays
        QCOMPARE(descriptorsWhileReading(*site, 8), busy);
    }

    void preparesWhatItOpens_data() { test::engineRows(); }
    void preparesWhatItOpens()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 1);
        SitePool pool = deployment.pool();
        int prepared = 0;
        bool fails = true;
        pool.setPreparation([&](sql::Database &database) -> Result<void> {
            ++prepared;
            TRY(database.read([](sql::Session &session) -> Result<bool> {
                const sql::CursorPtr row = TRY(session.query("SELECT 1"));
                return row->next();
            }));
            return fails ? Result<void>(failure(ErrorCode::Unavailable, u"not now"_s)) : Result<void>();
        });
        QCOMPARE(lease(pool, 1).error().message, u"not now"_s);
        QCOMPARE(pool.failing().size(), std::size_t(1));
        fails = false;
        const auto held = expectValue(lease(pool, 1));
        expectValue(lease(pool, 1));
        QCOMPARE(prepared, 2);
        QVERIFY(pool.failing().empty());
    }

    void upgradesOnlyWhereItMay_data() { test::engineRows(); }
    void upgradesOnlyWhereItMay()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 0);
        const sql::Migrations older = test::olderSiteMigrations();
        const SiteInfo site = test::siteNumber(1, older.version());
        test::registerSites(*deployment.platform, 1, older.version());
        test::makeSiteDatabase(deployment.instance, site, older);
        const char *const reached = "SELECT MAX(number) FROM {schema_migrations}";
        const char *const noted = "SELECT schema_version FROM {sites}";

        SitePool strict = deployment.pool();
        const auto refused = strict.lease(site);
        QVERIFY(!refused && refused.error().code == ErrorCode::Unavailable);
        QVERIFY(refused.error().message.contains(u"upgraded"_s));
        SiteInfo newer = site;
        newer.schemaVersion = newestVersion() + 1;
        QVERIFY(!strict.lease(newer));

        SitePool lenient = deployment.pool(capacity, SitePool::Upgrade::AtFirstOpen);
        QVERIFY(!lenient.lease(newer));
        const auto upgraded = expectValue(lenient.lease(site));
        QCOMPARE(test::readText(upgraded->database(), reached), QString::number(newestVersion()));
        QTRY_COMPARE(test::readText(*deployment.platform, noted), QString::number(newestVersion()));
    }

    /// As one person's computer does, where nobody makes backups before a new version.
    void keepsACopyOfWhatItUpgrades()
    {
        Deployment deployment(u"sqlite"_s, 0);
        const sql::Migrations older = test::olderSiteMigrations();
        const SiteInfo site = test::siteNumber(1, older.version());
        test::registerSites(*deployment.platform, 1, older.version());
        test::makeSiteDatabase(deployment.instance, site, older);
        const QString kept = deployment.instance.options().dataDirectory +
                             u"/copies/%1.version-%2.db"_s.arg(site.uuid).arg(older.version());
        {
            SitePool pool = deployment.pool(capacity, SitePool::Upgrade::KeepingACopy);
            const auto upgraded = expectValue(pool.lease(site));
            test::runScript(upgraded->database(),
                            "INSERT INTO {groups} (name, created_at, modified_at) VALUES ('Later', 1, 1)");
            QVERIFY(QFile::exists(kept));
        }
        {
            const auto copy = expectValue(sql::SqliteConnection::open(kept, sql::SqliteConnection::Access::Read));
            const auto read = [&](const char *sql) {
                const sql::CursorPtr row = expectValue(copy->query(sql, {}));
                return expectValue(row->next()) ? row->string(0) : QString();
            };
            QCOMPARE(read("SELECT CAST(MAX(number) AS TEXT) FROM _schema_migrations"),
                     QString::number(older.version()));
            QCOMPARE(read("SELECT name FROM _groups WHERE name = 'Later'"), QString());
            QCOMPARE(read("PRAGMA integrity_check"), u"ok"_s);
        }
        const QDir copies(QFileInfo(kept).path());
        QCOMPARE(copies.entryList({u"*.part"_s}), QStringList());
        SitePool again = deployment.pool(capacity, SitePool::Upgrade::KeepingACopy); // before the platform has noted it
        expectValue(again.lease(site));
        expectValue(deployment.instance.engine().dropSite(site.schemaName, site.uuid));
        QCOMPARE(copies.entryList(QDir::Files), QStringList()); // what is deleted is not kept either
    }

    void upgradesWithoutACopyWhereItCannotKeepOne()
    {
        Deployment deployment(u"postgres"_s, 0);
        const sql::Migrations older = test::olderSiteMigrations();
        const SiteInfo site = test::siteNumber(1, older.version());
        test::makeSiteDatabase(deployment.instance, site, older);
        SitePool pool = deployment.pool(capacity, SitePool::Upgrade::KeepingACopy);
        QVERIFY(answers(*expectValue(pool.lease(site))));
    }

    void doesNotUpgradeWhatItCannotCopy()
    {
        Deployment deployment(u"sqlite"_s, 0);
        const sql::Migrations older = test::olderSiteMigrations();
        const SiteInfo site = test::siteNumber(1, older.version());
        test::makeSiteDatabase(deployment.instance, site, older);
        QFile inTheWay(deployment.instance.options().dataDirectory + u"/copies"_s);
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        SitePool pool = deployment.pool(capacity, SitePool::Upgrade::KeepingACopy);
        const auto refused = pool.lease(site);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        const auto database = expectValue(deployment.instance.engine().openSite(site.schemaName, site.uuid));
        QCOMPARE(test::readText(*database, "SELECT MAX(number) FROM {schema_migrations}"),
                 QString::number(older.version()));
    }
};

QTEST_GUILESS_MAIN(TestSitePool)
#include "tst_sitepool.moc"
