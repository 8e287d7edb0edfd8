// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/writelock.h"
#include "ui/datatable/commit.h"
#include "ui/datatable/editmodel.h"
#include "ui/tree/treenode.h"

namespace tenantry::ui {

class ChangeJournal;
class Workspace;

/// Editing one open datatable: its pending changes, what can be done with them now and why not, and sending them.
class TableEditor : public QObject
{
    Q_OBJECT

public:
    /// `rows` must outlive the editor; so must the instance of `path`, and the workspace. Without one pending changes
    /// end with the program.
    TableEditor(const NodePath &path, client::TableDetail::Rows whose, RowModel &rows, Workspace *workspace,
                QObject *parent = nullptr);

    ~TableEditor() override;

    ChangeSet &changes() { return m_changes; }
    EditModel &model() { return m_model; }
    client::TableAddress address() const { return {m_path.site, m_path.app, m_path.table}; }
    client::WriteLock &lock() const;
    bool isCommitting() const { return m_commit.isRunning(); }
    /// How the latest commit ended, as a sentence; empty when all was done or something has changed since.
    const QString &outcome() const { return m_outcome; }

    // Why not, as a sentence for the user; empty when it can be done.
    QString whyNotEdit() const;
    QString whyNotUndo() const;
    QString whyNotRedo() const;
    QString whyNotDiscard() const;
    QString whyNotPreview() const;
    QString whyNotCommit() const;
    QString whyNotRevert(const std::set<int> &rows) const;

    void removeRows(const std::set<int> &rows);
    void revertRows(const std::set<int> &rows);
    void setNull(const QModelIndexList &cells);
    void commit() { m_commit.start(); }

signals:
    /// Changes, undo, lock or commit: ask again what can be done.
    void stateChanged();
    void committed();

private:
    void journal(Workspace &workspace);
    void follow();
    std::set<RowKey> keysOf(const std::set<int> &rows) const;
    void finished(const Commit::Outcome &outcome);

    NodePath m_path;
    client::TableDetail::Rows m_whose;
    RowModel &m_rows;
    ChangeSet m_changes;
    EditModel m_model;
    Commit m_commit;
    QString m_outcome;
    std::unique_ptr<ChangeJournal> m_journal; ///< last: writes the others when it ends
};

} // namespace tenantry::ui
