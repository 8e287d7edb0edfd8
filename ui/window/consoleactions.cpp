// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/consoleactions.h"

#include "ui/common/actionregistry.h"
#include "ui/connections/demoinstance.h"
#include "ui/connections/instances.h"
#include "ui/connections/instancesdialog.h"
#include "ui/connections/profilestore.h"
#include "ui/connections/serverlogin.h"
#include "ui/dialogs/createappdialog.h"
#include "ui/dialogs/createorganizationdialog.h"
#include "ui/dialogs/createsitedialog.h"
#include "ui/tree/treeloader.h"
#include "ui/tree/treepanel.h"
#include "ui/window/tabarea.h"

#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ConsoleActions::ConsoleActions(ActionRegistry &registry, Instances &instances, ServerLogin &login, DemoInstance &demo,
                               ProfileStore &profiles, TreePanel &tree, TabArea &tabs, QWidget *window)
    : QObject(window)
    , m_registry(registry)
    , m_instances(instances)
    , m_login(login)
    , m_demo(demo)
    , m_profiles(profiles)
    , m_tree(tree)
    , m_tabs(tabs)
    , m_window(window)
{
    addConnecting();
    addCreating();
    addMoving();
    connect(&m_tree, &TreePanel::createWanted, this, &ConsoleActions::createChild);
    const auto refreshActions = [this] { m_registry.refresh(); };
    connect(&m_tree, &TreePanel::selectionChanged, this, refreshActions);
    connect(&m_tabs, &TabArea::changed, this, refreshActions);
    connect(&m_instances, &Instances::added, this, refreshActions);
    connect(&m_instances, &Instances::startingChanged, this, refreshActions);
}

QStringList ConsoleActions::treeContextMenu()
{
    return {u"organization.create"_s,
            u"site.create"_s,
            u"app.create"_s,
            {},
            u"table.open"_s,
            u"table.preview"_s,
            u"view.refresh"_s,
            {},
            u"node.edit"_s,
            u"node.delete"_s,
            {},
            u"instance.disconnect"_s};
}

void ConsoleActions::addConnecting()
{
    m_registry.add({u"instance.startLocal"_s,
                    tr("Start a &local instance\u2026"),
                    Icon::Local,
                    {QKeySequence(Qt::CTRL | Qt::Key_L)},
                    [this] { askForLocalDirectory(); },
                    [this] {
                        if (!m_instances.canStartLocal())
                            return tr("This console was built without a server.");
                        return m_instances.isStarting() ? tr("A local instance is starting already.") : QString();
                    }});
    m_registry.add({u"instance.demo"_s,
                    tr("Load the &demo on this computer"),
                    Icon::App,
                    {},
                    [this] { m_demo.open(); },
                    [this] { return m_demo.whyNot(); }});
    m_registry.add({u"instance.connect"_s,
                    tr("&Connect to a server\u2026"),
                    Icon::Connect,
                    {QKeySequence(Qt::CTRL | Qt::Key_O)},
                    [this] { connectToServer({}); }});
    m_registry.add({u"instance.manage"_s,
                    tr("Saved &instances\u2026"),
                    Icon::Server,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                    [this] { manageInstances(); }});
    m_registry.add(
        {u"instance.disconnect"_s,
         tr("&Disconnect"),
         Icon::Disconnect,
         {},
         [this] { m_instances.remove(m_tree.selection().instance); },
         [this] { return m_tree.selection().instance ? QString() : tr("Select an instance in the tree."); }});
}

void ConsoleActions::addCreating()
{
    m_registry.add(
        {u"organization.create"_s,
         tr("New &organization\u2026"),
         Icon::Organization,
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
         [this] { createOrganization(); },
         [this] { return m_tree.selection().instance ? QString() : tr("Connect to a server or start one first."); }});
    m_registry.add({u"site.create"_s,
                    tr("New &site\u2026"),
                    Icon::Site,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
                    [this] { createSite(); },
                    [this] {
                        return m_tree.selection().organization.isEmpty() ? tr("Select an organization in the tree.")
                                                                         : QString();
                    }});
    m_registry.add(
        {u"app.create"_s,
         tr("New &app\u2026"),
         Icon::App,
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
         [this] { createApp(); },
         [this] { return m_tree.selection().site.isEmpty() ? tr("Select a site in the tree.") : QString(); }});
}

void ConsoleActions::addMoving()
{
    m_registry.add({u"view.refresh"_s,
                    tr("&Refresh"),
                    Icon::Refresh,
                    {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)},
                    [this] { refresh(); },
                    [this] { return m_instances.isEmpty() ? tr("Nothing is connected.") : QString(); }});
    m_registry.add({u"tree.focus"_s, tr("Go to the &tree"), Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] {
                        m_tree.focusTree();
                    }});
    m_registry.add({u"tree.filter"_s,
                    tr("&Filter the tree"),
                    Icon::Search,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
                    [this] { m_tree.focusFilter(); }});
}

void ConsoleActions::connectToServer(const QString &address)
{
    Profile unnamed;
    unnamed.address = address;
    m_login.begin(unnamed);
}

void ConsoleActions::connectTo(const Profile &profile)
{
    if (profile.kind == Profile::Kind::Folder)
        m_instances.startLocal(profile.address);
    else
        m_login.begin(profile);
}

void ConsoleActions::manageInstances()
{
    auto *dialog = new InstancesDialog(m_profiles, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InstancesDialog::connectWanted, this, &ConsoleActions::connectTo);
    connect(dialog, &InstancesDialog::removed, &m_login, &ServerLogin::forget);
    dialog->open();
}

void ConsoleActions::askForLocalDirectory()
{
    auto *dialog = new QFileDialog(m_window, tr("Folder of the local instance"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Start here"));
    connect(dialog, &QFileDialog::fileSelected, &m_instances, &Instances::startLocal);
    dialog->open();
}

void ConsoleActions::createChild()
{
    switch (m_tree.selection().kind) {
    case NodeKind::Instance:
        createOrganization();
        return;
    case NodeKind::Organization:
        createSite();
        return;
    case NodeKind::Site:
        createApp();
        return;
    default:
        return;
    }
}

void ConsoleActions::createOrganization()
{
    auto *dialog = new CreateOrganizationDialog(m_tree.selection().instance->api(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateOrganizationDialog::created, &m_tree,
            [this](const client::Organization &made) { m_tree.reveal(NodeKind::Instance, treeloader::content(made)); });
    dialog->open();
}

void ConsoleActions::createSite()
{
    const NodePath path = m_tree.selection();
    auto *dialog = new CreateSiteDialog(path.instance->api(), path.organization, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateSiteDialog::created, &m_tree, [this](const client::SiteSummary &made) {
        m_tree.reveal(NodeKind::Organization, treeloader::content(made));
    });
    dialog->open();
}

void ConsoleActions::createApp()
{
    const NodePath path = m_tree.selection();
    auto *dialog = new CreateAppDialog(path.instance->api(), path.site, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateAppDialog::created, &m_tree,
            [this](const client::AppSummary &made) { m_tree.reveal(NodeKind::Site, treeloader::content(made)); });
    dialog->open();
}

void ConsoleActions::refresh()
{
    TabPage *page = m_tabs.current();
    if (page && m_tabs.isAncestorOf(m_window->focusWidget()))
        page->reload();
    else
        m_tree.refresh();
}

} // namespace tenantry::ui
