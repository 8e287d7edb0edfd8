// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/datatable/rowchange.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <set>

namespace tenantry::ui {

/// What somebody has changed in a datatable and not committed yet: added, changed and removed rows with the values they
/// began from. Every change is a command on undoStack(). Knows nothing of views, and sends nothing.
class ChangeSet : public QObject
{
    Q_OBJECT

public:
    using Changes = std::map<RowKey, RowChange>;
    /// A stored row and what it holds.
    using StoredRow = std::pair<RowKey, client::Row>;

    /// What is being typed into a cell and has not been entered yet.
    struct Draft
    {
        StoredRow row;
        int column = 0;
        QString text;
    };

    explicit ChangeSet(std::vector<client::Column> columns, QObject *parent = nullptr);
    ~ChangeSet() override;

    const std::vector<client::Column> &columns() const { return m_columns; }
    /// Of a stored row.
    RowKey keyOf(const client::Row &row) const;
    static bool isAdded(const RowKey &key) { return key.starts_with('+'); }

    const Changes &all() const { return m_changes; }
    /// Null when the row is as it is stored.
    const RowChange *find(const RowKey &key) const;
    int count() const { return int(m_changes.size()); }
    int addedCount() const;
    const RowKey &addedAt(int position) const;
    /// How many cells hold a text that is no value.
    int unreadableCells() const;
    QUndoStack &undoStack() const { return *m_undo; }

    // Each of these is one step to undo.
    RowKey add();
    /// Edits of one cell that follow each other are one step. A value that is the stored one again is no change.
    void edit(const StoredRow &row, int column, const CellEdit &edit);
    /// Marks stored rows, and drops added ones.
    void remove(const std::vector<StoredRow> &rows);
    /// Makes these rows as they are stored; added ones go.
    void revert(const std::set<RowKey> &rows);
    void discard();

    /// The server has taken these rows. What was done before cannot be undone any more.
    void settle(const std::set<RowKey> &rows);
    /// The server has refused the row; its change stays, with the reason at the fields and at the row.
    void refuse(const RowKey &row, const Error &error);
    /// Notes what is being typed, so that it can be kept; it is no change yet, and no step to undo.
    void setDraft(Draft draft);
    void clearDraft();
    /// All changes, and the draft as if it had been entered.
    Changes allWithDraft() const;
    /// Takes changes from an earlier session in place of those here, as one step.
    void restore(Changes changes);

signals:
    void aboutToAdd(int position);
    void added();
    void aboutToDrop(int position);
    void dropped();
    /// Something is different now; after the others.
    void changed();
    /// allWithDraft() is different now, though nothing may be changed.
    void draftChanged();

private:
    friend class ChangeCommand;

    void put(const RowKey &key, std::optional<RowChange> change);
    void apply(const std::map<RowKey, std::optional<RowChange>> &changes);
    RowChange changeOf(const StoredRow &row, RowChange::Kind kind) const;
    std::optional<RowChange> edited(const StoredRow &row, int column, const CellEdit &edit) const;

    std::vector<client::Column> m_columns;
    Changes m_changes;
    std::optional<Draft> m_draft;
    int m_lastAdded = 0;
    QUndoStack *m_undo;
};

} // namespace tenantry::ui
