// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QObject>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class DemoInstance;
class Instances;
class ServerLogin;
class ProfileStore;
class TabArea;
class TreePanel;
struct Profile;

/// What can be done in the window, put into its registry: connecting, creating, refreshing, moving about. Knows the
/// parts it acts on, and nothing of how they are laid out.
class ConsoleActions : public QObject
{
    Q_OBJECT

public:
    ConsoleActions(ActionRegistry &registry, Instances &instances, ServerLogin &login, DemoInstance &demo,
                   ProfileStore &profiles, TreePanel &tree, TabArea &tabs, QWidget *window);

    /// Asks for what is missing; `address` may be empty.
    void connectToServer(const QString &address);
    /// Signs in to a server, asking for what is not kept, and starts a local instance in a folder.
    void connectTo(const Profile &profile);
    /// Creates what the selected node holds: an organization, a site or an app.
    void createChild();

    static QStringList treeContextMenu();

private:
    void addConnecting();
    void addCreating();
    void addMoving();
    void manageInstances();
    void askForLocalDirectory();
    void createOrganization();
    void createSite();
    void createApp();
    void refresh();

    ActionRegistry &m_registry;
    Instances &m_instances;
    ServerLogin &m_login;
    DemoInstance &m_demo;
    ProfileStore &m_profiles;
    TreePanel &m_tree;
    TabArea &m_tabs;
    QWidget *m_window;
};

} // namespace tenantry::ui
