// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/localserver.h"

#include <QMainWindow>

#include <memory>

namespace tenantry::ui {

class ActionRegistry;
class BottomDocks;
class ConsoleActions;
class DatatableActions;
class DemoInstance;
class DemoTasks;
class InspectorDock;
class Instances;
class MessageLog;
class Navigation;
class PageFactory;
class PasswordKeeper;
class PathBar;
class Preferences;
class ProfileStore;
class RequestModel;
class RoomActions;
class ServerLogin;
class Settings;
class SiteActions;
class StatusLine;
class TabArea;
class TabKeeper;
class TaskList;
class TreeModel;
class TreePanel;
class WelcomePage;
class Workspace;
class Zoom;

/// The console's window: puts the tree, the tabs and the status bar together, and remembers how they were.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` must outlive the window. `makeLocalServer` may be empty.
    MainWindow(LocalServerFactory makeLocalServer, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void startLocal(const QString &directory);
    /// Asks for e-mail and password.
    void connectTo(const QString &address);

    ActionRegistry &actions() { return *m_actions; }
    Instances &instances() { return *m_instances; }
    PasswordKeeper &passwords() { return *m_passwords; }
    ProfileStore &profiles() { return *m_profiles; }
    MessageLog &messages() { return *m_messages; }
    TaskList &tasks() { return *m_tasks; }
    TreePanel &tree() { return *m_tree; }
    TabArea &tabs() { return *m_tabs; }

protected:
    /// A local server is stopped first; the window closes when it has.
    void closeEvent(QCloseEvent *event) override;

private:
    PageFactory pages();
    void buildTree();
    void buildCentre();
    void followRequests();
    void buildMenus();
    void buildStatusBar();
    void follow();
    void showTitle();
    void restore();

    Settings &m_settings;
    std::unique_ptr<Workspace> m_workspace; ///< beside the settings
    ProfileStore *m_profiles;
    ActionRegistry *m_actions;
    Instances *m_instances;
    TaskList *m_tasks;
    MessageLog *m_messages;
    PasswordKeeper *m_passwords;
    ServerLogin *m_login;
    DemoTasks *m_demos;
    DemoInstance *m_demo;
    RequestModel *m_requests;
    BottomDocks *m_docks;
    TreeModel *m_treeModel;
    TreePanel *m_tree;
    WelcomePage *m_welcome;
    TabArea *m_tabs;
    PathBar *m_path;
    TabKeeper *m_keeper;
    ConsoleActions *m_console;
    Navigation *m_navigation = nullptr;
    SiteActions *m_site = nullptr;
    DatatableActions *m_rows;
    RoomActions *m_rooms;
    InspectorDock *m_inspector;
    std::unique_ptr<Zoom> m_zoom;
    Preferences *m_preferences;
    StatusLine *m_status;
    bool m_stopped = false; ///< every local server has ended; the window may close
};

} // namespace tenantry::ui
