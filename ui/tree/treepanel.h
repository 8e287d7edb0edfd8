// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"
#include "ui/tree/treesearch.h"

#include <QModelIndex>
#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace tenantry::ui {

class ActionRegistry;
class TreeFilter;
class TreeModel;

/// The tree with its filter box: expands, filters, and says what is selected and what shall be opened. The box filters
/// what is loaded; Enter asks the server too.
class TreePanel : public QWidget
{
    Q_OBJECT

public:
    /// `contextActions`: the ids its context menu offers.
    TreePanel(TreeModel &model, const ActionRegistry &actions, QStringList contextActions, QWidget *parent = nullptr);

    /// Of the selected node; of kind Root when none is. A placeholder stands for the node above it.
    NodePath selection() const;
    /// In the model; invalid when none is.
    QModelIndex selectedIndex() const { return current(); }
    /// Fetches what is selected again; everything when nothing is.
    void refresh();
    /// Puts what was just made below the selected node's ancestor of kind `parent`, and selects it.
    void reveal(NodeKind parent, const NodeContent &content);
    /// Selects this node of the model, and puts the focus there.
    void goTo(const QModelIndex &index);
    void focusTree();
    void focusFilter();

signals:
    void selectionChanged();
    /// A datatable or a room.
    void opened(const tenantry::ui::NodePath &path);
    /// One click, on a node of any kind.
    void clicked(const tenantry::ui::NodePath &path);
    /// Somebody wants to make the first child of the selected node.
    void createWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QModelIndex current() const; ///< in the model, not the filter
    void activate(const QModelIndex &index);
    void applyFilter(const QString &text);
    void askServer();
    void showFound(const TreeSearch::Outcome &outcome);
    void notice(const QString &text);
    /// Shows the way to every match below `parent`, and adds them to `matches`.
    void expandMatches(const QModelIndex &parent, QModelIndexList &matches);
    void follow(const QModelIndex &parent, int first, int last);
    void select(const QModelIndex &index);
    void showContextMenu(const QPoint &position);

    TreeModel &m_model;
    const ActionRegistry &m_actions;
    QStringList m_contextActions;
    TreeFilter *m_filter;
    QLineEdit *m_search;
    QLabel *m_notice; ///< what the server is asked, and what it had
    QTreeView *m_view;
    TreeSearch *m_server;
    QPersistentModelIndex m_scope; ///< what the user selected last: a filter may hide it, and the search stays below it
    QPersistentModelIndex m_awaitedBelow; ///< whose level is being loaded for m_awaitedId to be selected
    QString m_awaitedId;
};

} // namespace tenantry::ui
