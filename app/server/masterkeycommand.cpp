// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/masterkeycommand.h"

#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "core/config/commandline.h"
#include "core/config/masterkey.h"
#include "core/secrets/keyrotation.h"
#include "core/secrets/secrets.h"
#include "core/sql/migrations.h"
#include "core/tenancy/sitestore.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// The result of an action: the exit status.
Result<int> rotate(const Config &config)
{
    if (!config.masterKeys.isEmpty())
        return failure(ErrorCode::Conflict, u"This deployment's master keys stand in the setting MASTER_KEY."_s,
                       u"Put a new key before the others on all servers, restart them one after the other, and run "
                       "master-key rewrap."_s);
    if (config.dataDirectory.isEmpty())
        return failure(ErrorCode::NotConfigured, u"Say where the data is, with --data."_s);
    TRY(addMasterKey(config.dataDirectory));
    print(u"There is a new master key. A running server takes it on SIGHUP, and gives it to every site."_s);
    print(u"Without a running server: tenantry-server master-key rewrap."_s);
    return 0;
}

Result<bool> rewrapSite(sql::Engine &engine, const secrets::Vault &vault, const SiteVersion &site)
{
    if (site.schemaVersion != sql::Migrations::site().version())
        return failure(ErrorCode::Conflict, u"The site is of another version; run tenantry-server migrate first."_s);
    const auto database = TRY(engine.openSite(site.schemaName, site.uuid));
    return secrets::rewrap(vault, *database, site.uuid);
}

Result<int> rewrap(const Config &config)
{
    const auto masterKeys = TRY(secrets::openMasterKeys(config));
    const secrets::Vault vault(*masterKeys);
    const auto platform = TRY(PlatformData::open(config));
    TRY(secrets::rewrap(vault, platform->database(), secrets::platformPlace));
    int done = 0;
    int failed = 0;
    for (const SiteVersion &site : TRY(platform->database().read(SiteStore::versions))) {
        const Result<bool> rewrapped = rewrapSite(platform->engine(), vault, site);
        const QString state = !rewrapped ? u"failed"_s : *rewrapped ? u"rewrapped"_s : u"current"_s;
        print(rewrapped ? site.slug + u'\t' + state
                        : site.slug + u'\t' + state + u'\t' + explanation(rewrapped.error()).simplified());
        done += rewrapped.value_or(false) ? 1 : 0;
        failed += rewrapped ? 0 : 1;
    }
    print(u"%1 sites rewrapped, %2 failed"_s.arg(done).arg(failed));
    if (failed == 0)
        print(u"Former master keys may be removed, once no backup that needs them is kept."_s);
    return failed == 0 ? 0 : 1;
}

} // namespace

int masterKeyCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"rotate puts a new key before those that encrypt the secrets of sites; a running server takes it on SIGHUP "
        u"and "
        "gives it to every site while it serves. rewrap does that without a running server, or with PostgreSQL beside "
        "one. Former keys decrypt what is not rewrapped yet, and backups."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"action"_s, u"rotate or rewrap"_s);
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));
    const QStringList action = parser.positionalArguments();
    if (action != QStringList{u"rotate"_s} && action != QStringList{u"rewrap"_s})
        return failed(u"say what to do: master-key rotate, or master-key rewrap"_s);
    const Result<int> status = action.front() == "rotate"_L1 ? rotate(loaded->config) : rewrap(loaded->config);
    return status ? *status : failed(explanation(status.error()));
}
