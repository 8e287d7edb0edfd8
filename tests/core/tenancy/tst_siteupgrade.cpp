// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteupgrade.h"
#include "tests/support/registeredsites.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::expectValue;

namespace {

using State = SiteUpgrade::State;

/// Sites of the version before this one, and what became of them.
struct Deployment
{
    explicit Deployment(const QString &engineName, int sites)
        : instance(engineName)
        , platform(instance.migratedPlatform())
        , older(test::olderSiteMigrations())
    {
        test::registerSites(*platform, sites, older.version());
        for (int i = 1; i <= sites; ++i)
            test::makeSiteDatabase(instance, site(i), older);
    }

    SiteInfo site(int number) const { return test::siteNumber(number, older.version()); }
    std::shared_ptr<sql::Database> database(int number)
    {
        return expectValue(instance.engine().openSite(site(number).schemaName, site(number).uuid));
    }
    QString reached(int number)
    {
        return test::readText(*database(number), "SELECT MAX(number) FROM {schema_migrations}");
    }
    QString noted(int number)
    {
        return test::readText(*platform, "SELECT schema_version FROM {sites} WHERE uuid = $1", {site(number).uuid});
    }
    std::int64_t countOlder()
    {
        return expectValue(platform->read(
            [](sql::Session &session) { return SiteStore::countOlder(session, sql::Migrations::site().version()); }));
    }

    std::map<QString, State> upgrade(int parallel = 4)
    {
        std::map<QString, State> states;
        SiteUpgrade(instance.engine(), *platform)
            .run(expectValue(platform->read(SiteStore::versions)), parallel, [&](const SiteUpgrade::Outcome &outcome) {
                if (outcome.state == State::Failed && outcome.error.message.isEmpty())
                    qFatal("no reason");
                states.emplace(outcome.site.slug, outcome.state);
            });
        return states;
    }

    test::TestEngine instance;
    std::shared_ptr<sql::Database> platform;
    sql::Migrations older;
};

QString newestVersion()
{
    return QString::number(sql::Migrations::site().version());
}

/// The first table that the newest step makes: "{users}".
QString newestTable()
{
    static const QRegularExpression made(u"CREATE TABLE (\\{\\w+\\})"_s);
    return made.match(QString::fromStdString(sql::Migrations::site().steps().back().sql)).captured(1);
}

} // namespace

/// Sites that an older version of Tenantry made.
class TestSiteUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void upgradesWhatIsOlderAndNotesIt_data() { test::engineRows(); }
    void upgradesWhatIsOlderAndNotesIt()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 6);
        QCOMPARE(deployment.countOlder(), 6);
        const auto states = deployment.upgrade();
        QCOMPARE(states.size(), std::size_t(6));
        for (int i = 1; i <= 6; ++i) {
            QVERIFY(states.at(deployment.site(i).slug) == State::Upgraded);
            QCOMPARE(deployment.reached(i), newestVersion());
            QCOMPARE(deployment.noted(i), newestVersion());
        }
        QCOMPARE(deployment.countOlder(), 0);
        QVERIFY(deployment.upgrade().at(u"site-3"_s) == State::Current);
    }

    void aFailingSiteStopsNoOther_data() { test::engineRows(); }
    void aFailingSiteStopsNoOther()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 4);
        const SiteInfo lost = deployment.site(1);
        expectValue(deployment.instance.engine().dropSite(lost.schemaName, lost.uuid));
        // The newest step fails: a table of the name of its own is somebody's.
        const QString table = newestTable();
        test::runScript(*deployment.database(2), qPrintable(u"CREATE TABLE %1 (id {:integer})"_s.arg(table)));
        const auto first = deployment.upgrade();
        QVERIFY(first.at(u"site-1"_s) == State::Failed && first.at(u"site-2"_s) == State::Failed);
        QVERIFY(first.at(u"site-3"_s) == State::Upgraded && first.at(u"site-4"_s) == State::Upgraded);
        QCOMPARE(deployment.reached(2), deployment.noted(2));
        QCOMPARE(deployment.countOlder(), 2);

        test::runScript(*deployment.database(2), qPrintable(u"DROP TABLE %1"_s.arg(table)));
        const auto second = deployment.upgrade();
        QVERIFY(second.at(u"site-1"_s) == State::Failed && second.at(u"site-2"_s) == State::Upgraded);
        QVERIFY(second.at(u"site-3"_s) == State::Current);
        QCOMPARE(deployment.noted(2), newestVersion());
    }

    void notesWhatACrashHasLeftUnnoted_data() { test::engineRows(); }
    void notesWhatACrashHasLeftUnnoted()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 1);
        expectValue(sql::Migrator(sql::Migrations::site()).migrate(deployment.database(1)));
        QCOMPARE(deployment.countOlder(), 1);
        QVERIFY(deployment.upgrade().at(u"site-1"_s) == State::Current);
        QCOMPARE(deployment.noted(1), newestVersion());
        QCOMPARE(deployment.countOlder(), 0);
    }

    void leavesNewerAndUnreadySitesAlone_data() { test::engineRows(); }
    void leavesNewerAndUnreadySitesAlone()
    {
        QFETCH(QString, engine);
        Deployment deployment(engine, 3);
        test::runScript(*deployment.platform, "UPDATE {sites} SET schema_version = 1000 WHERE slug = 'site-1'");
        test::runScript(*deployment.platform, "UPDATE {sites} SET state = 'creating' WHERE slug = 'site-2'");
        // Noted as older, but it is not: what its database says goes.
        test::runScript(*deployment.database(3), "INSERT INTO {schema_migrations} (number, name) VALUES (1000, 'x')");
        const auto states = deployment.upgrade();
        QCOMPARE(states.size(), std::size_t(2));
        QVERIFY(states.at(u"site-1"_s) == State::Failed && states.at(u"site-3"_s) == State::Failed);
        QCOMPARE(deployment.reached(2), QString::number(deployment.older.version()));
        QCOMPARE(deployment.noted(1), u"1000"_s);
        // Nor does a server of an older version lower what a newer one has noted.
        expectValue(deployment.platform->write([uuid = deployment.site(1).uuid](sql::Transaction &platform) {
            return SiteStore::setSchemaVersion(platform, uuid, 2);
        }));
        QCOMPARE(deployment.noted(1), u"1000"_s);
    }
};

QTEST_GUILESS_MAIN(TestSiteUpgrade)
#include "tst_siteupgrade.moc"
