// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/demoaction.h"

#include "core/client/decode.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/demoinstance.h"
#include "ui/connections/instances.h"
#include "ui/dialogs/demodialog.h"
#include "ui/tree/treeloader.h"
#include "ui/tree/treepanel.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DemoAction::DemoAction(ActionRegistry &registry, Instances &instances, const DemoInstance &demo, TreePanel &tree,
                       QWidget *window)
    : QObject(window)
    , m_instances(instances)
    , m_demo(demo)
    , m_tree(tree)
    , m_window(window)
{
    registry.add({u"instance.loadDemo"_s,
                  tr("Load the demo &into this instance\u2026"),
                  Icon::App,
                  {},
                  [this] { open(); },
                  [this] { return whyNot(); }});
    connect(&m_instances, &Instances::aboutToRemove, this, [this](Instance *instance) {
        if (instance == m_into)
            delete m_dialog; // its calls cannot end any more
    });
}

QString DemoAction::whyNot() const
{
    if (m_demo.isLoading())
        return tr("The demo is being loaded.");
    Instance *instance = target();
    if (!instance)
        return m_instances.isEmpty() ? tr("Connect to a server or start one first.")
                                     : tr("Select an instance in the tree.");
    const bool readOnly = instance->api().use() == client::Api::Use::ReadOnly;
    return readOnly ? tr("This instance is saved as one to be read only.") : QString();
}

Instance *DemoAction::target() const
{
    const std::vector<Instance *> all = m_instances.all();
    return all.size() == 1 ? all.front() : m_tree.selection().instance;
}

void DemoAction::open()
{
    if (!whyNot().isEmpty())
        return; // what is loading has begun since the action was looked at
    m_into = target();
    m_dialog = new DemoDialog(m_into->api(), m_into->title(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DemoDialog::loaded, this, [this] { reveal(m_into); });
    m_dialog->open();
}

void DemoAction::reveal(Instance *instance)
{
    if (!instance || m_tree.selection().instance != instance) {
        m_tree.refresh();
        return;
    }
    const QString path = u"/api/cloud/organizations/%1/"_s.arg(demo::DemoPlan::organization);
    instance->api()
        .sendPlatform(client::Request::get(path))
        .map(&client::decodeOrganization)
        .then(this, [this, into = QPointer(instance)](const Result<client::Organization> &made) {
            if (made && into && m_tree.selection().instance == into)
                m_tree.reveal(NodeKind::Instance, treeloader::content(*made));
        });
}

} // namespace tenantry::ui
