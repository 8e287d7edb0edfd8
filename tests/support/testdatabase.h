// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/engine.h"
#include "core/sql/migrator.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace tenantry::test {

/// The rows of a data-driven test that runs once per engine, "sqlite" and "postgres", in the column `engine`:
///
///     void keepsNames_data() { test::engineRows(); }
///     void keepsNames()
///     {
///         QFETCH(QString, engine);
///         test::TestEngine instance(engine);
///         const std::shared_ptr<sql::Database> database = instance.migratedSite();
///         ...
///     }
///
/// Register the test with DATABASE in its CMakeLists.txt, so that CTest starts a PostgreSQL for it; outside CTest the
/// environment variable TENANTRY_TEST_POSTGRES holds the URL of a server where databases may be created. Without one
/// the rows for PostgreSQL fail.
void engineRows();
const QStringList &engineNames();

/// An empty deployment of its own: a temporary folder, or a new PostgreSQL database that is dropped afterwards.
class TestEngine
{
public:
    explicit TestEngine(const QString &engine);
    ~TestEngine();
    TestEngine(const TestEngine &) = delete;
    TestEngine &operator=(const TestEngine &) = delete;

    /// What the engine was opened with; `databaseUrl` is empty on SQLite. A server may be started with it after
    /// close().
    const sql::EngineOptions &options() const { return m_options; }
    sql::Engine &engine() { return *m_engine; }
    sql::Dialect dialect() const { return m_engine->dialect(); }

    /// The platform's database, or a new site's, with the schema of this program.
    std::shared_ptr<sql::Database> migratedPlatform();
    std::shared_ptr<sql::Database> migratedSite();
    /// A new site's database without any table.
    std::shared_ptr<sql::Database> emptySite();

    /// Closes the engine, and opens it again on the same data.
    void close() { m_engine.reset(); }
    void reopen();

private:
    QTemporaryDir m_folder;
    sql::EngineOptions m_options;
    QString m_postgresDatabase;
    std::unique_ptr<sql::Engine> m_engine;
    int m_siteCount = 0;
};

/// One deployment per engine, made when first asked for and shared by the tests of a class, each of which makes a site
/// of its own. A member of the test class, since making a PostgreSQL database is what takes the time.
class SharedEngines
{
public:
    TestEngine &operator[](const QString &engine);

private:
    std::map<QString, std::unique_ptr<TestEngine>> m_engines;
};

/// The value of a result, or the end of the test program with its message.
template<class T>
T expectValue(Result<T> result)
{
    if (!result)
        qFatal("unexpected failure: %s (%s)", qPrintable(result.error().message), qPrintable(result.error().cause));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

template<class T>
T expectValue(Later<T> later)
{
    return expectValue(std::move(later).wait());
}

/// Runs statements without parameters in a write of their own; names in braces are resolved.
void runScript(sql::Database &database, const char *script, sql::WriteKind kind = sql::WriteKind::Alone);
/// The first column of the first row as text; "NULL" for a null, empty when there is no row.
QString readText(sql::Database &database, const char *query, const sql::Values &values = {});

} // namespace tenantry::test
