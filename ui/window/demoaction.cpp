// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/demoaction.h"

#include "core/demo/demoplan.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/demotasks.h"
#include "ui/connections/instances.h"
#include "ui/tree/treemodel.h"
#include "ui/tree/treepanel.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DemoAction::DemoAction(ActionRegistry &registry, Instances &instances, DemoTasks &demos, TreeModel &model,
                       TreePanel &tree, QWidget *window)
    : QObject(window)
    , m_instances(instances)
    , m_demos(demos)
    , m_model(model)
    , m_tree(tree)
    , m_window(window)
{
    registry.add({u"instance.loadDemo"_s,
                  tr("Load the demo &into this instance\u2026"),
                  Icon::App,
                  {},
                  [this] { ask(); },
                  [this] { return whyNot(); }});
    connect(&m_demos, &DemoTasks::began, &registry, &ActionRegistry::refresh);
    connect(&m_demos, &DemoTasks::ended, &registry, &ActionRegistry::refresh);
    connect(&m_demos, &DemoTasks::ended, this,
            [this](const Instance *instance) { m_model.refresh(m_model.find(instance)); });
    connect(&m_demos, &DemoTasks::showWanted, this, &DemoAction::show);
}

QString DemoAction::whyNot() const
{
    Instance *instance = target();
    if (!instance)
        return m_instances.isEmpty() ? tr("Connect to a server or start one first.")
                                     : tr("Select an instance in the tree.");
    if (m_demos.isLoading(instance))
        return tr("The demo is being loaded.");
    const bool readOnly = instance->api().use() == client::Api::Use::ReadOnly;
    return readOnly ? tr("This instance is saved as one to be read only.") : QString();
}

Instance *DemoAction::target() const
{
    const std::vector<Instance *> all = m_instances.all();
    return all.size() == 1 ? all.front() : m_tree.selection().instance;
}

void DemoAction::ask()
{
    if (!whyNot().isEmpty())
        return; // what is loading has begun since the action was looked at
    Instance *into = target();
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("Load the demo"),
                        tr("Load the demo into \u201c%1\u201d?").arg(into->title()), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(Icon::App).pixmap(QSize(40, 40), m_window->devicePixelRatio()));
    box->setInformativeText(
        tr("Makes the organization Acme (demo), with a production and a staging site. Each holds a shop and a magazine "
           "with some thousand rows, to look around in and to try things on. You can go on working meanwhile."));
    auto *load = box->addButton(tr("&Load the demo"), QMessageBox::AcceptRole);
    box->setDefaultButton(load);
    connect(load, &QPushButton::clicked, into, [this, into] { m_demos.load(into); });
    connect(into, &QObject::destroyed, box, &QMessageBox::reject);
    box->open();
}

void DemoAction::show(const Instance *instance)
{
    const QModelIndex above = m_model.find(instance);
    QModelIndex shown = above;
    for (int row = 0; row < m_model.rowCount(above); ++row) {
        const QModelIndex child = m_model.index(row, 0, above);
        if (m_model.path(child).organization == demo::DemoPlan::organization)
            shown = child;
    }
    m_tree.goTo(shown);
}

} // namespace tenantry::ui
