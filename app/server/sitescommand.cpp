// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sitescommand.h"

#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "app/server/sitecheck.h"
#include "core/config/commandline.h"
#include "core/tenancy/tenancyservices.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

struct Job
{
    const Config &config;
    sql::EngineOptions data;
    QStringList wanted; ///< slugs or UUIDs; empty means all
};

bool isWanted(const Job &job, const ListedSite &site)
{
    return job.wanted.isEmpty() || job.wanted.contains(site.slug) || job.wanted.contains(site.place.uuid);
}

/// The sites the command names, all of which must be there.
Result<std::vector<ListedSite>> wantedSites(const Job &job)
{
    std::vector<ListedSite> sites = TRY(listedSites(job.data));
    std::erase_if(sites, [&](const ListedSite &site) { return !isWanted(job, site); });
    if (sites.size() < std::size_t(job.wanted.size()))
        return failure(ErrorCode::NotFound, u"Not all of these sites exist."_s,
                       u"`tenantry-server sites list` shows which there are."_s);
    return sites;
}

/// The result of an action: how many faults are left.
Result<int> list(const Job &job)
{
    print(u"site\torganization\tstate\tversion\tuuid\tschema"_s);
    const std::vector<ListedSite> sites = TRY(wantedSites(job));
    for (const ListedSite &site : sites) {
        const QString state = site.state == "ready"_L1 && !site.active ? u"inactive"_s : site.state;
        print(QStringList{site.slug, site.organization, state, QString::number(site.schemaVersion), site.place.uuid,
                          site.place.schemaName}
                  .join(u'\t'));
    }
    return 0;
}

Result<int> check(const Job &job)
{
    int faulty = 0;
    const std::vector<ListedSite> sites = TRY(wantedSites(job));
    for (const ListedSite &site : sites) {
        const QStringList faults = faultsOf(job.data, site);
        print(site.slug + u'\t' + (faults.isEmpty() ? u"ok"_s : faults.join(u' ')));
        faulty += faults.isEmpty() ? 0 : 1;
    }
    const QStringList stray = TRY(strayFiles(job.data));
    for (const QString &file : stray)
        print(u"%1\tbelongs to no site; move it away once you know what it is."_s.arg(file));
    return faulty + int(stray.size());
}

/// What a crash has left of sites that were being made or deleted.
Result<void> removeLeftOvers(const Config &config)
{
    const auto platform = TRY(PlatformData::open(config));
    const Clock clock;
    TenancyServices tenancy(config, clock, platform->engine(), platform->database());
    const int removed = TRY(tenancy.provisioner().cleanUp());
    if (removed > 0)
        print(u"Removed what was left of %1 sites that were being made or deleted."_s.arg(removed));
    return {};
}

Result<int> repair(const Job &job)
{
    TRY(removeLeftOvers(job.config));
    const std::vector<ListedSite> sites = TRY(wantedSites(job));
    for (const ListedSite &site : sites) {
        if (faultsOf(job.data, site).isEmpty())
            continue;
        if (const Result<void> done = repairSite(job.data, site); !done)
            print(site.slug + u"\tcannot be repaired, restore it from a backup: "_s + explanation(done.error()));
    }
    return check(job);
}

struct Action
{
    QLatin1StringView name;
    Result<int> (*run)(const Job &);
};

constexpr Action actions[] = {
    {"list"_L1, list},
    {"check"_L1, check},
    {"repair"_L1, repair},
};

int perform(const Action &action, const Config &config, const QStringList &wanted)
{
    const Result<sql::EngineOptions> data = dataOf(config);
    if (!data)
        return failed(explanation(data.error()));
    const Result<int> faults = action.run({config, *data, wanted});
    if (!faults)
        return failed(explanation(faults.error()));
    return *faults == 0 ? 0 : 1;
}

} // namespace

int sitesCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lists sites, checks whether their databases are whole (status 1 when one is not), and repairs what can be: "
        "half-made sites, indexes, noted versions. Listing and checking may be done beside a running server; repairing "
        "with SQLite may not."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"action"_s, u"list, check or repair"_s);
    parser.addPositionalArgument(u"site"_s, u"Slugs or UUIDs; all sites without."_s, u"[site...]"_s);
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));
    const QStringList words = parser.positionalArguments();
    for (const Action &action : actions) {
        if (words.value(0) == action.name)
            return perform(action, loaded->config, words.mid(1));
    }
    return failed(u"say what to do: sites list, sites check or sites repair"_s);
}
