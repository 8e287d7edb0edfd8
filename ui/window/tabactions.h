// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class TabArea;
class TabKeeper;
class TreePanel;

/// What can be done with tabs: opening what is selected in the tree, for a look or to stay, keeping, closing, bringing
/// back, moving between them.
class TabActions : public QObject
{
    Q_OBJECT

public:
    /// Adds the actions; the others outlive this.
    TabActions(ActionRegistry &registry, TabArea &tabs, TabKeeper &keeper, TreePanel &tree, QWidget *window);

private:
    void addOpening(QWidget *window);
    void addKeeping();
    void addMoving();
    QString whyNotOpen() const;
    QString whyNotMove() const;

    ActionRegistry &m_registry;
    TabArea &m_tabs;
    TabKeeper &m_keeper;
    TreePanel &m_tree;
};

} // namespace tenantry::ui
