// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/changeset.h"

#include <QTimer>

namespace tenantry::ui {

class Workspace;

/// Keeps the pending changes of one table in the workspace, a moment after each change, so that they outlive the
/// program however it ends. Bringing them back sends nothing.
class ChangeJournal : public QObject
{
    Q_OBJECT

public:
    /// `table` names the table among all tables of all instances. Both must outlive the journal.
    ChangeJournal(Workspace &workspace, const QString &table, ChangeSet &changes, QObject *parent = nullptr);
    /// Writes what waits to be written.
    ~ChangeJournal() override;

    /// Brings back what an earlier run has left; to be called once, before anybody edits.
    void restore();

signals:
    /// So many rows came back; 0 when there was nothing.
    void restored(int rows);

private:
    void write();

    Workspace &m_workspace;
    QString m_key;
    ChangeSet &m_changes;
    QTimer m_waiting;
    bool m_knowsPast = false; ///< nothing is written before, or it would be lost
};

} // namespace tenantry::ui
