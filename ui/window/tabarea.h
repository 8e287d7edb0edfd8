// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QStackedWidget>

class QTabWidget;

namespace tenantry::ui {

class ActionRegistry;
class DatatableTab;
class Workspace;

/// The middle of the window: what is open, one tab each, or the page that stands there when nothing is.
class TabArea : public QStackedWidget
{
    Q_OBJECT

public:
    /// `workspace` may be null: then pending changes end with the program.
    TabArea(QWidget *emptyPage, ActionRegistry &actions, Workspace *workspace, QWidget *parent = nullptr);

    /// Shows the datatable's tab, and makes it when there is none.
    void open(const NodePath &table);
    DatatableTab *current() const; ///< null when nothing is open
    int count() const;
    void closeCurrent();
    /// Closes every tab of this instance, at once.
    void closeOf(const Instance *instance);
    /// Closes every tab of this datatable, or of what stands below this organization, site or app.
    void closeBelow(const tenantry::ui::NodePath &path);
    void showNeighbour(int step);

signals:
    void changed();

private:
    DatatableTab *tab(int index) const;
    void close(int index);

    ActionRegistry &m_actions;
    Workspace *m_workspace;
    QTabWidget *m_tabs;
};

} // namespace tenantry::ui
