// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/tree/treenode.h"

#include <QWidget>

class QVBoxLayout;

namespace tenantry::ui {

class ActionRegistry;

/// One open tab: the page of one node of the tree. Over a page of a site stands what kind of site it is; below that a
/// kind of node puts its own parts.
class TabPage : public QWidget
{
    Q_OBJECT

public:
    /// `actions` must outlive the page.
    TabPage(NodePath path, ActionRegistry &actions, QWidget *parent = nullptr);
    ~TabPage() override;

    const NodePath &path() const { return m_path; }
    /// What the tab says; the name of the node unless the page knows better.
    virtual QString title() const;
    virtual Icon icon() const = 0;
    /// Asks the server for everything again; changes nobody has sent yet stay.
    virtual void reload() = 0;
    /// The server answers again: asks for what it could not give while it was away, and for nothing else.
    virtual void recover() {}
    /// What the user has changed here and not sent. A page with some is not replaced by another.
    virtual int pendingChanges() const { return 0; }
    /// False for a page that stands in for another until the user wants that.
    virtual bool isLoaded() const { return true; }

signals:
    /// What the page says of itself, or what can be done on it, has changed.
    void changed();

protected:
    ActionRegistry &actions() const { return m_actions; }
    /// Where a page puts its parts, from top to bottom below the band.
    QVBoxLayout *column() const { return m_column; }
    void setPath(const NodePath &path) { m_path = path; }

private:
    void addBand();
    void followConnection();

    NodePath m_path;
    ActionRegistry &m_actions;
    QVBoxLayout *m_column;
};

} // namespace tenantry::ui
