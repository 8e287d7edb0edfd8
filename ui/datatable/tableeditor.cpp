// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/tableeditor.h"

#include "ui/connections/instance.h"
#include "ui/datatable/changejournal.h"
#include "ui/datatable/journalentry.h"

#include <algorithm>

namespace tenantry::ui {

TableEditor::TableEditor(const NodePath &path, client::TableDetail::Rows whose, RowModel &rows, Workspace *workspace,
                         QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_whose(whose)
    , m_rows(rows)
    , m_changes(rows.columns())
    , m_model(rows, m_changes)
    , m_commit(m_changes, address(),
               [this](const client::Request &request) { return m_path.instance->api().send(m_path.site, request); })
{
    lock().onChanged(this, [this] { follow(); });
    connect(&m_changes, &ChangeSet::changed, this, [this] {
        m_outcome.clear();
        follow();
    });
    connect(&m_changes.undoStack(), &QUndoStack::indexChanged, this, &TableEditor::follow);
    connect(&m_commit, &Commit::started, this, &TableEditor::follow);
    connect(&m_commit, &Commit::finished, this, &TableEditor::finished);
    if (workspace)
        journal(*workspace);
    follow();
}

TableEditor::~TableEditor()
{
    // Ending clears the stack, which is no change that anybody should follow.
    m_changes.undoStack().disconnect(this);
}

void TableEditor::journal(Workspace &workspace)
{
    m_journal = std::make_unique<ChangeJournal>(workspace, journalentry::nameOf(m_path), m_changes);
    connect(m_journal.get(), &ChangeJournal::restored, this, [this](int rows) {
        if (rows > 0)
            m_outcome = tr("%n changes of an earlier session are back; nothing was sent.", nullptr, rows);
        follow();
    });
    m_journal->restore();
}

client::WriteLock &TableEditor::lock() const
{
    return m_path.instance->api().writeLock(m_path.site);
}

void TableEditor::follow()
{
    m_model.setReadOnly(whyNotEdit());
    emit stateChanged();
}

QString TableEditor::whyNotEdit() const
{
    if (m_path.instance->api().use() == client::Api::Use::ReadOnly)
        return tr("This instance is saved as read-only.");
    if (lock().state() == client::WriteLock::State::Locked)
        return tr("%1 is a production site and locked. Unlock it to edit (Ctrl+Shift+L).").arg(m_path.site);
    if (std::ranges::none_of(m_rows.columns(), &client::Column::primaryKey))
        return tr("This table has no primary key, so its rows cannot be told apart.");
    using Rows = client::TableDetail::Rows;
    if (m_whose == Rows::OfAnotherApp)
        return tr("This table shows rows of another app. They can be changed there.");
    if (m_whose == Rows::OfThePlatform)
        return tr("The platform keeps the rows of this table. They cannot be changed here.");
    return isCommitting() ? tr("The changes are being committed.") : QString();
}

QString TableEditor::whyNotUndo() const
{
    if (isCommitting())
        return whyNotEdit();
    return m_changes.undoStack().canUndo() ? QString() : tr("There is nothing to undo.");
}

QString TableEditor::whyNotRedo() const
{
    if (isCommitting())
        return whyNotEdit();
    return m_changes.undoStack().canRedo() ? QString() : tr("There is nothing to do again.");
}

QString TableEditor::whyNotDiscard() const
{
    if (isCommitting())
        return whyNotEdit();
    return m_changes.count() > 0 ? QString() : tr("Nothing is changed.");
}

QString TableEditor::whyNotPreview() const
{
    return whyNotDiscard();
}

QString TableEditor::whyNotCommit() const
{
    if (const QString nothing = whyNotDiscard(); !nothing.isEmpty())
        return nothing;
    if (const int cells = m_changes.unreadableCells(); cells > 0)
        return tr("%n cells hold a text that is no value. They have a red frame.", nullptr, cells);
    return whyNotEdit();
}

void TableEditor::removeRows(const std::set<int> &rows)
{
    std::vector<ChangeSet::StoredRow> removed;
    for (const int row : rows) {
        if (auto stored = m_model.rowAt(row))
            removed.push_back(std::move(*stored));
    }
    m_changes.remove(removed);
}

std::set<RowKey> TableEditor::keysOf(const std::set<int> &rows) const
{
    std::set<RowKey> keys;
    for (const int row : rows) {
        if (const auto stored = m_model.rowAt(row); stored && m_changes.find(stored->first))
            keys.insert(stored->first);
    }
    return keys;
}

QString TableEditor::whyNotRevert(const std::set<int> &rows) const
{
    if (isCommitting())
        return whyNotEdit();
    return keysOf(rows).empty() ? tr("Select a changed row.") : QString();
}

void TableEditor::revertRows(const std::set<int> &rows)
{
    m_changes.revert(keysOf(rows));
}

void TableEditor::setNull(const QModelIndexList &cells)
{
    QModelIndexList editable;
    std::ranges::copy_if(cells, std::back_inserter(editable),
                         [this](const QModelIndex &cell) { return m_model.whyNotEditable(cell).isEmpty(); });
    if (editable.isEmpty())
        return;
    m_changes.undoStack().beginMacro(tr("Set NULL"));
    for (const QModelIndex &cell : editable)
        m_model.setValue(cell, json::Value());
    m_changes.undoStack().endMacro();
}

void TableEditor::finished(const Commit::Outcome &outcome)
{
    if (outcome.stopped)
        m_outcome = tr("%1 Nothing is lost: %n changes are still pending.", nullptr, m_changes.count())
                        .arg(outcome.stopped->message);
    else if (outcome.refused > 0)
        m_outcome = tr("The server refused %n rows; each says why.", nullptr, outcome.refused);
    if (outcome.done > 0)
        m_rows.refresh();
    emit committed();
    follow();
}

} // namespace tenantry::ui
