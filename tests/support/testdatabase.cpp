// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "core/base/ids.h"
#include "core/sql/postgres/postgresconnection.h"
#include "tests/support/testnames.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

void onServer(const QString &statement)
{
    const QString url = postgresUrl();
    if (url.isEmpty())
        qFatal("TENANTRY_TEST_POSTGRES is not set and CTest has started no PostgreSQL");
    const auto connection = expectValue(sql::PostgresConnection::open(url, std::chrono::seconds(60)));
    expectValue(connection->script(statement.toStdString()));
}

QString onDatabase(const QString &database)
{
    QUrl url(postgresUrl());
    url.setPath(u'/' + database);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

void engineRows()
{
    QTest::addColumn<QString>("engine");
    for (const QString &name : engineNames())
        QTest::newRow(qPrintable(name)) << name;
}

const QStringList &engineNames()
{
    static const QStringList names{u"sqlite"_s, u"postgres"_s};
    return names;
}

TestEngine::TestEngine(const QString &engine)
{
    m_options.dataDirectory = m_folder.path();
    if (engine == "postgres"_L1) {
        m_postgresDatabase = u"test_"_s + newUuid().remove(u'-');
        onServer(u"CREATE DATABASE "_s + m_postgresDatabase);
        m_options.databaseUrl = onDatabase(m_postgresDatabase);
    }
    reopen();
}

TestEngine::~TestEngine()
{
    close();
    if (!m_postgresDatabase.isEmpty())
        onServer(u"DROP DATABASE IF EXISTS "_s + m_postgresDatabase + u" WITH (FORCE)"_s);
}

void TestEngine::reopen()
{
    close();
    m_engine = expectValue(sql::Engine::open(m_options));
}

std::shared_ptr<sql::Database> TestEngine::migratedPlatform()
{
    std::shared_ptr<sql::Database> database = expectValue(m_engine->openPlatform());
    expectValue(sql::Migrator(sql::Migrations::platform()).migrate(database));
    return database;
}

std::shared_ptr<sql::Database> TestEngine::migratedSite()
{
    std::shared_ptr<sql::Database> database = emptySite();
    expectValue(sql::Migrator(sql::Migrations::site()).migrate(database));
    return database;
}

std::shared_ptr<sql::Database> TestEngine::emptySite()
{
    return expectValue(m_engine->createSite(u"site%1"_s.arg(++m_siteCount), newUuid()));
}

TestEngine &SharedEngines::operator[](const QString &engine)
{
    std::unique_ptr<TestEngine> &instance = m_engines[engine];
    if (!instance)
        instance = std::make_unique<TestEngine>(engine);
    return *instance;
}

void runScript(sql::Database &database, const char *script, sql::WriteKind kind)
{
    expectValue(database.write(
        [script](sql::Transaction &transaction) -> Result<bool> {
            TRY(transaction.script(script));
            return true;
        },
        kind));
}

QString readText(sql::Database &database, const char *query, const sql::Values &values)
{
    const auto found = expectValue(database.read([&](sql::Session &session) {
        return session.first(query, values,
                             [](const sql::Cursor &row) { return row.isNull(0) ? u"NULL"_s : row.string(0); });
    }));
    return found.value_or(QString());
}

} // namespace tenantry::test
