// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/rowchange.h"

#include <QUndoCommand>

#include <optional>

namespace tenantry::ui {

class ChangeSet;

/// The changes of some rows before and after a step; nothing where the row is as it is stored.
class ChangeCommand : public QUndoCommand
{
public:
    using Rows = std::map<RowKey, std::optional<RowChange>>;

    ChangeCommand(ChangeSet &changes, const QString &text, Rows after);

    void undo() override;
    void redo() override;

protected:
    ChangeSet &m_changes;
    Rows m_before;
    Rows m_after;
};

class AddRow : public ChangeCommand
{
public:
    AddRow(ChangeSet &changes, const RowKey &row);
};

/// Typing again into the cell that was edited last belongs to the same step.
class EditCell : public ChangeCommand
{
public:
    EditCell(ChangeSet &changes, const RowKey &row, int column, std::optional<RowChange> after);

    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *later) override;

private:
    int m_column;
};

class RemoveRows : public ChangeCommand
{
public:
    RemoveRows(ChangeSet &changes, Rows after);
};

/// Of some rows or of all: they are as they are stored again.
class RevertRows : public ChangeCommand
{
public:
    RevertRows(ChangeSet &changes, Rows after);
};

/// What an earlier session has left.
class RestoreRows : public ChangeCommand
{
public:
    RestoreRows(ChangeSet &changes, Rows after);
};

} // namespace tenantry::ui
