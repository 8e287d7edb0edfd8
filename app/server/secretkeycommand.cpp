// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/secretkeycommand.h"

#include "app/server/command.h"
#include "core/base/clock.h"
#include "core/base/datetime.h"
#include "core/config/commandline.h"
#include "core/config/secretkey.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

Result<void> rotate(const Config &config)
{
    if (!config.secretKey.isEmpty())
        return failure(
            ErrorCode::Conflict, u"This deployment's secret stands in the setting SECRET_KEY."_s,
            u"Give SECRET_KEY a new value on all servers and name the present one in SECRET_KEY_PREVIOUS, for "
            "as long as refresh tokens live."_s);
    const Clock clock;
    const std::int64_t until = clock.seconds() + std::int64_t{24 * 60 * 60} * config.refreshTokenDays;
    TRY(rotateSecretKey(config.dataDirectory, clock.seconds(), until));
    print(u"There is a new secret key. Restart the server to use it."_s);
    print(u"Tokens of the old one are taken until %1."_s.arg(dateTimeText(until * 1'000'000)));
    return {};
}

} // namespace

int secretKeyCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Replaces the secret that signs tokens. Those signed with the old one are taken for "
        "as long as refresh tokens live. Servers use the new one after a restart."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"action"_s, u"rotate"_s);
    addConfigOptions(parser);
    parser.process(arguments);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(explanation(loaded.error()));
    if (parser.positionalArguments() != QStringList{u"rotate"_s})
        return failed(u"say what to do: secret-key rotate"_s);
    if (const Result<void> done = rotate(loaded->config); !done)
        return failed(explanation(done.error()));
    return 0;
}
