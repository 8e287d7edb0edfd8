// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/appearance.h"

#include <QObject>

class QMenu;

namespace tenantry::ui {

class ActionRegistry;
class PasswordKeeper;
class Preferences;

/// "Preferences", and the appearance as a menu of its own.
class PreferencesActions : public QObject
{
    Q_OBJECT

public:
    /// All but `window` must outlive it.
    PreferencesActions(ActionRegistry &registry, Preferences &preferences, PasswordKeeper &passwords, QWidget *window);

    static QStringList appearanceMenu();

private:
    void addAppearance(const QString &id, const QString &text, Appearance appearance);
    void open();

    ActionRegistry &m_registry;
    Preferences &m_preferences;
    PasswordKeeper &m_passwords;
    QWidget *m_window;
};

} // namespace tenantry::ui
