// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigation.h"

#include "ui/common/actionregistry.h"
#include "ui/connections/instances.h"
#include "ui/tree/treepanel.h"
#include "ui/window/pathbar.h"
#include "ui/window/tabarea.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

Navigation::Navigation(ActionRegistry &registry, const Instances &instances, TreeModel &model, TreePanel &tree,
                       TabArea &tabs, PathBar &bar, QWidget *window)
    : QObject(window)
    , m_tree(tree)
    , m_tabs(tabs)
    , m_bar(bar)
    , m_seeker(model)
{
    addActions(registry);
    connect(&m_bar, &PathBar::chosen, this, &Navigation::go);
    connect(&m_seeker, &NodeSeeker::found, this, [this](const QModelIndex &index) {
        m_tree.goTo(index);
        followTree();
    });
    connect(&m_tree, &TreePanel::selectionChanged, this, &Navigation::followTree);
    connect(&m_tabs, &TabArea::changed, this, &Navigation::followTab);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { followFocus(now); });
    connect(&instances, &Instances::aboutToRemove, this, [this](Instance *instance) {
        NodePath gone;
        gone.kind = NodeKind::Instance;
        gone.instance = instance;
        forget(gone);
    });
}

QStringList Navigation::menu()
{
    return {u"go.back"_s, u"go.forward"_s, u"go.up"_s, u"go.path"_s};
}

void Navigation::addActions(ActionRegistry &registry)
{
    registry.add({u"go.back"_s,
                  tr("&Back"),
                  Icon::None,
                  {QKeySequence(Qt::ALT | Qt::Key_Left)},
                  [this] { go(m_history.back()); },
                  [this] { return m_history.canGoBack() ? QString() : tr("There is nothing to go back to."); }});
    registry.add({u"go.forward"_s,
                  tr("&Forward"),
                  Icon::None,
                  {QKeySequence(Qt::ALT | Qt::Key_Right)},
                  [this] { go(m_history.forward()); },
                  [this] { return m_history.canGoForward() ? QString() : tr("There is nothing to go forward to."); }});
    registry.add(
        {u"go.up"_s,
         tr("&Up"),
         Icon::None,
         {QKeySequence(Qt::ALT | Qt::Key_Up)},
         [this] { go(place().parent()); },
         [this] { return place().parent().kind == NodeKind::Root ? tr("There is nothing above.") : QString(); }});
    registry.add({u"go.path"_s,
                  tr("&Path"),
                  Icon::None,
                  {QKeySequence(Qt::Key_F6)},
                  [this] { m_bar.focusPath(); },
                  [this] { return place().kind == NodeKind::Root ? tr("Nothing is connected.") : QString(); }});
}

NodePath Navigation::place() const
{
    const TabPage *page = m_tabs.current();
    const bool inTab = page && page->path().instance && !m_inTree;
    const NodePath selected = m_tree.selection();
    return inTab || (page && selected.kind == NodeKind::Root && page->path().instance) ? page->path() : selected;
}

void Navigation::go(const NodePath &path)
{
    if (path.kind == NodeKind::Root)
        return;
    const NodePath to = path; // it may belong to what changes now
    m_history.visit(to);
    if (m_tabs.canOpen(to)) {
        m_tabs.preview(to);
        m_tabs.current()->setFocus();
        m_inTree = false;
    } else {
        m_seeker.seek(to);
    }
    follow();
}

void Navigation::forget(const NodePath &path)
{
    m_history.forget(path);
    follow();
}

void Navigation::followFocus(const QWidget *now)
{
    const bool inTree = m_tree.isAncestorOf(now);
    if (!inTree && !m_tabs.isAncestorOf(now))
        return;
    m_inTree = inTree;
    follow();
}

void Navigation::followTree()
{
    m_inTree = true;
    follow();
}

void Navigation::followTab()
{
    const TabPage *page = m_tabs.current();
    if (page && page->path().instance)
        m_history.visit(page->path());
    if (std::exchange(m_latestTab, page) != page)
        m_inTree = false;
    follow();
}

void Navigation::follow()
{
    m_bar.setPath(place());
    emit moved();
}

} // namespace tenantry::ui
