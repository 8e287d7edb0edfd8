// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/migratecommand.h"

#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "app/server/sitecheck.h"
#include "core/config/commandline.h"
#include "core/tenancy/siteupgrade.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

constexpr int defaultJobs = 8;
constexpr int mostJobs = 64;

/// What the lines so far have said.
struct Summary
{
    int upgraded = 0;
    int current = 0;
    int failed = 0;
};

/// A line is out before the next site's is, so that it is known how far a run has come that was killed.
void report(const QStringList &columns)
{
    print(columns.join(u'\t'));
    std::fflush(stdout);
}

/// With the cause, which no client sees: the operator has nobody else to ask.
QString reasonOf(const Error &error)
{
    return (explanation(error) + u' ' + error.cause).simplified();
}

void count(const SiteUpgrade::Outcome &outcome, int version, Summary &summary)
{
    const QString &slug = outcome.site.slug;
    switch (outcome.state) {
    case SiteUpgrade::State::Upgraded:
        ++summary.upgraded;
        return report({slug, u"upgraded"_s, u"from %1 to %2"_s.arg(outcome.site.schemaVersion).arg(version)});
    case SiteUpgrade::State::Current:
        ++summary.current;
        return report({slug, u"current"_s});
    case SiteUpgrade::State::Failed:
        ++summary.failed;
        return report({slug, u"failed"_s, reasonOf(outcome.error)});
    }
}

/// The result of an action: the exit status.
Result<int> upgrade(const Config &config, int jobs)
{
    const auto platform = TRY(PlatformData::open(config, jobs));
    report({u"(platform)"_s, platform->wasUpgraded() ? u"upgraded"_s : u"current"_s});
    const SiteUpgrade sites(platform->engine(), platform->database());
    const std::vector<SiteVersion> versions = TRY(platform->database().read(SiteStore::versions));
    Summary summary;
    sites.run(versions, jobs, [&](const SiteUpgrade::Outcome &outcome) { count(outcome, sites.version(), summary); });
    report(
        {u"%1 sites upgraded, %2 current, %3 failed"_s.arg(summary.upgraded).arg(summary.current).arg(summary.failed)});
    return summary.failed == 0 ? 0 : 1;
}

Result<int> rehearse(const Config &config)
{
    const sql::EngineOptions data = TRY(dataOf(config));
    const std::int64_t known = sql::Migrations::site().version();
    const std::vector<ListedSite> sites = TRY(listedSites(data));
    int older = 0;
    int newer = 0;
    for (const ListedSite &site : sites) {
        if (site.state != "ready"_L1)
            continue;
        const bool isOlder = site.schemaVersion < known;
        const bool isNewer = site.schemaVersion > known;
        older += isOlder ? 1 : 0;
        newer += isNewer ? 1 : 0;
        report({site.slug,
                isOlder   ? u"older"_s
                : isNewer ? u"newer"_s
                          : u"current"_s,
                QString::number(site.schemaVersion)});
    }
    report({u"%1 sites to upgrade to %2, %3 of a newer version"_s.arg(older).arg(known).arg(newer)});
    return newer == 0 ? 0 : 1;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Brings the platform's database and then those of the sites to the schema of this version, several at a time. "
        "Prints a line for each: upgraded, current, or failed and why; the status is 1 when one has failed. A site "
        "that "
        "fails stops no other, and what was interrupted goes on when it is run again. With SQLite the server must be "
        "stopped."_s);
    parser.addHelpOption();
    parser.addOption({u"dry-run"_s, u"Only show which sites are of an older version; servers may be running."_s});
    parser.addOption({u"jobs"_s,
                      u"How many sites to upgrade at once, 1 to %1; %2 without."_s.arg(mostJobs).arg(defaultJobs),
                      u"NUMBER"_s, QString::number(defaultJobs)});
    addConfigOptions(parser);
}

} // namespace

int migrateCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));
    bool isNumber = false;
    const int jobs = parser.value(u"jobs"_s).toInt(&isNumber);
    if (!isNumber || jobs < 1 || jobs > mostJobs)
        return failed(u"--jobs is a number from 1 to %1"_s.arg(mostJobs));
    const Result<int> status = parser.isSet(u"dry-run"_s) ? rehearse(loaded->config) : upgrade(loaded->config, jobs);
    return status ? *status : failed(explanation(status.error()));
}
