// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/siteupgrade.h"

#include "core/base/threadpool.h"
#include "core/sql/engine.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

Error newerSite()
{
    return Error::make(ErrorCode::Conflict, u"The database was made by a newer version of Tenantry."_s,
                       u"Use that version or a later one."_s);
}

} // namespace

SiteUpgrade::SiteUpgrade(sql::Engine &engine, sql::Database &platform, sql::Migrations migrations)
    : m_engine(engine)
    , m_platform(platform)
    , m_migrator(std::move(migrations))
{
}

void SiteUpgrade::run(const std::vector<SiteVersion> &sites, int parallel,
                      const std::function<void(const Outcome &)> &report) const
{
    std::mutex reporting;
    ThreadPool threads(parallel); // last: its end waits for the work
    for (const SiteVersion &site : sites) {
        const bool begun = threads.post([this, &site, &reporting, &report] {
            const Outcome outcome = upgrade(site);
            const std::lock_guard lock(reporting);
            report(outcome);
        });
        Q_ASSERT(begun);
        Q_UNUSED(begun)
    }
}

SiteUpgrade::Outcome SiteUpgrade::upgrade(const SiteVersion &site) const
{
    if (site.schemaVersion > version())
        return {site, State::Failed, newerSite()};
    if (site.schemaVersion == version())
        return {site, State::Current, {}};
    const Result<int> steps = migrate(site);
    if (!steps)
        return {site, State::Failed, steps.error()};
    return {site, *steps > 0 ? State::Upgraded : State::Current, {}};
}

/// Answers how many steps were missing.
Result<int> SiteUpgrade::migrate(const SiteVersion &site) const
{
    const auto database = TRY(m_engine.openSite(site.schemaName, site.uuid));
    const int steps = TRY(m_migrator.migrate(database).wait());
    // Without steps, too: somebody was stopped between the last one and this.
    TRY(m_platform
            .write([uuid = site.uuid, version = m_migrator.version()](sql::Transaction &platform) {
                return SiteStore::setSchemaVersion(platform, uuid, version);
            })
            .wait());
    return steps;
}

} // namespace tenantry
