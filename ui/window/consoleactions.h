// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QObject>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class Instances;
class TabArea;
class TreePanel;

/// What can be done in the window, put into its registry: connecting, creating, refreshing, moving about. Knows the
/// parts it acts on, and nothing of how they are laid out.
class ConsoleActions : public QObject
{
    Q_OBJECT

public:
    ConsoleActions(ActionRegistry &registry, Instances &instances, TreePanel &tree, TabArea &tabs, QWidget *window);

    /// `address` may be empty.
    void connectToServer(const QString &address);
    /// Creates what the selected node holds: an organization, a site or an app.
    void createChild();

    static QStringList treeContextMenu();

private:
    void addConnecting();
    void addCreating();
    void addMoving();
    void askForLocalDirectory();
    void createOrganization();
    void createSite();
    void createApp();
    void refresh();

    ActionRegistry &m_registry;
    Instances &m_instances;
    TreePanel &m_tree;
    TabArea &m_tabs;
    QWidget *m_window;
};

} // namespace tenantry::ui
