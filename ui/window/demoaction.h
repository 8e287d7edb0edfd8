// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class DemoDialog;
class DemoInstance;
class Instance;
class Instances;
class TreePanel;

/// "Load the demo into this instance": into the one that is selected, a remote one too, which is asked about first.
class DemoAction : public QObject
{
    Q_OBJECT

public:
    /// `demo`: while it loads the same demo, nothing may be loaded beside it.
    DemoAction(ActionRegistry &registry, Instances &instances, const DemoInstance &demo, TreePanel &tree,
               QWidget *window);

private:
    QString whyNot() const;
    Instance *target() const;
    void open();
    void reveal(Instance *instance);

    Instances &m_instances;
    const DemoInstance &m_demo;
    TreePanel &m_tree;
    QWidget *m_window;
    QPointer<DemoDialog> m_dialog;
    QPointer<Instance> m_into; ///< what m_dialog works on
};

} // namespace tenantry::ui
