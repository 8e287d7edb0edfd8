// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/commandline.h"

#include "core/config/option.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

QString valueOf(const Option &option, const QCommandLineParser &parser)
{
    if (option.access.isSwitch)
        return u"true"_s;
    return option.access.isList ? parser.values(option.flag).join(u',') : parser.value(option.flag);
}

} // namespace

void addConfigOptions(QCommandLineParser &parser)
{
    parser.addOption({u"config"_s, u"Read settings from this file."_s, u"FILE"_s});
    for (const Option &option : allOptions()) {
        if (!option.flag.isEmpty())
            parser.addOption({option.flag, option.help, option.placeholder});
    }
}

Result<LoadedConfig> loadConfig(const QCommandLineParser &parser)
{
    ConfigSources sources;
    sources.file = parser.value(u"config"_s);
    sources.environment = processEnvironment();
    for (const Option &option : allOptions()) {
        if (!option.flag.isEmpty() && parser.isSet(option.flag))
            sources.flags.insert(option.name, valueOf(option, parser));
    }
    return loadConfig(sources);
}

} // namespace tenantry
