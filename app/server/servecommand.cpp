// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servecommand.h"

#include "app/processsignal.h"
#include "app/server/command.h"
#include "core/config/commandline.h"
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

/// Tells whoever started the server that it is up, a line for each address; they come before any line of the log.
void announce(const server::Host &host)
{
    for (const QString &url : host.urls())
        std::fprintf(stdout, "Tenantry is listening on %s\n", qPrintable(url));
    std::fflush(stdout);
    const identity::FirstAdministrator &first = host.firstAdministrator();
    if (!first.password.isEmpty())
        std::fprintf(stderr, "The first administrator is %s with the password %s (also in %s).\n",
                     qPrintable(first.email), qPrintable(first.password), qPrintable(first.passwordFile));
}

/// The operator has renewed the certificate, or added a master key.
void reload(server::Host &host, const Log &log)
{
    if (const Result<void> reloaded = host.reloadTls(); !reloaded)
        log.write(Logger::App, LogLevel::Error, reloaded.error().message, {},
                  {{"event_type", "tls_reload_failed"}, {"detail", reloaded.error().detail}});
    else
        log.write(Logger::App, LogLevel::Info, u"certificate read again"_s, {}, {{"event_type", "tls_reloaded"}});
    if (const Result<void> reloaded = host.reloadMasterKeys(); !reloaded)
        log.write(Logger::App, LogLevel::Error, reloaded.error().message, {},
                  {{"event_type", "master_keys_reload_failed"}, {"detail", reloaded.error().detail}});
}

Result<void> serve(const Config &config)
{
    const ProcessSignal stop({SIGTERM, SIGINT}, [] { QCoreApplication::quit(); });
    std::function<void()> hangUp;
    const ProcessSignal again({SIGHUP}, [&hangUp] {
        if (hangUp)
            hangUp();
    });
    const Log log(TRY(logLevelFrom(config.logLevel)), TRY(logFormatFrom(config.logFormat)), Clock(), STDOUT_FILENO);
    const std::unique_ptr<server::Host> host = TRY(server::Host::start(config, log, announce));
    hangUp = [&] { reload(*host, log); };
    QCoreApplication::exec();
    host->stop();
    return {};
}

QString withRemedy(const Error &error)
{
    return error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail;
}

} // namespace

int serveCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs the server until it is told to stop (SIGTERM, SIGINT). SIGHUP reads the TLS certificate "
        "and the master keys again."_s);
    parser.addHelpOption();
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(withRemedy(loaded.error()));
    if (const Result<void> served = serve(loaded->config); !served)
        return failed(withRemedy(served.error()));
    return 0;
}
