// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/explain.h"

#include "core/config/option.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

QString flagText(const Option &option)
{
    if (option.flag.isEmpty())
        return {};
    return option.access.isSwitch ? u"--"_s + option.flag : u"--%1 %2"_s.arg(option.flag, option.placeholder);
}

QString helpText(const Option &option)
{
    const QString choices = QString(option.choices).replace(u","_s, u", "_s);
    return choices.isEmpty() ? QString(option.help) : u"%1 One of %2."_s.arg(option.help, choices);
}

} // namespace

QString explainConfig(const LoadedConfig &loaded)
{
    QString text;
    QLatin1StringView group;
    for (const Option &option : allOptions()) {
        if (option.group != group)
            text += (group.isEmpty() ? u""_s : u"\n"_s) + option.group + u'\n';
        group = option.group;
        const QString flag = flagText(option);
        const QString value = option.show(loaded.config);
        text += u"  %1%2\n"_s.arg(option.name, flag.isEmpty() ? QString() : u" (%1)"_s.arg(flag));
        text += u"      %1\n"_s.arg(helpText(option));
        text += u"      now: %1 (%2)\n"_s.arg(value.isEmpty() ? u"empty"_s : value,
                                              loaded.origins.value(option.name, u"default"_s));
    }
    return text;
}

QString configurationPage()
{
    QString page =
        u"# Configuration\n\n"
        "Settings come from, the later the stronger: the defaults; the file given by `--config`, else `tenantry.conf` "
        "in\n"
        "the data folder, with lines `NAME=VALUE`; environment variables `NAME` or `TENANTRY_NAME`; the command line.\n"
        "`tenantry-server config --explain` prints what holds here and where it came from.\n"_s;
    const Config defaults;
    QLatin1StringView group;
    for (const Option &option : allOptions()) {
        if (option.group != group)
            page += u"\n## %1\n\n| Name | Flag | Default | Meaning |\n|---|---|---|---|\n"_s.arg(option.group);
        group = option.group;
        const auto code = [](const QString &text) { return text.isEmpty() ? QString() : u"`%1`"_s.arg(text); };
        page += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(option.name, code(flagText(option)), code(option.show(defaults)),
                                                   helpText(option));
    }
    return page;
}

} // namespace tenantry
