// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/configcommand.h"

#include "app/server/command.h"
#include "core/config/commandline.h"
#include "core/config/explain.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tenantry;

int configCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows the settings the server would run with."_s);
    parser.addHelpOption();
    parser.addOption({u"explain"_s, u"Print every setting, its value and where that came from."_s});
    addConfigOptions(parser);
    parser.process(arguments);
    if (!parser.isSet(u"explain"_s))
        return failed(u"say what to do with the settings: config --explain"_s);
    const Result<LoadedConfig> loaded = loadConfig(parser);
    if (!loaded)
        return failed(loaded.error().message);
    std::fputs(explainConfig(*loaded).toUtf8().constData(), stdout);
    return 0;
}
