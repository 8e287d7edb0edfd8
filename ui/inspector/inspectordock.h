// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <functional>

namespace tenantry::ui {

class ActionRegistry;
class CellInspector;
class DatatableTab;

/// The cell inspector at the window's edge, and the actions that go to it and apply what was typed there.
class InspectorDock : public QDockWidget
{
    Q_OBJECT

public:
    /// Adds "cell.inspect" and "cell.apply" to `actions`, which must outlive it. `current`: the datatable in front, or
    /// null.
    InspectorDock(ActionRegistry &actions, std::function<DatatableTab *()> current, QWidget *window);

    /// To be called when another datatable is in front, or it has its rows now.
    void follow();

private:
    void addActions(ActionRegistry &actions);
    void inspect();

    std::function<DatatableTab *()> m_current;
    CellInspector *m_inspector = nullptr;
};

} // namespace tenantry::ui
