// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QObject>
#include <QStringList>

class QAction;
class QWidget;

namespace tenantry::ui {

class ActionRegistry;
class TreeModel;
class TreePanel;

/// What can be done to the selected organization, site, app or datatable itself: editing and deleting it.
class NodeActions : public QObject
{
    Q_OBJECT

public:
    /// Adds the actions; the others outlive this.
    NodeActions(ActionRegistry &registry, TreeModel &model, TreePanel &tree, QWidget *window);

    static QStringList ids();

signals:
    /// No call can reach it any more.
    void deleted(const tenantry::ui::NodePath &path);

private:
    void addToTree(QAction *action);
    QString whyNotEdit() const;
    QString whyNotDelete() const;
    void edit();
    void remove();

    TreeModel &m_model;
    TreePanel &m_tree;
    QWidget *m_window;
};

} // namespace tenantry::ui
