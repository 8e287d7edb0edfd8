// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabactions.h"

#include "ui/common/actionregistry.h"
#include "ui/tree/treepanel.h"
#include "ui/window/tabarea.h"
#include "ui/window/tabkeeper.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

TabActions::TabActions(ActionRegistry &registry, TabArea &tabs, TabKeeper &keeper, TreePanel &tree, QWidget *window)
    : QObject(window)
    , m_registry(registry)
    , m_tabs(tabs)
    , m_keeper(keeper)
    , m_tree(tree)
{
    addOpening(window);
    addKeeping();
    addMoving();
    connect(&m_tree, &TreePanel::opened, &m_tabs, &TabArea::open);
    connect(&m_tree, &TreePanel::clicked, &m_tabs, &TabArea::preview);
}

QString TabActions::whyNotOpen() const
{
    return m_tabs.canOpen(m_tree.selection()) ? QString() : tr("Select a datatable in the tree.");
}

QString TabActions::whyNotMove() const
{
    return m_tabs.count() > 0 ? QString() : tr("No tab is open.");
}

void TabActions::addOpening(QWidget *window)
{
    const auto whyNot = [this] { return whyNotOpen(); };
    m_registry.add(
        {u"table.open"_s, tr("&Open"), Icon::Table, {}, [this] { m_tabs.open(m_tree.selection()); }, whyNot});
    QAction *look = m_registry.add({u"table.preview"_s,
                                    tr("Open as pre&view"),
                                    Icon::None,
                                    {QKeySequence(Qt::Key_Space)},
                                    [this] { m_tabs.preview(m_tree.selection()); },
                                    whyNot});
    window->removeAction(look); // elsewhere a space is a space
    look->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree.addAction(look);
}

void TabActions::addKeeping()
{
    m_registry.add({u"tab.keep"_s,
                    tr("&Keep this tab"),
                    Icon::None,
                    {},
                    [this] { m_tabs.keepCurrent(); },
                    [this] {
                        if (const QString none = whyNotMove(); !none.isEmpty())
                            return none;
                        return m_tabs.isPreview(m_tabs.current()) ? QString() : tr("This tab is no preview; it stays.");
                    }});
    m_registry.add({u"tab.close"_s,
                    tr("&Close tab"),
                    Icon::Close,
                    {QKeySequence(Qt::CTRL | Qt::Key_W)},
                    [this] { m_tabs.closeCurrent(); },
                    [this] { return whyNotMove(); }});
    m_registry.add({u"tab.reopen"_s,
                    tr("Open the closed tab &again"),
                    Icon::None,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
                    [this] { m_keeper.reopen(); },
                    [this] { return m_keeper.whyNotReopen(); }});
}

void TabActions::addMoving()
{
    const auto whyNot = [this] { return whyNotMove(); };
    m_registry.add({u"tab.next"_s,
                    tr("&Next tab"),
                    Icon::None,
                    {QKeySequence(Qt::CTRL | Qt::Key_PageDown), QKeySequence(Qt::CTRL | Qt::Key_Tab)},
                    [this] { m_tabs.showNeighbour(1); },
                    whyNot});
    m_registry.add({u"tab.previous"_s,
                    tr("&Previous tab"),
                    Icon::None,
                    {QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)},
                    [this] { m_tabs.showNeighbour(-1); },
                    whyNot});
}

} // namespace tenantry::ui
