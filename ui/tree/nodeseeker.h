// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tree/treenode.h"

#include <QObject>
#include <QPersistentModelIndex>

namespace tenantry::ui {

class TreeModel;

/// Finds a node of the tree by its path, fetching the levels on the way. One search at a time.
class NodeSeeker : public QObject
{
    Q_OBJECT

public:
    /// `model` must outlive it.
    explicit NodeSeeker(TreeModel &model, QObject *parent = nullptr);

    /// Ends in found(), at once where everything is loaded. Another search takes the place of one that is under way.
    void seek(const NodePath &path);

signals:
    /// Of the node, or of the last one on the way to it when it is not there or its level cannot be fetched. Invalid
    /// when the instance is gone.
    void found(const QModelIndex &index);

private:
    void step();
    /// As far as it is loaded.
    QModelIndex deepest() const;
    QModelIndex childTowards(const QModelIndex &parent) const;
    bool hasFailed(const QModelIndex &parent) const;
    void end(const QModelIndex &index);

    TreeModel &m_model;
    NodePath m_path;
    bool m_seeking = false;
    QPersistentModelIndex m_waitingFor; ///< the node whose level is being fetched
};

} // namespace tenantry::ui
