// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

#include <vector>

class QObject;
namespace tenantry::ui {

class Settings;

/// One language the console speaks.
struct Language
{
    QString code; ///< "de", "zh_CN"; empty: as the system
    QString name; ///< in the language itself, so that everybody finds the own one
};

/// As the system first, then those there are texts for.
std::vector<Language> languages();

/// What the user has chosen; "" or a code of languages().
QString chosenLanguage(const Settings &settings);

/// Gives the program its texts, numbers and dates in the chosen language, for as long as `owner` lives. Before any
/// window is made: what is shown already keeps its texts.
void installLanguage(QObject &owner, const Settings &settings);

} // namespace tenantry::ui
