// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/nodeseeker.h"

#include <QMenu>

namespace tenantry::ui {

/// One level of the tree as a menu: what stands below a node, fetched when the menu is made, and shown as it arrives.
class PathMenu : public QMenu
{
    Q_OBJECT

public:
    /// Of the children of `parent`; the instances when that is of kind Root. `current` is the one to begin at.
    PathMenu(TreeModel &model, const NodePath &parent, const NodePath &current, QWidget *owner);

signals:
    void chosen(const tenantry::ui::NodePath &path);

private:
    void open();
    void fill();
    void addChild(const QModelIndex &child);

    TreeModel &m_model;
    NodePath m_parent;
    NodePath m_current;
    NodeSeeker m_seeker;
    bool m_isThere = false; ///< m_level is found
    QPersistentModelIndex m_level;
};

} // namespace tenantry::ui
