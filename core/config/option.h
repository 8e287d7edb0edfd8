// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace tenantry {

/// How a setting is read from text and shown as text.
struct OptionAccess
{
    Result<void> (*set)(Config &config, const QString &text);
    QString (*show)(const Config &config);
    bool isSwitch = false; ///< true or false; as a flag it stands alone
    bool isSecret = false; ///< never shown
    bool isList = false;   ///< values with commas between; as a flag it may be given several times
};

/// One setting. The table in option.cpp drives parsing, `config --explain`, the command line and docs/configuration.md.
struct Option
{
    QLatin1StringView group;       ///< heading in the documentation
    QLatin1StringView name;        ///< in files and in the environment, there also as TENANTRY_<name>
    QLatin1StringView flag;        ///< on the command line, without the hyphens; empty: there is none
    QLatin1StringView placeholder; ///< what stands for the value: DIR
    QLatin1StringView choices;     ///< allowed values with commas between; empty: any
    QLatin1StringView help;        ///< what it means and in which unit
    OptionAccess access;

    /// Refuses a value that is none, naming the option.
    Result<void> set(Config &config, const QString &text) const;
    /// The value, or whether there is one where it is secret.
    QString show(const Config &config) const;
};

std::span<const Option> allOptions();
const Option *findOption(QStringView name);

} // namespace tenantry
