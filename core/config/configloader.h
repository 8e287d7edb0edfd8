// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QHash>
#include <QString>

namespace tenantry {

/// What settings are read from, weakest first: defaults, file, environment, command line.
struct ConfigSources
{
    QString file;                        ///< empty: tenantry.conf in the data folder, if there is one
    QHash<QString, QString> environment; ///< all variables of the process
    QHash<QString, QString> flags;       ///< what the command line gives, by the option's name
};

/// Variables of this process.
QHash<QString, QString> processEnvironment();

/// The settings, and where each that is not the default came from.
struct LoadedConfig
{
    Config config;
    QHash<QString, QString> origins; ///< option name -> "--data", "DATA_DIR", "tenantry.conf line 3"
};

/// Fails with every offending option at once, each named by what it was given as. A variable TENANTRY_NAME goes before
/// NAME.
Result<LoadedConfig> loadConfig(const ConfigSources &sources);

} // namespace tenantry
