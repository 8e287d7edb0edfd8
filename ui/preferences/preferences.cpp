// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences.h"

#include "ui/common/settings.h"
#include "ui/common/zoom.h"
#include "ui/preferences/language.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Preferences::Preferences(Settings &settings, Zoom &zoom, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_zoom(zoom)
{
    apply(appearance());
}

Appearance Preferences::appearance() const
{
    return appearanceNamed(m_settings.value(u"window/appearance"_s).toString());
}

void Preferences::setAppearance(Appearance appearance)
{
    apply(appearance);
    keep(u"window/appearance"_s, nameOf(appearance));
}

int Preferences::textSize() const
{
    return m_zoom.percent();
}

void Preferences::setTextSize(int percent)
{
    m_zoom.set(percent); // which keeps it
    emit changed();
}

QString Preferences::language() const
{
    return chosenLanguage(m_settings);
}

void Preferences::setLanguage(const QString &code)
{
    keep(u"window/language"_s, code);
}

bool Preferences::restoresTabs() const
{
    return m_settings.value(u"window/restoreTabs"_s, true).toBool();
}

void Preferences::setRestoresTabs(bool restores)
{
    keep(u"window/restoreTabs"_s, restores);
}

void Preferences::reset()
{
    setAppearance(Appearance::System);
    setTextSize(100);
    setLanguage({});
    setRestoresTabs(true);
}

void Preferences::keep(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
    emit changed();
}

} // namespace tenantry::ui
