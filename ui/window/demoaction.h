// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class DemoTasks;
class Instance;
class Instances;
class TreeModel;
class TreePanel;

/// "Load the demo into this instance": into the one that is selected, a remote one too, which is asked about first. And
/// showing in the tree what any load has made.
class DemoAction : public QObject
{
    Q_OBJECT

public:
    /// All but `window` must outlive it.
    DemoAction(ActionRegistry &registry, Instances &instances, DemoTasks &demos, TreeModel &model, TreePanel &tree,
               QWidget *window);

private:
    QString whyNot() const;
    Instance *target() const;
    void ask();
    void show(const Instance *instance);

    Instances &m_instances;
    DemoTasks &m_demos;
    TreeModel &m_model;
    TreePanel &m_tree;
    QWidget *m_window;
};

} // namespace tenantry::ui
