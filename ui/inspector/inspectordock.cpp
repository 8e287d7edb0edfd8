// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspectordock.h"

#include "ui/common/actionregistry.h"
#include "ui/datatable/datatabletab.h"
#include "ui/datatable/rowview.h"
#include "ui/inspector/cellinspector.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

InspectorDock::InspectorDock(ActionRegistry &actions, std::function<DatatableTab *()> current, QWidget *window)
    : QDockWidget(tr("Cell"), window)
    , m_current(std::move(current))
{
    setObjectName(u"inspectorDock"_s);
    addActions(actions);
    m_inspector = new CellInspector(actions, this);
    setWidget(m_inspector);
    hide();
    connect(m_inspector, &CellInspector::changed, &actions, &ActionRegistry::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, &InspectorDock::follow);
}

void InspectorDock::addActions(ActionRegistry &actions)
{
    actions.add({u"cell.inspect"_s,
                 tr("&Inspect cell"),
                 Icon::Info,
                 {QKeySequence(Qt::SHIFT | Qt::Key_Return)},
                 [this] { inspect(); },
                 [this] { return m_current() ? QString() : tr("Open a datatable first."); }});
    actions.add({u"cell.apply"_s,
                 tr("&Apply"),
                 Icon::None,
                 {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                 [this] { m_inspector->apply(); },
                 [this] { return m_inspector ? m_inspector->whyNotApply() : QString(); }});
}

void InspectorDock::follow()
{
    // A hidden inspector costs nothing.
    DatatableTab *tab = isVisible() ? m_current() : nullptr;
    m_inspector->follow(tab && tab->editor() ? tab->view() : nullptr);
}

void InspectorDock::inspect()
{
    if (isVisible() && isAncestorOf(window()->focusWidget())) {
        m_current()->view()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    show();
    raise();
    follow();
    m_inspector->focusText();
}

} // namespace tenantry::ui
