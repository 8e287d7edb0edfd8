// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cataloguestore.h"

#include "core/apps/appstore.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/tablestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// How long a server on PostgreSQL may go on with a catalogue that another server has replaced.
constexpr std::chrono::seconds confirmationInterval{1};

/// One lock per site: readers of definitions share it, a change has it to itself. Held to the end of the transaction.
std::string lockName(const sql::Session &session)
{
    return "tenantry.catalogue." + session.space().schema();
}

Result<std::int64_t> storedVersion(sql::Session &session)
{
    const auto version = TRY(session.first("SELECT version FROM {catalogue_version} WHERE id = 1", {},
                                           [](const sql::Cursor &row) { return row.integer(0); }));
    if (!version)
        return failure(Error::internal(u"the site has no catalogue version"_s));
    return *version;
}

Result<void> takeLock(sql::Session &session, std::string_view function)
{
    const std::string sql = "SELECT " + std::string(function) + "(hashtextextended($1, 0))";
    const sql::CursorPtr cursor = TRY(session.query(sql, {lockName(session)}));
    TRY(cursor->next());
    return {};
}

/// Tables come by name, so that of the nodes is there before that of their edges.
std::shared_ptr<const Table> nodesOf(const Table &edges, const Catalogue::App &app)
{
    const auto isNodes = [&](const auto &entry) { return edgestable::name(entry.first) == edges.name; };
    const auto found = std::find_if(app.tables.begin(), app.tables.end(), isNodes);
    return found == app.tables.end() ? nullptr : found->second;
}

} // namespace

Result<std::shared_ptr<const Catalogue>> CatalogueStore::current(const Site &site) const
{
    std::shared_ptr<const Catalogue> known = site.catalogue();
    const auto now = std::chrono::steady_clock::now();
    if (known && (site.dialect() == sql::Dialect::Sqlite || now - known->confirmedAt() < confirmationInterval))
        return known;
    if (known && TRY(site.read(storedVersion)) == known->version()) {
        known->confirm(now);
        return known;
    }
    TRY(refresh(site));
    return site.catalogue();
}

Result<std::shared_ptr<const Catalogue>> CatalogueStore::current(const Site &site, sql::Transaction &transaction) const
{
    if (transaction.dialect() == sql::Dialect::Postgres)
        TRY(takeLock(transaction, "pg_advisory_xact_lock_shared"));
    std::shared_ptr<const Catalogue> known = site.catalogue();
    if (known && TRY(storedVersion(transaction)) == known->version())
        return known;
    if (known) // whoever reads after this write does not go on with it
        known->confirm({});
    return load(transaction);
}

Result<void> CatalogueStore::lockForChange(sql::Transaction &transaction) const
{
    if (transaction.dialect() == sql::Dialect::Sqlite)
        return {}; // the one writer of the site is this transaction
    TRY(transaction.script("SET LOCAL lock_timeout = '2s'"));
    Result<void> locked = takeLock(transaction, "pg_advisory_xact_lock");
    if (!locked && locked.error().code == ErrorCode::Unavailable)
        return failure(Error::make(ErrorCode::Conflict, u"The tables of this site are being changed or written to."_s,
                                   u"Try again when that has ended."_s)
                           .withCause(locked.error().cause));
    return locked;
}

Result<void> CatalogueStore::bumpVersion(sql::Transaction &transaction) const
{
    TRY(transaction.execute("UPDATE {catalogue_version} SET version = version + 1 WHERE id = 1"));
    return {};
}

Result<std::shared_ptr<const Catalogue>> CatalogueStore::load(sql::Session &session) const
{
    const std::int64_t version = TRY(storedVersion(session));
    std::map<QString, Catalogue::App> apps;
    for (const apps::App &app : TRY(apps::appstore::all(session)))
        apps.emplace(app.slug, Catalogue::App{app.id, app.slug, app.active, {}});
    for (TableRecord &record : TRY(tablestore::all(session))) {
        Catalogue::App &app = apps[record.table.appSlug];
        if (edgestable::isOne(record.table))
            record.table.nodes = nodesOf(record.table, app);
        auto table = std::make_shared<const Table>(std::move(record.table));
        app.tables.emplace(table->name, table);
    }
    return std::make_shared<const Catalogue>(version, std::move(apps));
}

Result<void> CatalogueStore::refresh(const Site &site) const
{
    site.setCatalogue(TRY(site.read([this](sql::Session &session) { return load(session); }, sql::ReadKind::Snapshot)));
    return {};
}

} // namespace tenantry::data
