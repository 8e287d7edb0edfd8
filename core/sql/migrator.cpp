// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/migrator.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// Of the advisory locks on PostgreSQL that migrations take, one for each schema.
constexpr std::int64_t migrationLocks = 0x7e7a'6e74;

Result<std::set<int>> recordedSteps(Session &session)
{
    const std::vector<int> numbers = TRY(session.all("SELECT number FROM {schema_migrations}", {},
                                                     [](const Cursor &row) { return int(row.integer(0)); }));
    return std::set<int>(numbers.begin(), numbers.end());
}

Result<bool> hasRecords(Session &session)
{
    if (session.dialect() == Dialect::Postgres) {
        const auto found =
            TRY(session.first("SELECT to_regclass($1) IS NOT NULL", {session.space().resolve("{schema_migrations}")},
                              [](const Cursor &row) { return row.boolean(0); }));
        return found.value_or(false);
    }
    // The name as a literal: '{#...}' would not be resolved inside quotes.
    std::string name = session.space().resolve("{#schema_migrations}");
    name = name.substr(1, name.size() - 2);
    const auto found =
        TRY(session.first("SELECT 1 FROM sqlite_schema WHERE name = $1", {name}, [](const Cursor &) { return true; }));
    return found.has_value();
}

Result<std::vector<const Migration *>> missingSteps(const Migrations &migrations, Session &session)
{
    std::set<int> recorded;
    if (TRY(hasRecords(session)))
        recorded = TRY(recordedSteps(session));
    std::vector<const Migration *> missing;
    for (const Migration &step : migrations.steps()) {
        if (recorded.erase(step.number) == 0)
            missing.push_back(&step);
    }
    if (!recorded.empty())
        return failure(ErrorCode::Conflict, u"The database was made by a newer version of Tenantry."_s,
                       u"Start that version or a later one."_s);
    return missing;
}

/// Held until the end of the transaction, so that two servers do not run the same step. A schema that is kept waiting
/// keeps no other waiting. On SQLite a transaction that writes is alone anyway.
Result<void> lockSchema(Transaction &transaction)
{
    if (transaction.dialect() != Dialect::Postgres)
        return {};
    TRY(transaction.query("SELECT pg_advisory_xact_lock($1::int, hashtext($2))",
                          {migrationLocks, transaction.space().schema()}));
    return {};
}

/// Runs the first missing step; answers whether there was one.
Result<bool> runNext(const Migrations &migrations, Transaction &transaction)
{
    TRY(lockSchema(transaction));
    const std::vector<const Migration *> missing = TRY(missingSteps(migrations, transaction));
    if (missing.empty())
        return false;
    const Migration &step = *missing.front();
    TRY(transaction.script("CREATE TABLE IF NOT EXISTS {schema_migrations} (number {:integer} PRIMARY KEY,"
                           " name {:text} NOT NULL)"));
    TRY(transaction.script(forDialect(step.sql, transaction.dialect())));
    TRY(transaction.execute("INSERT INTO {schema_migrations} (number, name) VALUES ($1, $2)",
                            {step.number, step.name}));
    return true;
}

Later<int> migrateFrom(const std::shared_ptr<const Migrations> &migrations, const std::shared_ptr<Database> &database,
                       int done)
{
    auto ran = database->write([migrations](Transaction &transaction) { return runNext(*migrations, transaction); },
                               WriteKind::Rebuild);
    return std::move(ran).andThen([migrations, database, done](bool more) -> Later<int> {
        return more ? migrateFrom(migrations, database, done + 1) : Later<int>(Result<int>(done));
    });
}

} // namespace

Migrator::Migrator(Migrations migrations)
    : m_migrations(std::make_shared<const Migrations>(std::move(migrations)))
{
}

Later<int> Migrator::migrate(std::shared_ptr<Database> database) const
{
    return migrateFrom(m_migrations, database, 0);
}

Result<int> Migrator::pending(Database &database) const
{
    return database.read(
        [this](Session &session) -> Result<int> { return int(TRY(missingSteps(*m_migrations, session)).size()); });
}

} // namespace tenantry::sql
