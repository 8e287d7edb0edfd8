// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/option.h"

/// How members of Config are read and shown, one function per kind of value, for the table of options.
namespace tenantry {

template<QString Config::*member>
constexpr OptionAccess text()
{
    return {[](Config &config, const QString &text) -> Result<void> {
                config.*member = text;
                return {};
            },
            [](const Config &config) { return config.*member; }};
}

template<QString Config::*member>
constexpr OptionAccess secretText()
{
    OptionAccess access = text<member>();
    access.isSecret = true;
    return access;
}

namespace optionvalue {
QString absolutePath(const QString &text);
Result<bool> yesNo(const QString &text);
Result<int> number(const QString &text, int least, int most);
QStringList list(const QString &text);
/// ADDRESS:PORT,ADDRESS:PORT
Result<std::vector<ListenAddress>> listenAddresses(const QString &text, std::size_t least);
QString shown(const std::vector<ListenAddress> &addresses);
} // namespace optionvalue

/// Relative paths count from the folder the program was started in.
template<QString Config::*member>
constexpr OptionAccess path()
{
    OptionAccess access = text<member>();
    access.set = [](Config &config, const QString &text) -> Result<void> {
        config.*member = optionvalue::absolutePath(text);
        return {};
    };
    return access;
}

template<QByteArray Config::*member, int least>
constexpr OptionAccess secretBytes()
{
    return {[](Config &config, const QString &text) -> Result<void> {
                if (text.size() < least)
                    return failure(ErrorCode::Validation,
                                   QStringLiteral("must have at least %1 characters").arg(least));
                config.*member = text.toUtf8();
                return {};
            },
            [](const Config &config) { return QString::fromUtf8(config.*member); }, false, true};
}

/// KEY,KEY: good for as long as the setting names them.
Result<void> setRetiredKeys(Config &config, const QString &text);
QString showRetiredKeys(const Config &config);

constexpr OptionAccess retiredKeys()
{
    return {&setRetiredKeys, &showRetiredKeys, false, true};
}

/// KEY,KEY: the first encrypts.
Result<void> setMasterKeys(Config &config, const QString &text);
QString showMasterKeys(const Config &config);

constexpr OptionAccess masterKeys()
{
    return {&setMasterKeys, &showMasterKeys, false, true};
}

template<bool Config::*member>
constexpr OptionAccess yesNo()
{
    return {[](Config &config, const QString &text) -> Result<void> {
                config.*member = TRY(optionvalue::yesNo(text));
                return {};
            },
            [](const Config &config) { return config.*member ? QStringLiteral("true") : QStringLiteral("false"); },
            true};
}

template<int Config::*member, int least, int most>
constexpr OptionAccess number()
{
    return {[](Config &config, const QString &text) -> Result<void> {
                config.*member = TRY(optionvalue::number(text, least, most));
                return {};
            },
            [](const Config &config) { return QString::number(config.*member); }};
}

template<QStringList Config::*member>
constexpr OptionAccess list()
{
    return {[](Config &config, const QString &text) -> Result<void> {
                config.*member = optionvalue::list(text);
                return {};
            },
            [](const Config &config) { return (config.*member).join(QLatin1Char(',')); }};
}

template<std::vector<ListenAddress> Config::*member, std::size_t least>
constexpr OptionAccess listenAddresses()
{
    OptionAccess access{[](Config &config, const QString &text) -> Result<void> {
                            config.*member = TRY(optionvalue::listenAddresses(text, least));
                            return {};
                        },
                        [](const Config &config) { return optionvalue::shown(config.*member); }};
    access.isList = true;
    return access;
}

} // namespace tenantry
