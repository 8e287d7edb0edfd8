// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changecommands.h"

#include "ui/datatable/changeset.h"

#include <QCoreApplication>

namespace tenantry::ui {

namespace {

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("ChangeSet", text, nullptr, n);
}

} // namespace

ChangeCommand::ChangeCommand(ChangeSet &changes, const QString &text, Rows after)
    : QUndoCommand(text)
    , m_changes(changes)
    , m_after(std::move(after))
{
    for (const auto &[key, change] : m_after) {
        const RowChange *before = changes.find(key);
        m_before[key] = before ? std::optional(*before) : std::nullopt;
    }
}

void ChangeCommand::undo()
{
    m_changes.apply(m_before);
}

void ChangeCommand::redo()
{
    m_changes.apply(m_after);
}

AddRow::AddRow(ChangeSet &changes, const RowKey &row)
    : ChangeCommand(changes, translated(QT_TRANSLATE_NOOP("ChangeSet", "Add a row")),
                    {{row, RowChange{RowChange::Kind::Added, {}, {}, {}, {}}}})
{
}

EditCell::EditCell(ChangeSet &changes, const RowKey &row, int column, std::optional<RowChange> after)
    : ChangeCommand(changes, translated(QT_TRANSLATE_NOOP("ChangeSet", "Edit a cell")), {{row, std::move(after)}})
    , m_column(column)
{
}

bool EditCell::mergeWith(const QUndoCommand *later)
{
    const auto &edit = static_cast<const EditCell &>(*later); // of the same id()
    if (edit.m_column != m_column || edit.m_after.begin()->first != m_after.begin()->first)
        return false;
    m_after = edit.m_after;
    setObsolete(m_after == m_before);
    return true;
}

RemoveRows::RemoveRows(ChangeSet &changes, Rows after)
    : ChangeCommand(changes, translated(QT_TRANSLATE_N_NOOP("ChangeSet", "Delete %n rows"), int(after.size())), after)
{
}

RevertRows::RevertRows(ChangeSet &changes, Rows after)
    : ChangeCommand(changes, translated(QT_TRANSLATE_N_NOOP("ChangeSet", "Discard %n changes"), int(after.size())),
                    after)
{
}

RestoreRows::RestoreRows(ChangeSet &changes, Rows after)
    : ChangeCommand(changes,
                    translated(QT_TRANSLATE_N_NOOP("ChangeSet", "Take up %n changes again"), int(after.size())), after)
{
}

} // namespace tenantry::ui
