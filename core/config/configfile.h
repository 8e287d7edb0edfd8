// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace tenantry {

/// A configuration file: NAME=VALUE lines, `#` comments and empty lines. White space around names and values does not
/// count, a value may stand in double quotes.
struct ConfigFile
{
    struct Entry
    {
        QString name;
        QString value;
        int line = 0;
    };

    QString name; ///< without the folder
    std::vector<Entry> entries;
};

Result<ConfigFile> readConfigFile(const QString &path);

} // namespace tenantry
