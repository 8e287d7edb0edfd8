// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/writelock.h"
#include "ui/tree/treenode.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace tenantry::ui {

class ActionRegistry;

/// What can be done to the site one works in: unlocking it for writing, extending that, and locking it again.
class SiteActions : public QObject
{
    Q_OBJECT

public:
    /// `where` answers what the user is at, in the tree or in a tab.
    SiteActions(ActionRegistry &registry, std::function<NodePath()> where, QObject *parent);

    static QStringList menu();

    /// The user is elsewhere, or the lock is another.
    void follow();

private:
    client::WriteLock *lock() const; ///< null when that belongs to no site
    void toggle();

    ActionRegistry &m_registry;
    std::function<NodePath()> m_where;
};

} // namespace tenantry::ui
