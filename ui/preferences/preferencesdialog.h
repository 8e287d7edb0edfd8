// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace tenantry::ui {

class PasswordKeeper;
class Preferences;

/// Shows what can be chosen for the console as a whole. Each choice is in force as it is made; there is nothing to
/// confirm. It never blocks: use open().
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    PreferencesDialog(Preferences &preferences, PasswordKeeper &passwords, QWidget *parent = nullptr);

private:
    void addLooks(QFormLayout &form);
    void addBehaviour(QFormLayout &form);
    /// Shows what is chosen now.
    void follow();

    Preferences &m_preferences;
    PasswordKeeper &m_passwords;
    QComboBox *m_appearance;
    QSpinBox *m_textSize;
    QComboBox *m_language;
    QCheckBox *m_tabs;
    QComboBox *m_place;
};

} // namespace tenantry::ui
