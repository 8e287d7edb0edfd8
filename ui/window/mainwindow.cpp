// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "ui/common/actionregistry.h"
#include "ui/common/settings.h"
#include "ui/common/zoom.h"
#include "ui/connections/demoinstance.h"
#include "ui/connections/demotasks.h"
#include "ui/connections/instancepage.h"
#include "ui/connections/instances.h"
#include "ui/connections/keychainstore.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/secretfile.h"
#include "ui/connections/serverlogin.h"
#include "ui/connections/welcomepage.h"
#include "ui/datatable/datatableactions.h"
#include "ui/datatable/datatabletab.h"
#include "ui/inspector/inspectordock.h"
#include "ui/messages/messagelog.h"
#include "ui/preferences/preferences.h"
#include "ui/preferences/preferencesactions.h"
#include "ui/requests/requestmodel.h"
#include "ui/rooms/roomactions.h"
#include "ui/rooms/rooms.h"
#include "ui/tasks/tasklist.h"
#include "ui/tree/nodeactions.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"
#include "ui/window/announcer.h"
#include "ui/window/bottomdocks.h"
#include "ui/window/consoleactions.h"
#include "ui/window/demoaction.h"
#include "ui/window/maintoolbar.h"
#include "ui/window/navigation.h"
#include "ui/window/pathbar.h"
#include "ui/window/siteactions.h"
#include "ui/window/statusline.h"
#include "ui/window/tabactions.h"
#include "ui/window/tabarea.h"
#include "ui/window/tabkeeper.h"
#include "ui/window/windowactions.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr QSize firstSize{1200, 760};
constexpr int firstTreeWidth = 290;

QString workspaceFile(const Settings &settings)
{
    return QFileInfo(settings.fileName()).absolutePath() + u"/workspace.db"_s;
}

QString passwordFile(const Settings &settings)
{
    return QFileInfo(settings.fileName()).absolutePath() + u"/passwords"_s;
}

} // namespace

MainWindow::MainWindow(LocalServerFactory makeLocalServer, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_workspace(std::make_unique<Workspace>(workspaceFile(settings)))
    , m_profiles(new ProfileStore(*m_workspace, this))
    , m_actions(new ActionRegistry(this))
    , m_instances(new Instances(std::move(makeLocalServer), this))
    , m_tasks(new TaskList(this))
    , m_messages(new MessageLog(this))
    , m_passwords(new PasswordKeeper(settings, std::make_unique<SecretFile>(passwordFile(settings)),
                                     std::make_unique<KeychainStore>(), this))
    , m_login(new ServerLogin(*m_instances, *m_passwords, this))
    , m_demos(new DemoTasks(*m_tasks, *m_instances, this))
    , m_demo(new DemoInstance(*m_instances, *m_demos, this))
    , m_requests(new RequestModel(this))
    , m_docks(new BottomDocks(*m_actions, *m_tasks, *m_requests, *m_messages, this))
    , m_treeModel(new TreeModel(*m_instances, this))
    , m_tree(new TreePanel(*m_treeModel, *m_actions, ConsoleActions::treeContextMenu(), this))
    , m_welcome(new WelcomePage(*m_actions, this))
    , m_tabs(new TabArea(m_welcome, pages(), this))
    , m_path(new PathBar(*m_treeModel, this))
    , m_keeper(new TabKeeper(*m_tabs, *m_instances, *m_workspace, *m_actions, this))
    , m_console(new ConsoleActions(*m_actions, *m_instances, *m_login, *m_demo, *m_profiles, *m_tree, *m_tabs, this))
    , m_rows(new DatatableActions(
          *m_actions, [this] { return m_tabs->currentAs<DatatableTab>(); }, m_tabs))
    , m_rooms(new RoomActions(
          *m_actions, [this] { return m_tabs->currentAs<RoomPage>(); }, m_tabs))
    , m_inspector(new InspectorDock(
          *m_actions, [this] { return m_tabs->currentAs<DatatableTab>(); }, this))
    , m_zoom(std::make_unique<Zoom>(settings))
    , m_preferences(new Preferences(settings, *m_zoom, this))
    , m_status(new StatusLine(*m_tasks, *m_messages, this))
{
    new TabActions(*m_actions, *m_tabs, *m_keeper, *m_tree, this);
    new Announcer(*m_messages, *m_instances, *m_tasks, *m_workspace, this);
    new DemoAction(*m_actions, *m_instances, *m_demos, *m_treeModel, *m_tree, this);
    setWindowIcon(icon(Icon::Tenantry));
    buildCentre();
    new WindowActions(*m_actions, *m_treeModel, *m_tree, *m_zoom, this);
    new PreferencesActions(*m_actions, *m_preferences, *m_passwords, this);
    buildTree();
    auto *nodes = new NodeActions(*m_actions, *m_treeModel, *m_tree, this);
    connect(nodes, &NodeActions::deleted, m_tabs, &TabArea::closeBelow);
    connect(nodes, &NodeActions::deleted, m_navigation, &Navigation::forget);
    followRequests();
    addToolBar(new MainToolBar(*m_actions, this));
    buildMenus();
    buildStatusBar();
    connect(m_tabs, &TabArea::changed, m_rows, &DatatableActions::follow);
    connect(m_tabs, &TabArea::changed, m_rooms, &RoomActions::follow);
    connect(m_tabs, &TabArea::changed, m_inspector, &InspectorDock::follow);
    connect(m_tabs, &TabArea::changed, this, &MainWindow::showTitle);
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_inspector);
    connect(m_tree, &TreePanel::selectionChanged, this, &MainWindow::follow);
    connect(m_instances, &Instances::added, this, &MainWindow::follow);
    connect(m_instances, &Instances::startingChanged, this, &MainWindow::follow);
    connect(m_instances, &Instances::aboutToRemove, this, &MainWindow::follow, Qt::QueuedConnection);
    connect(m_instances, &Instances::startFailed, m_welcome,
            [this](const QString &, const Error &error) { m_welcome->showStartFailed(error); });
    connect(m_instances, &Instances::allStopped, this, [this] {
        m_stopped = true;
        close();
    });
    connect(m_welcome, &WelcomePage::retryStart, this, [this] { startLocal(m_instances->startDirectory()); });
    connect(m_demos, &DemoTasks::began, m_docks, &BottomDocks::showTasks);
    connect(m_login, &ServerLogin::progressed, this, [this](const QString &what) { statusBar()->showMessage(what); });
    connect(m_login, &ServerLogin::warned, m_messages, [this](const QString &text, const QString &instance) {
        m_messages->add(Message::Severity::Warning, text, instance);
    });
    restore();
    follow();
    showTitle();
    m_tree->focusTree();
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, m_navigation, nullptr); // the focus wanders while the tabs go
    delete m_tabs;                                    // they write to the workspace what is pending
}

PageFactory MainWindow::pages()
{
    PageFactory pages;
    pages.add(NodeKind::Table, [this](const NodePath &path) {
        return std::make_unique<DatatableTab>(path, *m_actions, m_workspace.get());
    });
    pages.add(NodeKind::Room, [this](const NodePath &path) { return makeRoom(path, *m_actions); });
    pages.add(NodeKind::Instance, [this](const NodePath &path) {
        auto page = std::make_unique<InstancePage>(path, *m_actions);
        // Once the click is over, as the page ends with the instance.
        connect(
            page.get(), &InstancePage::endWanted, m_instances,
            [this, instance = path.instance] { m_instances->remove(instance); }, Qt::QueuedConnection);
        return page;
    });
    return pages;
}

void MainWindow::startLocal(const QString &directory)
{
    m_instances->startLocal(directory);
}

void MainWindow::connectTo(const QString &address)
{
    m_console->connectToServer(address);
}

void MainWindow::buildTree()
{
    auto *dock = new QDockWidget(tr("Instances"), this);
    dock->setObjectName(u"treeDock"_s);
    dock->setFeatures(QDockWidget::DockWidgetMovable);
    dock->setTitleBarWidget(new QWidget(dock)); // the filter box says enough
    dock->setWidget(m_tree);
    addDockWidget(isRightToLeft() ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea, dock);
    resizeDocks({dock}, {firstTreeWidth}, Qt::Horizontal);
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_path);
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    m_navigation = new Navigation(*m_actions, *m_instances, *m_treeModel, *m_tree, *m_tabs, *m_path, this);
    m_site = new SiteActions(
        *m_actions, [this] { return m_navigation->place(); }, this);
    connect(m_navigation, &Navigation::moved, m_site, &SiteActions::follow);
}

void MainWindow::followRequests()
{
    connect(m_instances, &Instances::clientMade, m_requests, [model = m_requests](client::Api *api) {
        api->observe([model = QPointer(model)](const client::Exchange &exchange) {
            if (model)
                model->add(exchange);
        });
    });
}

void MainWindow::buildMenus()
{
    const auto menu = [this](const QString &title, const QStringList &ids) {
        QMenu *made = menuBar()->addMenu(title);
        m_actions->fill(made, ids);
        return made;
    };
    menu(tr("&Instance"), {u"instance.startLocal"_s,
                           u"instance.demo"_s,
                           u"instance.connect"_s,
                           u"instance.manage"_s,
                           {},
                           u"instance.loadDemo"_s,
                           u"instance.disconnect"_s,
                           {},
                           u"window.preferences"_s,
                           u"window.quit"_s});
    menu(tr("&Create"),
         QStringList{
             u"organization.create"_s, u"site.create"_s, u"app.create"_s, {}, u"node.edit"_s, u"node.delete"_s, {}} +
             RoomActions::ids());
    menu(tr("&Go"), Navigation::menu() + QStringList{{},
                                                     u"window.palette"_s,
                                                     u"window.objects"_s,
                                                     {},
                                                     u"tree.focus"_s,
                                                     u"tree.filter"_s,
                                                     {},
                                                     u"tab.next"_s,
                                                     u"tab.previous"_s});
    QMenu *view = menu(tr("&View"), {u"table.open"_s,
                                     u"table.preview"_s,
                                     u"view.refresh"_s,
                                     {},
                                     u"tab.keep"_s,
                                     u"tab.close"_s,
                                     u"tab.reopen"_s,
                                     {},
                                     u"window.zoomIn"_s,
                                     u"window.zoomOut"_s,
                                     u"window.zoomReset"_s,
                                     u"window.fullScreen"_s,
                                     {}});
    m_actions->fill(view, BottomDocks::menu());
    m_actions->fill(view, {u"view.toolbar"_s});
    m_actions->fill(view->addMenu(tr("&Appearance")), PreferencesActions::appearanceMenu());
    menu(tr("&Rows"), DatatableActions::menu() + QStringList{{}} + SiteActions::menu());
    menu(tr("&Help"), {u"window.shortcuts"_s, {}, u"window.about"_s});
}

void MainWindow::buildStatusBar()
{
    setStatusBar(m_status);
    connect(m_status, &StatusLine::tasksWanted, m_docks, &BottomDocks::showTasks);
    connect(m_status, &StatusLine::messagesWanted, m_docks, &BottomDocks::showMessages);
}

void MainWindow::follow()
{
    Instance *selected = m_tree->selection().instance;
    if (!selected && !m_instances->isEmpty())
        selected = m_instances->all().front(); // a filter may hide what was selected
    if (m_instances->isStarting())
        m_welcome->showStarting(m_instances->startDirectory());
    else if (m_instances->isEmpty())
        m_welcome->showWelcome();
    else
        m_welcome->showNoTabs();
    m_status->follow(selected);
}

void MainWindow::showTitle()
{
    const TabPage *page = m_tabs->current();
    setWindowTitle(page ? tr("%1 \u2014 Tenantry").arg(page->path().titles.mid(1).join(u" \u203a "_s))
                        : tr("Tenantry"));
}

void MainWindow::restore()
{
    resize(firstSize);
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
    restoreState(m_settings.value(u"window/state"_s).toByteArray());
    if (m_preferences->restoresTabs())
        m_keeper->restore();
    else
        m_keeper->begin();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_stopped) {
        event->accept();
        return;
    }
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    m_settings.setValue(u"window/state"_s, saveState());
    m_keeper->end();
    event->ignore();
    setEnabled(false);
    m_status->showMessage(tr("Finishing\u2026"));
    m_instances->stopAll();
}

} // namespace tenantry::ui
