// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/environment.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Known
{
    QLatin1StringView name;
    const char *word;
    Icon icon;
    int hue;
};

constexpr Known known[] = {
    {"production"_L1, QT_TRANSLATE_NOOP("Environment", "production"), Icon::Production, 8},
    {"staging"_L1, QT_TRANSLATE_NOOP("Environment", "staging"), Icon::Staging, 36},
    {"development"_L1, QT_TRANSLATE_NOOP("Environment", "development"), Icon::Development, 205},
    {"testing"_L1, QT_TRANSLATE_NOOP("Environment", "testing"), Icon::Testing, 275},
};

} // namespace

EnvironmentMark EnvironmentMark::of(const QString &environment, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    for (const Known &mark : known) {
        if (environment == mark.name)
            return {QCoreApplication::translate("Environment", mark.word), mark.icon,
                    QColor::fromHsl(mark.hue, 150, dark ? 175 : 90)};
    }
    return {environment, Icon::None, palette.color(QPalette::PlaceholderText)};
}

} // namespace tenantry::ui
