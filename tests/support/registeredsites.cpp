// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registeredsites.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::test {

sql::Migrations olderSiteMigrations()
{
    const int newest = sql::Migrations::site().version(); // also lets the resources be found
    const QTemporaryDir folder;
    const QDir embedded(u":/tenantry/migrations"_s);
    const QString left = u"site_%1_"_s.arg(newest, 4, 10, QChar(u'0'));
    for (const QString &file : embedded.entryList({u"site_*.sql"_s})) {
        if (!file.startsWith(left) && !QFile::copy(embedded.filePath(file), folder.filePath(file)))
            qFatal("the migration %s could not be copied", qPrintable(file));
    }
    sql::Migrations older = sql::Migrations::fromFolder(folder.path(), u"site"_s);
    if (older.version() < 1 || older.version() >= newest)
        qFatal("there is no older version of sites");
    return older;
}

void registerSites(sql::Database &platform, int count, int schemaVersion)
{
    const auto insert = [=](sql::Transaction &transaction) -> Result<bool> {
        TRY(transaction.execute("INSERT INTO {organizations} (uuid, slug, name, search_text, subscription_plan, "
                                "max_sites, max_members, is_active, is_verified, settings, created_at, modified_at) "
                                "VALUES ('many', 'many', 'Many', '', '', 0, 0, TRUE, TRUE, '{}', 0, 0)"));
        TRY(transaction.execute(
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $1) "
            "INSERT INTO {sites} (uuid, slug, name, search_text, schema_name, environment, is_active, site_settings, "
            "organization_id, schema_version, state, lease_until, created_at, modified_at) "
            "SELECT '00000000-0000-4000-8000-' || CAST(100000000000 + n AS TEXT), 'site-' || CAST(n AS TEXT), 'Site', "
            "'', 'site_' || CAST(n AS TEXT), 'production', TRUE, '{}', o.id, $2, 'ready', 0, 0, 0 "
            "FROM numbers, {organizations} o WHERE o.slug = 'many'",
            {count, schemaVersion}));
        return true;
    };
    expectValue(platform.write(insert));
}

SiteInfo siteNumber(int number, int schemaVersion)
{
    SiteInfo site;
    site.uuid = u"00000000-0000-4000-8000-%1"_s.arg(100'000'000'000LL + number);
    site.slug = u"site-%1"_s.arg(number);
    site.schemaName = u"site_%1"_s.arg(number);
    site.schemaVersion = schemaVersion;
    return site;
}

void makeSiteDatabase(TestEngine &deployment, const SiteInfo &site, sql::Migrations migrations)
{
    const auto database = expectValue(deployment.engine().createSite(site.schemaName, site.uuid));
    expectValue(sql::Migrator(std::move(migrations)).migrate(database));
}

QStringList openDescriptors(qint64 processId)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(processId));
    QStringList targets;
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot))
        targets.append(QFile::symLinkTarget(folder.filePath(name)));
    return targets;
}

} // namespace tenantry::test
