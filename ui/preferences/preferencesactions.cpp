// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesactions.h"

#include "ui/common/actionregistry.h"
#include "ui/preferences/preferences.h"
#include "ui/preferences/preferencesdialog.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

PreferencesActions::PreferencesActions(ActionRegistry &registry, Preferences &preferences, PasswordKeeper &passwords,
                                       QWidget *window)
    : QObject(window)
    , m_registry(registry)
    , m_preferences(preferences)
    , m_passwords(passwords)
    , m_window(window)
{
    m_registry.add({u"window.preferences"_s,
                    tr("&Preferences\u2026"),
                    Icon::Preferences,
                    {QKeySequence(Qt::CTRL | Qt::Key_Comma), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma)},
                    [this] { open(); }});
    addAppearance(u"view.appearanceSystem"_s, tr("Appearance as the &system"), Appearance::System);
    addAppearance(u"view.appearanceLight"_s, tr("&Light appearance"), Appearance::Light);
    addAppearance(u"view.appearanceDark"_s, tr("&Dark appearance"), Appearance::Dark);
    connect(&m_preferences, &Preferences::changed, &m_registry, &ActionRegistry::refresh);
}

QStringList PreferencesActions::appearanceMenu()
{
    return {u"view.appearanceSystem"_s, u"view.appearanceLight"_s, u"view.appearanceDark"_s};
}

void PreferencesActions::addAppearance(const QString &id, const QString &text, Appearance appearance)
{
    m_registry.add({id,
                    text,
                    Icon::None,
                    {},
                    [this, appearance] { m_preferences.setAppearance(appearance); },
                    {},
                    [this, appearance] { return m_preferences.appearance() == appearance; }});
}

void PreferencesActions::open()
{
    auto *dialog = new PreferencesDialog(m_preferences, m_passwords, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tenantry::ui
