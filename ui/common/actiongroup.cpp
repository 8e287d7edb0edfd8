// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actiongroup.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Group
{
    QLatin1StringView word;
    const char *title;
};

constexpr Group groups[] = {
    {"instance"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Instances")},
    {"organization"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Objects")},
    {"site"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Objects")},
    {"app"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Objects")},
    {"node"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Objects")},
    {"table"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tables")},
    {"row"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tables")},
    {"cell"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tables")},
    {"changes"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tables")},
    {"tree"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tree")},
    {"tab"_L1, QT_TRANSLATE_NOOP("ActionGroup", "Tabs")},
};

} // namespace

QString actionGroup(const QString &id)
{
    const QString word = id.section(u'.', 0, 0);
    for (const Group &group : groups) {
        if (word == group.word)
            return QCoreApplication::translate("ActionGroup", group.title);
    }
    return QCoreApplication::translate("ActionGroup", "Window");
}

} // namespace tenantry::ui
