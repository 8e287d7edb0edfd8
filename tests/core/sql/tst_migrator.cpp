// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// The list of steps, and how a database is brought through it.
class TestMigrator : public QObject
{
    Q_OBJECT

    test::SharedEngines m_engines;

    static void addStep(const QTemporaryDir &folder, const QString &name, const QByteArray &sql)
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(sql);
    }
    static sql::Migrator migratorFor(const QTemporaryDir &folder)
    {
        return sql::Migrator(sql::Migrations::fromFolder(folder.path(), u"site"_s));
    }

private slots:
    void ownSchemasAreMade_data() { test::engineRows(); }
    void ownSchemasAreMade()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto platform = instance.migratedPlatform();
        const auto site = instance.migratedSite();
        QCOMPARE(test::readText(*platform, "SELECT max(number) FROM {schema_migrations}"),
                 QString::number(sql::Migrations::platform().version()));
        QCOMPARE(test::readText(*site, "SELECT max(number) FROM {schema_migrations}"),
                 QString::number(sql::Migrations::site().version()));
        QVERIFY(sql::Migrations::site().version() > 0);
    }

    void runsOnlyWhatIsMissing_data() { test::engineRows(); }
    void runsOnlyWhatIsMissing()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const QTemporaryDir folder;
        addStep(folder, u"site_0001_notes.sql"_s, "CREATE TABLE {notes} (title {:text});");
        QCOMPARE(test::expectValue(migratorFor(folder).pending(*site)), 1);
        QCOMPARE(test::expectValue(migratorFor(folder).migrate(site)), 1);
        QCOMPARE(test::expectValue(migratorFor(folder).migrate(site)), 0);
        addStep(folder, u"site_0002_more.sql"_s, "INSERT INTO {notes} VALUES ('a'); INSERT INTO {notes} VALUES ('b');");
        QCOMPARE(test::expectValue(migratorFor(folder).pending(*site)), 1);
        QCOMPARE(test::expectValue(migratorFor(folder).migrate(site)), 1);
        QCOMPARE(test::expectValue(migratorFor(folder).pending(*site)), 0);
        QCOMPARE(test::readText(*site, "SELECT count(*) FROM {notes}"), u"2"_s);
    }

    void failedStepLeavesNothing_data() { test::engineRows(); }
    void failedStepLeavesNothing()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const QTemporaryDir folder;
        addStep(folder, u"site_0001_notes.sql"_s, "CREATE TABLE {notes} (title {:text});");
        addStep(folder, u"site_0002_broken.sql"_s,
                "CREATE TABLE {half} (id {:identity}); INSERT INTO {nothing} VALUES (1);");
        QVERIFY(!migratorFor(folder).migrate(site).wait());
        QCOMPARE(test::expectValue(migratorFor(folder).pending(*site)), 1);
        addStep(folder, u"site_0002_broken.sql"_s, "CREATE TABLE {half} (id {:identity});");
        QCOMPARE(test::expectValue(migratorFor(folder).migrate(site)), 1);
    }

    void newerDatabaseIsRefused_data() { test::engineRows(); }
    void newerDatabaseIsRefused()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const QTemporaryDir folder;
        addStep(folder, u"site_0001_notes.sql"_s, "CREATE TABLE {notes} (title {:text});");
        addStep(folder, u"site_0002_more.sql"_s, "CREATE TABLE {more} (title {:text});");
        test::expectValue(migratorFor(folder).migrate(site));
        QVERIFY(QFile::remove(folder.filePath(u"site_0002_more.sql"_s)));
        const auto refused = migratorFor(folder).migrate(site).wait();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(migratorFor(folder).pending(*site).error().code, ErrorCode::Conflict);
    }

    void twoServersMigrateAtOnce_data() { test::engineRows(); }
    void twoServersMigrateAtOnce()
    {
        QFETCH(QString, engine);
        test::TestEngine &instance = m_engines[engine];
        const auto site = instance.emptySite();
        const QTemporaryDir folder;
        addStep(folder, u"site_0001_notes.sql"_s, "CREATE TABLE {notes} (title {:text});");
        addStep(folder, u"site_0002_more.sql"_s, "CREATE TABLE {more} (title {:text});");
        std::vector<std::thread> servers;
        std::atomic<int> steps = 0;
        for (int i = 0; i < 4; ++i)
            servers.emplace_back([&] { steps += test::expectValue(migratorFor(folder).migrate(site)); });
        for (std::thread &server : servers)
            server.join();
        QCOMPARE(steps.load(), 2);
    }

    void blocksOfOtherEnginesAreLeftOut()
    {
        const std::string text = "a;\n-- only: sqlite\nb;\n-- end\n-- only: postgres\nc;\n-- end\nd;";
        QCOMPARE(sql::forDialect(text, sql::Dialect::Sqlite), std::string("a;\nb;\nd;"));
        QCOMPARE(sql::forDialect(text, sql::Dialect::Postgres), std::string("a;\nc;\nd;"));
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
