// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabarea.h"

#include "ui/common/icons.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/tableeditor.h"

#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

TabArea::TabArea(QWidget *emptyPage, ActionRegistry &actions, Workspace *workspace, QWidget *parent)
    : QStackedWidget(parent)
    , m_actions(actions)
    , m_workspace(workspace)
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setAccessibleName(tr("Open tabs"));
    addWidget(emptyPage);
    addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &TabArea::close);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TabArea::changed);
}

void TabArea::open(const NodePath &table)
{
    for (int i = 0; i < count(); ++i) {
        const NodePath &open = tab(i)->path();
        if (open.instance == table.instance && open.site == table.site && open.app == table.app &&
            open.table == table.table) {
            m_tabs->setCurrentIndex(i);
            return;
        }
    }
    auto *opened = new DatatableTab(table, m_actions, m_workspace, m_tabs);
    const int index = m_tabs->addTab(opened, icon(Icon::Table), table.table);
    m_tabs->setTabToolTip(index, table.titles.join(u" \u203a "_s));
    connect(opened, &DatatableTab::changed, this, [this, opened] {
        const int place = m_tabs->indexOf(opened);
        const int changes = opened->editor() ? opened->editor()->changes().count() : 0;
        const QString name = opened->path().table;
        m_tabs->setTabText(place, changes == 0 ? name : tr("%1 (%2 changed)").arg(name).arg(changes));
        emit changed();
    });
    m_tabs->setCurrentIndex(index);
    setCurrentWidget(m_tabs);
}

DatatableTab *TabArea::tab(int index) const
{
    return static_cast<DatatableTab *>(m_tabs->widget(index));
}

DatatableTab *TabArea::current() const
{
    return tab(m_tabs->currentIndex());
}

int TabArea::count() const
{
    return m_tabs->count();
}

void TabArea::closeCurrent()
{
    if (count() > 0)
        close(m_tabs->currentIndex());
}

void TabArea::closeOf(const Instance *instance)
{
    for (int i = count() - 1; i >= 0; --i) {
        if (tab(i)->path().instance == instance)
            close(i);
    }
}

void TabArea::closeBelow(const NodePath &path)
{
    const auto within = [](const QString &name, const QString &wanted) { return wanted.isEmpty() || name == wanted; };
    for (int i = count() - 1; i >= 0; --i) {
        const NodePath &open = tab(i)->path();
        if (open.instance == path.instance && within(open.organization, path.organization) &&
            within(open.site, path.site) && within(open.app, path.app) && within(open.table, path.table))
            close(i);
    }
}

void TabArea::showNeighbour(int step)
{
    if (count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count()) % count());
}

void TabArea::close(int index)
{
    const std::unique_ptr<DatatableTab> closed(tab(index));
    m_tabs->removeTab(index);
    if (count() == 0)
        setCurrentIndex(0);
    emit changed();
}

} // namespace tenantry::ui
