// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/console.h"
#include "core/sql/postgres/postgresconnection.h"
#include "core/sql/sqlite/sqliteconnection.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/registeredsites.h"
#include "tests/support/testnames.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;
using test::expectValue;

namespace {

constexpr auto patience = 60s;

/// A deployment as the version before this one left it, with sites 1 to `made`, and those up to `registered` without a
/// database. Nobody has it open.
class Deployment
{
public:
    Deployment(const QString &engine, int registered, int made)
        : m_instance(engine)
        , m_older(test::olderSiteMigrations())
    {
        test::registerSites(*m_instance.migratedPlatform(), registered, m_older.version());
        for (int i = 1; i <= made; ++i)
            test::makeSiteDatabase(m_instance, site(i), m_older);
        m_instance.close();
    }

    SiteInfo site(int number) const { return test::siteNumber(number, m_older.version()); }
    const sql::EngineOptions &options() const { return m_instance.options(); }

    QString program() const { return test::programDirectory() + u"/tenantry-server"_s; }
    QStringList arguments(const QStringList &words) const
    {
        QStringList all = words + QStringList{u"--data"_s, options().dataDirectory};
        if (!options().databaseUrl.isEmpty())
            all << u"--database"_s << options().databaseUrl;
        return all;
    }
    test::ChildProcess::Ended run(const QStringList &words) const
    {
        return test::ChildProcess(program(), arguments(words)).waitForEnd(patience);
    }

    /// What the first row of a question to the platform, or to a site, says; asked beside whoever runs.
    QString ask(const sql::Place &place, const char *question) const
    {
        const sql::Console console = expectValue(sql::Console::open(options(), place, sql::Console::Access::Read));
        sql::Session session = console.session();
        return expectValue(session.first(question, {}, [](const sql::Cursor &row) { return row.string(0); })).value();
    }
    int reached(int number) const
    {
        return ask({site(number).schemaName, site(number).uuid}, "SELECT MAX(number) FROM {schema_migrations}").toInt();
    }
    /// How many of the sites are not noted to be of this version.
    int behind() const
    {
        const std::string question =
            "SELECT COUNT(*) FROM {sites} WHERE schema_version <> " + std::to_string(sql::Migrations::site().version());
        return ask({}, question.c_str()).toInt();
    }

    /// Keeps others from changing the database of a site, as long as it is there.
    std::unique_ptr<sql::Connection> occupied(int number) const
    {
        const sql::Place place{site(number).schemaName, site(number).uuid};
        if (!options().databaseUrl.isEmpty()) {
            auto connection = expectValue(sql::PostgresConnection::open(options().databaseUrl, 0ms));
            expectValue(connection->script("BEGIN; LOCK TABLE " + place.schemaName.toStdString() +
                                           "._schema_migrations IN ACCESS EXCLUSIVE MODE"));
            return connection;
        }
        const QString file = u"%1/sites/%2.db"_s.arg(options().dataDirectory, place.uuid);
        auto connection = expectValue(sql::SqliteConnection::open(file, sql::SqliteConnection::Access::Write));
        expectValue(connection->script("BEGIN IMMEDIATE"));
        return connection;
    }

private:
    test::TestEngine m_instance;
    const sql::Migrations m_older;
};

#define COMPARE_STATUS(ended, expected)                                                                                \
    QVERIFY2((ended).status == (expected), ((ended).output + (ended).errors).constData())

} // namespace

/// `tenantry-server migrate`, and what `serve` does with sites of an older version.
class TestMigrate : public QObject
{
    Q_OBJECT

private slots:
    void upgradesEverySite_data() { test::engineRows(); }
    void upgradesEverySite()
    {
        QFETCH(QString, engine);
        const Deployment deployment(engine, 3, 3);
        const auto rehearsal = deployment.run({u"migrate"_s, u"--dry-run"_s});
        COMPARE_STATUS(rehearsal, 0);
        QVERIFY(rehearsal.output.contains("site-2\tolder\t"));
        QCOMPARE(deployment.behind(), 3);

        const auto first = deployment.run({u"migrate"_s});
        COMPARE_STATUS(first, 0);
        QVERIFY(first.output.startsWith("(platform)\tcurrent\n"));
        QVERIFY(first.output.contains("site-2\tupgraded\tfrom "));
        QVERIFY(first.output.endsWith("\n3 sites upgraded, 0 current, 0 failed\n"));
        QCOMPARE(deployment.behind(), 0);
        QCOMPARE(deployment.reached(3), sql::Migrations::site().version());

        const auto second = deployment.run({u"migrate"_s});
        COMPARE_STATUS(second, 0);
        QVERIFY(second.output.contains("site-2\tcurrent\n"));
        QVERIFY(second.output.endsWith("\n0 sites upgraded, 3 current, 0 failed\n"));
        QCOMPARE(deployment.run({u"migrate"_s, u"--jobs"_s, u"0"_s}).status, 1);
        QVERIFY(deployment.run({u"sites"_s, u"check"_s}).output.contains("site-3\tok\n"));
    }

    void goesOnAfterItWasKilled_data() { test::engineRows(); }
    void goesOnAfterItWasKilled()
    {
        QFETCH(QString, engine);
        constexpr int sites = 12;
        const Deployment deployment(engine, sites, sites);
        {
            // One of its two workers stands at the first site until it is killed there.
            const auto occupied = deployment.occupied(1);
            test::ChildProcess process(deployment.program(), deployment.arguments({u"migrate"_s, u"--jobs"_s, u"2"_s}));
            QTRY_VERIFY_WITH_TIMEOUT(process.output().contains("\tupgraded\t"), 30'000);
            process.send(SIGKILL);
            QCOMPARE(process.wait(patience).value_or(0), -1);
            QVERIFY(!process.output().contains("site-1\t"));
        }
        const int left = deployment.behind();
        QVERIFY(left > 0 && left < sites);
        const auto again = deployment.run({u"migrate"_s});
        COMPARE_STATUS(again, 0);
        QVERIFY(again.output.contains("site-1\tupgraded\t"));
        QVERIFY(again.output.contains("\tcurrent\n"));
        QCOMPARE(deployment.behind(), 0);
        for (int i = 1; i <= sites; ++i)
            QCOMPARE(deployment.reached(i), sql::Migrations::site().version());
        QCOMPARE(deployment.run({u"sites"_s, u"check"_s}).output.count("\tok\n"), sites);
    }

    void aFailingSiteStopsNoOther_data() { test::engineRows(); }
    void aFailingSiteStopsNoOther()
    {
        QFETCH(QString, engine);
        const Deployment deployment(engine, 4, 3); // the fourth has no database
        if (engine == u"sqlite"_s) {
            QFile file(u"%1/sites/%2.db"_s.arg(deployment.options().dataDirectory, deployment.site(2).uuid));
            QVERIFY(file.open(QFile::ReadWrite) && file.write(QByteArray(8192, 'x')) == 8192);
        }
        const auto ended = deployment.run({u"migrate"_s});
        COMPARE_STATUS(ended, 1);
        const int failing = engine == u"sqlite"_s ? 2 : 1;
        QVERIFY(ended.output.contains("site-1\tupgraded\t") && ended.output.contains("site-3\tupgraded\t"));
        QVERIFY(ended.output.contains("site-4\tfailed\tThe site has no database."));
        QCOMPARE(ended.output.contains("site-2\tfailed\t"), engine == u"sqlite"_s);
        QVERIFY(ended.output.endsWith(", 0 current, " + QByteArray::number(failing) + " failed\n"));
        QCOMPARE(deployment.behind(), failing);
    }

    /// A start opens no site, however many there are; nor is one that is older upgraded unless that is allowed.
    void aStartOpensNoSite_data() { test::engineRows(); }
    void aStartOpensNoSite()
    {
        QFETCH(QString, engine);
        const Deployment deployment(engine, 10'000, 3);
        COMPARE_STATUS(deployment.run({u"sites"_s, u"list"_s, u"site-10000"_s}), 0);
        const QStringList serve{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
        for (const bool mayMigrate : {false, true}) {
            test::ChildProcess server(deployment.program(),
                                      deployment.arguments(serve) +
                                          (mayMigrate ? QStringList{u"--migrate"_s} : QStringList()));
            const QByteArray line = server.firstLine(patience);
            QVERIFY2(line.startsWith("Tenantry is listening on "), server.errors().constData());
            const test::HttpClient client(line.mid(line.lastIndexOf(':') + 1).toUShort());
            const auto openSites = [&] {
                return test::openDescriptors(server.processId()).filter(QRegularExpression(u"/sites/.*\\.db$"_s));
            };
            QCOMPARE(client.get("/health/").status, 200);
            QVERIFY2(openSites().isEmpty(), qPrintable(openSites().join(u' ')));
            QTRY_VERIFY(server.output().contains("sites_of_older_version"));
            // 401: the site is there, and asks who it is.
            QCOMPARE(client.get("/sites/site-2/api/apps/").status, mayMigrate ? 401 : 503);
            for (const QString &file : openSites())
                QVERIFY(mayMigrate && file.contains(deployment.site(2).uuid));
            server.send(SIGTERM);
            QCOMPARE(server.wait(patience).value_or(-1), 0);
            QCOMPARE(deployment.behind(), mayMigrate ? 9'999 : 10'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrate)
#include "tst_migrate.moc"
