// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tabpage.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace tenantry::ui {

/// The page of an instance: whether its server answers, where it is and who one is there, and the way out. Of a local
/// one also its folder and the last lines of its log.
class InstancePage : public TabPage
{
    Q_OBJECT

public:
    /// `path` has an instance, which outlives the page.
    InstancePage(NodePath path, ActionRegistry &actions, QWidget *parent = nullptr);
    ~InstancePage() override;

    Icon icon() const override;
    /// Asks whether the server answers.
    void reload() override;

signals:
    /// The user wants to stop it, or to leave it.
    void endWanted();

private:
    QWidget *buildFacts();
    QWidget *buildButtons();
    void addFolders(QFormLayout *facts);
    void addFact(QFormLayout *facts, const QString &label, const QString &text, const QString &name);
    void addLog();
    void showConnection();

    Instance &m_instance;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_retry;
};

} // namespace tenantry::ui
