// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "core/base/ids.h"
#include "core/sql/postgres/postgresconnection.h"
#include "tests/support/testnames.h"

#include <QTest>
#include <QUrl>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// Opening, making and removing databases on both engines.
class TestEngineContract : public QObject
{
    Q_OBJECT

private slots:
    void sitesAreApart_data() { test::engineRows(); }
    void sitesAreApart()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const auto first = instance.emptySite();
        const auto second = instance.emptySite();
        test::runScript(*first, "CREATE TABLE {notes} (id {:identity}, title {:text} NOT NULL)");
        test::runScript(*second, "CREATE TABLE {notes} (id {:identity}, title {:text} NOT NULL)");
        test::runScript(*first, "INSERT INTO {notes} (title) VALUES ('one')");
        QCOMPARE(test::readText(*first, "SELECT count(*) FROM {notes}"), u"1"_s);
        QCOMPARE(test::readText(*second, "SELECT count(*) FROM {notes}"), u"0"_s);
    }

    void droppedSiteIsGone_data() { test::engineRows(); }
    void droppedSiteIsGone()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const QString uuid = newUuid();
        auto site = test::expectValue(instance.engine().createSite(u"acme"_s, uuid));
        test::runScript(*site, "CREATE TABLE {notes} (id {:identity})");
        const auto again = instance.engine().createSite(u"acme"_s, uuid);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        site.reset();

        test::expectValue(instance.engine().dropSite(u"acme"_s, uuid));
        test::expectValue(instance.engine().dropSite(u"acme"_s, uuid));
        const auto opened = instance.engine().openSite(u"acme"_s, uuid);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
        site = test::expectValue(instance.engine().createSite(u"acme"_s, uuid));
        test::runScript(*site, "CREATE TABLE {notes} (id {:identity})");
    }

    /// Files vanish by themselves while the last connection closes, which may be a moment after the site was let go.
    void siteMayBeDroppedWhileItCloses_data() { test::engineRows(); }
    void siteMayBeDroppedWhileItCloses()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        for (int i = 0; i < 50; ++i) {
            const QString uuid = newUuid();
            auto site = test::expectValue(instance.engine().createSite(u"acme"_s, uuid));
            test::runScript(*site, "CREATE TABLE {notes} (id {:identity})");
            site.reset();
            test::expectValue(instance.engine().dropSite(u"acme"_s, uuid));
        }
    }

    void dataSurvivesReopening_data() { test::engineRows(); }
    void dataSurvivesReopening()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        const QString uuid = newUuid();
        auto site = test::expectValue(instance.engine().createSite(u"acme"_s, uuid));
        test::runScript(*site, "CREATE TABLE {notes} (title {:text}); INSERT INTO {notes} VALUES ('kept')");
        site.reset();
        instance.reopen();
        site = test::expectValue(instance.engine().openSite(u"acme"_s, uuid));
        QCOMPARE(test::readText(*site, "SELECT title FROM {notes}"), u"kept"_s);
    }

    void folderIsLocked()
    {
        test::TestEngine instance(u"sqlite"_s);
        const auto second = sql::Engine::open(instance.options());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        instance.close();
        QVERIFY(sql::Engine::open(instance.options()).has_value());
    }

    void schemasOfOthersAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"tenantry", "public", "pg_catalog", "pg_mine", "information_schema", ""})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void schemasOfOthersAreRefused()
    {
        QFETCH(QString, name);
        test::TestEngine instance(u"postgres"_s);
        QCOMPARE(instance.engine().createSite(name, newUuid()).error().code, ErrorCode::Conflict);
        QCOMPARE(instance.engine().dropSite(name, newUuid()).error().code, ErrorCode::Conflict);
    }

    void otherEncodingIsRefused()
    {
        const auto server =
            test::expectValue(sql::PostgresConnection::open(test::postgresUrl(), std::chrono::minutes(1)));
        const QString name = u"test_latin_"_s + newUuid().remove(u'-');
        test::expectValue(server->script("CREATE DATABASE " + name.toStdString() +
                                         " TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'"));
        sql::EngineOptions options;
        QUrl url(test::postgresUrl());
        url.setPath(u'/' + name);
        options.databaseUrl = url.toString(QUrl::FullyEncoded);
        const auto opened = sql::Engine::open(options);
        test::expectValue(server->script("DROP DATABASE " + name.toStdString() + " WITH (FORCE)"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Validation);
        QVERIFY(opened.error().message.contains(u"UTF8"_s));
    }

    /// Reads, and writes that share a transaction; those that run alone have longer.
    void statementsEndInTime_data() { test::engineRows(); }
    void statementsEndInTime()
    {
        QFETCH(QString, engine);
        test::TestEngine instance(engine);
        instance.emptySite();
        sql::EngineOptions options = instance.options();
        options.statement = std::chrono::milliseconds(50);
        instance.close();
        const auto hasty = test::expectValue(sql::Engine::open(options));
        const auto site = test::expectValue(hasty->createSite(u"hasty"_s, newUuid()));
        const auto count = [](qint64 rows) {
            return "SELECT count(*) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                   std::to_string(rows) + ") SELECT i FROM n) AS numbers";
        };
        const auto counted = [&](qint64 rows) {
            return [sql = count(rows)](sql::Session &session) {
                return session.first(sql, {}, [](const sql::Cursor &row) { return row.integer(0); });
            };
        };
        constexpr qint64 endless = 2'000'000'000;
        QCOMPARE(site->read(counted(endless)).error().code, ErrorCode::Timeout);
        QCOMPARE(site->read(counted(endless), sql::ReadKind::Snapshot).error().code, ErrorCode::Timeout);
        QCOMPARE(site->write(counted(endless)).wait().error().code, ErrorCode::Timeout);
        QCOMPARE(test::expectValue(site->read(counted(10))), std::optional<std::int64_t>(10));
        QCOMPARE(test::expectValue(site->write(counted(10)).wait()), std::optional<std::int64_t>(10));
        const Result<int> slept = site->write(
                                          [&](sql::Transaction &transaction) -> Result<int> {
                                              const auto until =
                                                  std::chrono::steady_clock::now() + options.statement * 4;
                                              for (qint64 rows = 1'000; std::chrono::steady_clock::now() < until;)
                                                  TRY(counted(rows *= 2)(transaction));
                                              return 1;
                                          },
                                          sql::WriteKind::Alone)
                                      .wait();
        QVERIFY(slept);
    }

    void nonsenseIsNoDatabaseUrl()
    {
        sql::EngineOptions options;
        options.databaseUrl = u"mysql://localhost/x"_s;
        QCOMPARE(sql::Engine::open(options).error().code, ErrorCode::Validation);
    }

    void unreachableServerIsUnavailable()
    {
        sql::EngineOptions options;
        options.databaseUrl = u"postgresql://nobody@127.0.0.1:1/none"_s;
        const auto opened = sql::Engine::open(options);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
        QVERIFY(!opened.error().message.contains("127.0.0.1"_L1));
    }
};

QTEST_GUILESS_MAIN(TestEngineContract)
#include "tst_engine.moc"
