// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/language.h"

#include "ui/common/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Where there is such a file.
bool install(QObject &owner, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(&owner);
    if (!translator->load(locale, name, u"_"_s, folder))
        return false;
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

std::vector<Language> languages()
{
    return {{{}, QCoreApplication::translate("Language", "As the system")},
            {u"en"_s, u"English"_s},
            {u"de"_s, u"Deutsch"_s},
            {u"zh_CN"_s, u"\u7b80\u4f53\u4e2d\u6587"_s},
            {u"hi"_s, u"\u0939\u093f\u0928\u094d\u0926\u0940"_s}};
}

QString chosenLanguage(const Settings &settings)
{
    const QString code = settings.value(u"window/language"_s).toString();
    const std::vector<Language> known = languages();
    return std::ranges::any_of(known, [&](const Language &language) { return language.code == code; }) ? code
                                                                                                       : QString();
}

void installLanguage(QObject &owner, const Settings &settings)
{
    const QString code = chosenLanguage(settings);
    if (!code.isEmpty())
        QLocale::setDefault(QLocale(code));
    const QLocale locale;
    if (!install(owner, locale, u"tenantry"_s, u":/i18n"_s)) // English has a file for its plural forms
        install(owner, QLocale(QLocale::English), u"tenantry"_s, u":/i18n"_s);
    // The words of Qt's own buttons and dialogs, where the system has them.
    install(owner, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace tenantry::ui
