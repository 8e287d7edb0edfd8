// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/tableservice.h"

#include "core/apps/appmanager.h"
#include "core/data/cataloguechange.h"
#include "core/data/mirrors.h"
#include "core/data/schema/tablelookup.h"
#include "core/data/schema/tablestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// A change of a table as the whole that it leads to: the definition stays where the body has none.
Result<json::Value> completed(const json::Value &body, const Table &table)
{
    json::Object whole = body.object();
    const json::Value &name = body["name"];
    if (!name.isNull() && name.string() != table.name)
        return failure(Error::field(u"name"_s, u"cannot be changed"_s));
    const json::Value &provider = body["provider_type"];
    if (!provider.isNull() && provider.string() != table.providerType)
        return failure(Error::field(u"provider_type"_s, u"cannot be changed"_s));
    whole.set("name", table.name);
    if (body["json_schema"].isNull())
        whole.set("json_schema", table.definition);
    return json::Value(std::move(whole));
}

Result<void> refuseTakenName(sql::Session &session, const apps::App &app, const TableDraft &draft)
{
    if (!draft.report.acceptable() || !TRY(tablestore::find(session, app.id, draft.name)))
        return {};
    Error error = Error::make(ErrorCode::Conflict,
                              u"There is a table '%1' in this app."_s.arg(QString::fromStdString(draft.name)));
    error.fields.push_back({u"name"_s, u"is used by another table"_s});
    return failure(std::move(error));
}

Later<TableChange> changeOf(Later<SchemaPlan> defined, SchemaMode mode)
{
    return std::move(defined).map([mode](Result<SchemaPlan> result) -> Result<TableChange> {
        SchemaPlan plan = TRY(std::move(result));
        TableChange change;
        change.report = plan.report();
        change.report.dryRun = mode != SchemaMode::Apply;
        if (!plan.tables.empty())
            change.record = std::move(plan.tables.front().record);
        return change;
    });
}

} // namespace

Result<std::vector<TableRecord>> TableService::list(const Site &site, const QString &app) const
{
    const auto catalogue = TRY(CatalogueStore().current(site));
    return site.read([&](sql::Session &session) -> Result<std::vector<TableRecord>> {
        const apps::App owner = TRY(existingApp(session, app));
        std::vector<TableRecord> records = TRY(tablestore::ofApp(session, owner.id));
        const Catalogue::App *known = catalogue->app(app);
        for (const auto &[name, source] : known ? known->mirrors : mirrors::Sources()) {
            const Catalogue::App *other = catalogue->app(source->appSlug);
            auto record = TRY(tablestore::find(session, other ? other->id : 0, source->name));
            if (record)
                records.push_back(mirrors::shown(std::move(*record), app, name));
        }
        return records;
    });
}

Result<TableRecord> TableService::find(const Site &site, const QString &app, const QString &table) const
{
    return site.read([&](sql::Session &session) -> Result<TableRecord> {
        return shownTable(session, TRY(existingApp(session, app)), table);
    });
}

Result<std::optional<std::int64_t>> TableService::countRows(const Site &site, const Table &table) const
{
    if (!table.materialized)
        return std::nullopt;
    const std::string sql = "SELECT count(*) FROM (SELECT 1 FROM " + site.space().table(table.physicalName) +
                            " LIMIT " + std::to_string(countLimit + 1) + ") AS some_rows";
    const auto count = TRY(site.read([&](sql::Session &session) {
        return session.first(sql, {}, [](const sql::Cursor &row) { return row.integer(0); });
    }));
    return count && *count <= countLimit ? count : std::nullopt;
}

Later<TableRecord> TableService::create(const Site &site, const SitePrincipal &principal, const QString &app,
                                        TableDraft draft) const
{
    using Drafts = std::vector<TableDraft>;
    TRY(apps::requireAppManager(principal));
    const auto source = [draft = std::move(draft)](sql::Transaction &transaction,
                                                   const apps::App &owner) -> Result<Drafts> {
        TRY(refuseTakenName(transaction, owner, draft));
        return Drafts{draft};
    };
    SchemaFlags flags;
    flags.limit = m_limit;
    return changeOf(defineTables(site, app, source, flags, {principal.id, m_clock.now()}), flags.mode)
        .map([](Result<TableChange> change) -> Result<TableRecord> { return TRY(std::move(change)).record; });
}

Later<TableChange> TableService::update(const Site &site, const SitePrincipal &principal, const QString &app,
                                        const QString &table, const json::Value &body, SchemaFlags flags) const
{
    using Drafts = std::vector<TableDraft>;
    TRY(apps::requireAppManager(principal));
    const auto source = [=](sql::Transaction &transaction, const apps::App &owner) -> Result<Drafts> {
        const TableRecord before = TRY(changeableTable(transaction, owner, table));
        const json::Value whole = TRY(completed(body, before.table));
        return Drafts{readTableDraft(owner.slug, whole, DraftForm::Table, JsonPath())};
    };
    flags.limit = m_limit;
    return changeOf(defineTables(site, app, source, flags, {principal.id, m_clock.now()}), flags.mode);
}

Later<TableChange> TableService::materialize(const Site &site, const SitePrincipal &principal, const QString &app,
                                             const QString &table, SchemaMode mode) const
{
    using Drafts = std::vector<TableDraft>;
    TRY(apps::requireAppManager(principal));
    const auto source = [=](sql::Transaction &transaction, const apps::App &owner) -> Result<Drafts> {
        const TableRecord before = TRY(changeableTable(transaction, owner, table));
        TableDraft draft = readTableDraft(owner.slug, TRY(completed(json::Value(json::Object()), before.table)),
                                          DraftForm::Table, JsonPath());
        draft.materialize = true;
        return Drafts{std::move(draft)};
    };
    SchemaFlags flags;
    flags.mode = mode;
    flags.limit = m_limit;
    return changeOf(defineTables(site, app, source, flags, {principal.id, m_clock.now()}), mode);
}

Later<ReflectedTable> TableService::reflect(const Site &site, const SitePrincipal &principal, const QString &app,
                                            const QString &table, Metadata metadata) const
{
    TRY(apps::requireAppManager(principal));
    const Author author{principal.id, m_clock.now()};
    return changeCatalogue(
        site, [=, limit = m_limit](sql::Transaction &transaction) -> Result<Changed<ReflectedTable>> {
            TRY(limitTime(transaction, limit));
            const apps::App owner = TRY(existingApp(transaction, app));
            return reflectTable(transaction, owner, TRY(changeableTable(transaction, owner, table)), metadata, author);
        });
}

Later<SchemaReport> TableService::define(const Site &site, const SitePrincipal &principal, const QString &app,
                                         std::vector<TableDraft> drafts, SchemaFlags flags) const
{
    using Drafts = std::vector<TableDraft>;
    TRY(apps::requireAppManager(principal));
    const auto source = [drafts = std::move(drafts)](sql::Transaction &, const apps::App &) -> Result<Drafts> {
        return drafts;
    };
    flags.limit = m_limit;
    return defineTables(site, app, source, flags, {principal.id, m_clock.now()})
        .map([mode = flags.mode](Result<SchemaPlan> plan) -> Result<SchemaReport> {
            SchemaReport report = TRY(std::move(plan)).report();
            report.dryRun = mode != SchemaMode::Apply;
            return report;
        });
}

Later<DroppedTable> TableService::drop(const Site &site, const SitePrincipal &principal, const QString &app,
                                       const QString &table, DropKind kind) const
{
    TRY(apps::requireAppManager(principal));
    const Author author{principal.id, m_clock.now()};
    return changeCatalogue(
        site,
        [=, limit = m_limit](sql::Transaction &transaction) -> Result<Changed<DroppedTable>> {
            TRY(limitTime(transaction, limit));
            const apps::App owner = TRY(existingApp(transaction, app));
            const TableRecord record = TRY(changeableTable(transaction, owner, table));
            return Changed<DroppedTable>{TRY(dropTable(transaction, owner, record, kind, author)),
                                         CatalogueEffect::Changed};
        },
        sql::WriteKind::Rebuild);
}

} // namespace tenantry::data
