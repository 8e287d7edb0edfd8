// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changeset.h"

#include "core/json/writer.h"
#include "ui/datatable/cellinput.h"
#include "ui/datatable/changecommands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

RowKey addedKey(int number)
{
    return u"+%1"_s.arg(number, 6, 10, QChar(u'0')).toStdString();
}

/// The column a refused field names: "title", or "0.title" where several rows were sent.
int columnOf(const std::vector<client::Column> &columns, const QString &path)
{
    const QString name = path.section(u'.', -1);
    const auto found =
        std::ranges::find_if(columns, [&](const auto &column) { return column.name == path || column.name == name; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

} // namespace

ChangeSet::ChangeSet(std::vector<client::Column> columns, QObject *parent)
    : QObject(parent)
    , m_columns(std::move(columns))
    , m_undo(new QUndoStack(this))
{
}

ChangeSet::~ChangeSet() = default;

RowKey ChangeSet::keyOf(const client::Row &row) const
{
    json::Array key;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].primaryKey)
            key.push_back(row[i]);
    }
    return json::canonical(key);
}

const RowChange *ChangeSet::find(const RowKey &key) const
{
    const auto found = m_changes.find(key);
    return found == m_changes.end() ? nullptr : &found->second;
}

int ChangeSet::addedCount() const
{
    return int(std::distance(m_changes.begin(), m_changes.lower_bound("[")));
}

const RowKey &ChangeSet::addedAt(int position) const
{
    return std::next(m_changes.begin(), position)->first;
}

int ChangeSet::unreadableCells() const
{
    int cells = 0;
    for (const auto &[key, change] : m_changes)
        cells += int(std::ranges::count_if(change.cells, [](const auto &cell) { return !cell.second.isValue(); }));
    return cells;
}

RowKey ChangeSet::add()
{
    const RowKey key = addedKey(++m_lastAdded);
    m_undo->push(new AddRow(*this, key));
    return key;
}

RowChange ChangeSet::changeOf(const StoredRow &row, RowChange::Kind kind) const
{
    const RowChange *before = find(row.first);
    return before ? *before : RowChange{kind, row.second, {}, {}, {}};
}

/// The row's change with this cell edited; nothing when the row is as it is stored then.
std::optional<RowChange> ChangeSet::edited(const StoredRow &row, int column, const CellEdit &edit) const
{
    RowChange change = changeOf(row, RowChange::Kind::Changed);
    if (change.kind == RowChange::Kind::Removed)
        return change;
    change.refusal.clear();
    change.refusals.erase(column);
    const bool stored = change.kind == RowChange::Kind::Changed;
    if (stored && edit.isValue() && edit.value == change.base[size_t(column)])
        change.cells.erase(column);
    else
        change.cells[column] = edit;
    return stored && change.cells.empty() ? std::nullopt : std::optional(std::move(change));
}

void ChangeSet::edit(const StoredRow &row, int column, const CellEdit &edit)
{
    std::optional<RowChange> after = edited(row, column, edit);
    const RowChange *before = find(row.first);
    if (before ? after == *before : !after)
        return;
    m_undo->push(new EditCell(*this, row.first, column, std::move(after)));
}

void ChangeSet::setDraft(Draft draft)
{
    m_draft = std::move(draft);
    emit draftChanged();
}

void ChangeSet::clearDraft()
{
    if (!m_draft)
        return;
    m_draft.reset();
    emit draftChanged();
}

ChangeSet::Changes ChangeSet::allWithDraft() const
{
    Changes all = m_changes;
    if (!m_draft)
        return all;
    const CellEdit edit = CellInput(m_columns[size_t(m_draft->column)]).edit(m_draft->text);
    if (auto change = edited(m_draft->row, m_draft->column, edit))
        all[m_draft->row.first] = std::move(*change);
    else
        all.erase(m_draft->row.first);
    return all;
}

void ChangeSet::remove(const std::vector<StoredRow> &rows)
{
    ChangeCommand::Rows after;
    for (const StoredRow &row : rows) {
        RowChange change = changeOf(row, RowChange::Kind::Removed);
        if (isAdded(row.first)) {
            after[row.first] = std::nullopt;
        } else {
            change.kind = RowChange::Kind::Removed;
            change.cells.clear();
            change.forgetRefusal();
            after[row.first] = std::move(change);
        }
    }
    if (!after.empty())
        m_undo->push(new RemoveRows(*this, std::move(after)));
}

void ChangeSet::revert(const std::set<RowKey> &rows)
{
    ChangeCommand::Rows after;
    for (const RowKey &row : rows) {
        if (find(row))
            after[row] = std::nullopt;
    }
    if (!after.empty())
        m_undo->push(new RevertRows(*this, std::move(after)));
}

void ChangeSet::discard()
{
    std::set<RowKey> rows;
    for (const auto &[key, change] : m_changes)
        rows.insert(key);
    revert(rows);
}

void ChangeSet::settle(const std::set<RowKey> &rows)
{
    m_undo->clear(); // what it would bring back is the server's now
    for (const RowKey &row : rows)
        put(row, std::nullopt);
    emit changed();
}

void ChangeSet::refuse(const RowKey &row, const Error &error)
{
    const RowChange *before = find(row);
    if (!before)
        return;
    RowChange change = *before;
    change.forgetRefusal();
    change.refusal = error.message;
    for (const FieldError &field : error.fields) {
        const int column = columnOf(m_columns, field.path);
        if (column < 0 || change.kind == RowChange::Kind::Removed)
            change.refusal += u' ' + field.message;
        else
            change.refusals[column] = field.message;
    }
    put(row, std::move(change));
    emit changed();
}

void ChangeSet::restore(Changes changes)
{
    ChangeCommand::Rows after;
    for (auto &[key, change] : changes) {
        if (isAdded(key))
            m_lastAdded = std::max(m_lastAdded, QByteArray::fromStdString(key.substr(1)).toInt());
        after[key] = std::move(change);
    }
    if (!after.empty())
        m_undo->push(new RestoreRows(*this, std::move(after)));
}

void ChangeSet::apply(const std::map<RowKey, std::optional<RowChange>> &changes)
{
    for (const auto &[key, change] : changes)
        put(key, change);
    emit changed();
}

void ChangeSet::put(const RowKey &key, std::optional<RowChange> change)
{
    const auto place = m_changes.find(key);
    const bool known = place != m_changes.end();
    if (change && (known || !isAdded(key))) {
        m_changes[key] = std::move(*change);
        return;
    }
    if (!change && (!known || !isAdded(key))) {
        m_changes.erase(key);
        return;
    }
    const int position = int(std::distance(m_changes.begin(), m_changes.lower_bound(key)));
    if (change) {
        emit aboutToAdd(position);
        m_changes.emplace(key, std::move(*change));
        emit added();
    } else {
        emit aboutToDrop(position);
        m_changes.erase(place);
        emit dropped();
    }
}

} // namespace tenantry::ui
