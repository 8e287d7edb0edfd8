// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/nodeseeker.h"
#include "ui/window/navigationhistory.h"

#include <QStringList>

class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class Instances;
class PathBar;
class TabArea;
class TabPage;
class TreeModel;
class TreePanel;

/// Where the user is, in the tree or in a tab, and going elsewhere: up, back, forward, or by the path bar, which this
/// keeps right.
class Navigation : public QObject
{
    Q_OBJECT

public:
    /// Adds the actions. All must outlive this.
    Navigation(ActionRegistry &registry, const Instances &instances, TreeModel &model, TreePanel &tree, TabArea &tabs,
               PathBar &bar, QWidget *window);

    static QStringList menu();

    /// Of kind Root when nothing is connected.
    NodePath place() const;
    /// Previews the node's page, or selects it in the tree when it has none.
    void go(const NodePath &path);
    /// That node is not there any more.
    void forget(const tenantry::ui::NodePath &path);

signals:
    /// place() is another, or its node has changed.
    void moved();

private:
    void addActions(ActionRegistry &registry);
    void followFocus(const QWidget *now);
    void followTree();
    void followTab();
    void follow();

    TreePanel &m_tree;
    TabArea &m_tabs;
    PathBar &m_bar;
    NodeSeeker m_seeker;
    NavigationHistory m_history;
    bool m_inTree = true;                 ///< the tree was used later than the tabs
    const TabPage *m_latestTab = nullptr; ///< for comparing alone
};

} // namespace tenantry::ui
