// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sitecheck.h"

#include "app/server/command.h"
#include "core/sql/migrations.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

using Access = sql::Console::Access;

constexpr int mostFaults = 5; ///< of one kind, that are shown

Result<std::int64_t> versionOf(sql::Session &session)
{
    const auto version = TRY(session.first("SELECT COALESCE(MAX(number), 0) FROM {schema_migrations}", {},
                                           [](const sql::Cursor &row) { return row.integer(0); }));
    return version.value_or(0);
}

Result<QStringList> sqliteFaults(sql::Session &session)
{
    QStringList faults = QStringList();
    // Its argument SQLite 3.46 takes for the name of a table.
    const auto damage =
        TRY(session.all("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT $1",
                        {mostFaults}, [](const sql::Cursor &row) { return row.string(0); }));
    for (const QString &text : damage)
        faults.append(u"The file is damaged: %1."_s.arg(text.simplified()));
    const auto dangling =
        TRY(session.all("SELECT \"table\", \"parent\", COUNT(*) FROM pragma_foreign_key_check GROUP BY 1, 2", {},
                        [](const sql::Cursor &row) {
                            return u"%1 rows of %2 refer to rows of %3 that are not there."_s.arg(
                                row.string(2), row.string(0), row.string(1));
                        }));
    for (const QString &text : dangling)
        faults.append(text);
    return faults;
}

Result<QStringList> faultsInside(const sql::EngineOptions &data, const ListedSite &site)
{
    const sql::Console console = TRY(sql::Console::open(data, site.place, Access::Read));
    sql::Session session = console.session();
    QStringList faults;
    if (session.dialect() == sql::Dialect::Sqlite)
        faults = TRY(sqliteFaults(session));
    const std::int64_t version = TRY(versionOf(session));
    const std::int64_t known = sql::Migrations::site().version();
    if (version > known)
        faults.append(u"A newer program made it (version %1; this one knows %2)."_s.arg(version).arg(known));
    if (version != site.schemaVersion)
        faults.append(u"It is at version %1, and the platform believes %2."_s.arg(version).arg(site.schemaVersion));
    return faults;
}

Result<void> noteVersion(const sql::EngineOptions &data, const QString &uuid, std::int64_t version)
{
    const sql::Console platform = TRY(sql::Console::open(data, {}, Access::Write));
    sql::Session session = platform.session();
    TRY(session.query("UPDATE {sites} SET schema_version = $1 WHERE uuid = $2", {version, uuid}));
    return {};
}

} // namespace

Result<std::vector<ListedSite>> listedSites(const sql::EngineOptions &data)
{
    const sql::Console platform = TRY(sql::Console::open(data, {}, Access::Read));
    sql::Session session = platform.session();
    return session.all("SELECT s.slug, o.slug, s.state, s.is_active, s.schema_version, s.schema_name, s.uuid "
                       "FROM {sites} s JOIN {organizations} o ON o.id = s.organization_id ORDER BY s.slug",
                       {}, [](const sql::Cursor &row) {
                           return ListedSite{row.string(0),  row.string(1),  row.string(2),
                                             row.boolean(3), row.integer(4), {row.string(5), row.string(6)}};
                       });
}

QStringList faultsOf(const sql::EngineOptions &data, const ListedSite &site)
{
    if (site.state != "ready"_L1)
        return {u"It is half made or half deleted (%1); a server that starts, or `sites repair`, removes it."_s.arg(
            site.state)};
    const Result<QStringList> faults = faultsInside(data, site);
    return faults ? *faults : QStringList{explanation(faults.error())};
}

Result<QStringList> strayFiles(const sql::EngineOptions &data)
{
    if (!data.databaseUrl.isEmpty())
        return QStringList();
    QSet<QString> known;
    const std::vector<ListedSite> sites = TRY(listedSites(data));
    for (const ListedSite &site : sites)
        known.insert(site.place.uuid + u".db"_s);
    QStringList stray;
    for (const QString &name : QDir(data.dataDirectory + u"/sites"_s).entryList({u"*.db"_s}, QDir::Files)) {
        if (!known.contains(name))
            stray.append(u"sites/"_s + name);
    }
    return stray;
}

Result<void> repairSite(const sql::EngineOptions &data, const ListedSite &site)
{
    std::int64_t version = 0;
    {
        const sql::Console console = TRY(sql::Console::open(data, site.place, Access::Write));
        sql::Session session = console.session();
        const std::string reindex = session.dialect() == sql::Dialect::Sqlite
                                        ? "REINDEX"
                                        : "REINDEX SCHEMA " + sql::quoteIdentifier(session.space().schema());
        TRY(session.connection().script(reindex));
        version = TRY(versionOf(session));
    }
    return noteVersion(data, site.place.uuid, version);
}
