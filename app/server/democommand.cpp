// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/democommand.h"

#include "app/processsignal.h"
#include "app/server/command.h"
#include "app/server/platformdata.h"
#include "core/base/privatefile.h"
#include "core/config/commandline.h"
#include "core/config/secretkey.h"
#include "core/demo/demoloader.h"
#include "core/identity/firstadministrator.h"
#include "core/identity/realm.h"
#include "core/identity/subject.h"
#include "core/log/log.h"
#include "server/host.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

/// Whom the demo belongs to: the deployment's administrator, signed in without a password, as whoever has the data and
/// its secret may be.
struct Owner
{
    QString email;
    client::Tokens tokens;
};

void tellOfFirstAdministrator(const identity::FirstAdministrator &first)
{
    if (first.made)
        print(u"The first administrator is %1."_s.arg(first.email));
    if (!first.password.isEmpty())
        print(u"The password is %1 (also in %2)."_s.arg(first.password, first.passwordFile));
}

Result<identity::Account> administrator(PlatformData &data)
{
    identity::AccountFilter filter;
    filter.superuser = true;
    filter.active = true;
    filter.limit = 1;
    auto page =
        TRY(data.database().read([&](sql::Session &session) { return identity::Accounts::list(session, filter); }));
    if (page.accounts.empty())
        return failure(ErrorCode::NotConfigured, u"No administrator is active; make one with `admin create` first."_s);
    return std::move(page.accounts.front());
}

/// Before the server has the data: makes it where there is none yet.
Result<Owner> ownerIn(Config &config)
{
    if (!config.dataDirectory.isEmpty() && !makePrivateFolder(config.dataDirectory))
        return failure(ErrorCode::NotConfigured, u"The data directory cannot be made; choose another with --data."_s);
    const auto data = TRY(PlatformData::open(config));
    if (config.secretKey.isEmpty()) {
        SecretKeys keys = TRY(secretKeysIn(config.dataDirectory));
        config.secretKey = std::move(keys.current);
    }
    tellOfFirstAdministrator(TRY(identity::ensureAdministrator(data->accounts(), config)));
    identity::Subject subject;
    subject.account = TRY(administrator(*data));
    const Clock clock;
    const identity::Realm realm(data->database());
    const identity::TokenPair pair =
        identity::Tokens(config, clock).issue(realm.name(), realm.slug(), subject.tokenHolder());
    return Owner{subject.account->email, {pair.access, pair.refresh, std::chrono::seconds(pair.expiresIn)}};
}

/// For this program alone, on a port nobody knows.
Config privately(Config config)
{
    config.listen = {{u"127.0.0.1"_s, 0}};
    config.listenPlain.clear();
    config.httpsOnly = false;
    config.tlsCertificate.clear();
    config.tlsKey.clear();
    config.local = true;
    config.rateLimits = false;
    return config;
}

Result<void> load(const QUrl &server, Owner owner)
{
    client::Api api(server);
    api.begin(owner.email, std::move(owner.tokens));
    Result<void> outcome;
    const auto show = [](const demo::DemoLoader::Progress &progress) {
        print(progress.total == 0 ? progress.what
                                  : u"%1/%2\t%3"_s.arg(progress.done + 1).arg(progress.total).arg(progress.what));
        std::fflush(stdout);
    };
    demo::DemoLoader loader(api, show, [&outcome](const Result<void> &result) {
        outcome = result;
        QCoreApplication::quit();
    });
    const ProcessSignal stop({SIGTERM, SIGINT}, [&loader] { loader.cancel(); });
    QMetaObject::invokeMethod(
        &loader, [&loader] { loader.start(); }, Qt::QueuedConnection);
    QCoreApplication::exec();
    return outcome;
}

Result<void> demoInto(Config config)
{
    ProcessSignal::hold({SIGTERM, SIGINT});
    Owner owner = TRY(ownerIn(config));
    const Log log(LogLevel::Error, LogFormat::Standard, Clock(), STDERR_FILENO);
    const std::unique_ptr<server::Host> host = TRY(server::Host::start(privately(config), log));
    Result<void> loaded = load(QUrl(host->urls().constFirst()), std::move(owner));
    host->stop();
    return loaded;
}

} // namespace

int demoCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Makes an organization to look at: a production and a staging site, each with a shop and a magazine and some "
        "thousand rows, the same on every machine. Refuses where it is already; what was cut off before its end is "
        "removed and made anew. With SQLite the server must be stopped."_s);
    parser.addHelpOption();
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));
    if (const Result<void> done = demoInto(loaded->config); !done)
        return failed(explanation(done.error()));
    print(u"The demo is there: sign in and open the organization Acme (demo)."_s);
    return 0;
}
