// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/editmodel.h"

#include "ui/datatable/changemark.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

EditModel::EditModel(RowModel &rows, ChangeSet &changes, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
    , m_changes(changes)
    , m_formats(rows.columns().begin(), rows.columns().end())
    , m_inputs(rows.columns().begin(), rows.columns().end())
{
    followRows();
    followChanges();
}

void EditModel::followRows()
{
    // The stored rows come first, so their numbers are the same here.
    connect(&m_rows, &RowModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
    connect(&m_rows, &RowModel::rowsInserted, this, [this] {
        m_lookedUp = -1;
        endInsertRows();
    });
    connect(&m_rows, &RowModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, first, last); });
    connect(&m_rows, &RowModel::rowsRemoved, this, [this] {
        m_lookedUp = -1;
        endRemoveRows();
    });
    connect(&m_rows, &RowModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        m_lookedUp = -1;
        emit dataChanged(index(first.row(), first.column()), index(last.row(), last.column()));
        emit headerDataChanged(Qt::Vertical, first.row(), last.row());
    });
}

void EditModel::followChanges()
{
    connect(&m_changes, &ChangeSet::aboutToAdd, this,
            [this](int position) { beginInsertRows({}, m_rows.rowCount() + position, m_rows.rowCount() + position); });
    connect(&m_changes, &ChangeSet::added, this, [this] {
        m_lookedUp = -1;
        endInsertRows();
    });
    connect(&m_changes, &ChangeSet::aboutToDrop, this,
            [this](int position) { beginRemoveRows({}, m_rows.rowCount() + position, m_rows.rowCount() + position); });
    connect(&m_changes, &ChangeSet::dropped, this, [this] {
        m_lookedUp = -1;
        endRemoveRows();
    });
    connect(&m_changes, &ChangeSet::changed, this, [this] {
        m_lookedUp = -1;
        if (rowCount() == 0)
            return;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    });
}

int EditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.rowCount() + m_changes.addedCount();
}

int EditModel::columnCount(const QModelIndex &parent) const
{
    return m_rows.columnCount(parent);
}

std::optional<ChangeSet::StoredRow> EditModel::rowAt(int row) const
{
    if (row >= m_rows.rowCount())
        return ChangeSet::StoredRow{m_changes.addedAt(row - m_rows.rowCount()), {}};
    const client::Row *stored = m_rows.row(row);
    if (!stored)
        return std::nullopt;
    return ChangeSet::StoredRow{m_changes.keyOf(*stored), *stored};
}

int EditModel::rowOfAdded(const RowKey &key) const
{
    return m_rows.rowCount() + int(std::distance(m_changes.all().begin(), m_changes.all().find(key)));
}

const RowChange *EditModel::changeAt(int row) const
{
    if (m_changes.all().empty())
        return nullptr;
    if (row == m_lookedUp)
        return m_found;
    m_lookedUp = row;
    if (row >= m_rows.rowCount()) {
        m_found = m_changes.find(m_changes.addedAt(row - m_rows.rowCount()));
    } else {
        const client::Row *stored = m_rows.row(row);
        m_found = stored ? m_changes.find(m_changes.keyOf(*stored)) : nullptr;
    }
    return m_found;
}

const CellEdit *EditModel::editAt(const QModelIndex &index) const
{
    const RowChange *change = changeAt(index.row());
    if (!change)
        return nullptr;
    const auto found = change->cells.find(index.column());
    return found == change->cells.end() ? nullptr : &found->second;
}

const json::Value *EditModel::value(const QModelIndex &index) const
{
    if (const CellEdit *edit = editAt(index))
        return edit->isValue() ? &edit->value : nullptr;
    const client::Row *stored = m_rows.row(index.row());
    return stored ? &(*stored)[size_t(index.column())] : nullptr;
}

QString EditModel::text(const QModelIndex &index) const
{
    const CellEdit *edit = editAt(index);
    if (edit && !edit->isValue())
        return edit->text;
    if (!edit && index.row() >= m_rows.rowCount())
        return tr("default");
    const json::Value *value = this->value(index);
    return value ? m_formats[size_t(index.column())].text(*value) : u"\u2026"_s;
}

QString EditModel::problem(const QModelIndex &index) const
{
    const RowChange *change = changeAt(index.row());
    if (!change)
        return {};
    if (const CellEdit *edit = editAt(index); edit && !edit->isValue())
        return edit->problem;
    const auto refused = change->refusals.find(index.column());
    return refused == change->refusals.end() ? QString() : refused->second;
}

QString EditModel::toolTip(const QModelIndex &index) const
{
    QStringList lines;
    if (const QString wrong = problem(index); !wrong.isEmpty())
        lines << wrong;
    if (const json::Value *value = this->value(index)) {
        const QString whole = m_formats[size_t(index.column())].toolTip(*value);
        if (!whole.isEmpty())
            lines << whole;
    }
    const RowChange *change = changeAt(index.row());
    if (change && change->kind == RowChange::Kind::Changed && editAt(index))
        lines << tr("Stored: %1").arg(m_formats[size_t(index.column())].text(change->base[size_t(index.column())]));
    return lines.join(u'\n');
}

QVariant EditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool stored = index.row() < m_rows.rowCount();
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::EditRole: {
        if (const CellEdit *edit = editAt(index); edit && !edit->isValue())
            return edit->text;
        const json::Value *value = this->value(index);
        return value ? input(index.column()).text(*value) : QString();
    }
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_formats[size_t(index.column())].alignment());
    case RowModel::NullRole: {
        const json::Value *value = this->value(index);
        return value ? value->isNull() : !stored && !editAt(index);
    }
    case RowModel::AbsentRole:
        return stored && !m_rows.row(index.row());
    case EditedRole:
        return editAt(index) != nullptr;
    case ProblemRole:
        return problem(index);
    case ChangeRole:
    case Qt::AccessibleDescriptionRole: {
        const RowChange *change = changeAt(index.row());
        if (!change)
            return {};
        return role == ChangeRole ? QVariant(int(change->kind)) : QVariant(ChangeMark::of(change->kind).sentence);
    }
    default:
        return {};
    }
}

QVariant EditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Vertical ? rowHeader(section, role) : m_rows.headerData(section, orientation, role);
}

QVariant EditModel::rowHeader(int row, int role) const
{
    const RowChange *change = row < rowCount() ? changeAt(row) : nullptr;
    const QString number = row < m_rows.rowCount() ? QLocale().toString(row + 1) : QString();
    if (!change)
        return role == Qt::DisplayRole ? number : QVariant();
    const ChangeMark mark = ChangeMark::of(change->kind);
    const bool refused = !change->refusal.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return QString((refused ? u"\u26a0 "_s : QString()) + mark.glyph + u' ' + number).trimmed();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return refused ? QString(mark.sentence + u'\n' + change->refusal) : mark.sentence;
    default:
        return {};
    }
}

QString EditModel::whyNotEditable(const QModelIndex &index) const
{
    if (!m_readOnly.isEmpty())
        return m_readOnly;
    if (!index.isValid())
        return tr("Select a cell.");
    if (index.data(RowModel::AbsentRole).toBool())
        return tr("The row is still being fetched.");
    const RowChange *change = changeAt(index.row());
    if (change && change->kind == RowChange::Kind::Removed)
        return tr("The row is marked for deletion. Undo that first.");
    if (column(index.column()).primaryKey && index.row() < m_rows.rowCount())
        return tr("A primary key stays as it is. Add a row with the new key and delete this one.");
    return {};
}

Qt::ItemFlags EditModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags common = QAbstractTableModel::flags(index);
    return index.isValid() && whyNotEditable(index).isEmpty() ? common | Qt::ItemIsEditable : common;
}

bool EditModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !whyNotEditable(index).isEmpty())
        return false;
    const QString typed = value.toString();
    // What is typed as it stands already changes nothing, except that NULL may become an empty text.
    const bool fromNull =
        input(index.column()).kind() == CellInput::Kind::Text && index.data(RowModel::NullRole).toBool();
    if (typed == index.data(Qt::EditRole).toString() && !fromNull)
        return false;
    m_changes.edit(*rowAt(index.row()), index.column(), input(index.column()).edit(typed));
    return true;
}

bool EditModel::setValue(const QModelIndex &index, const json::Value &value)
{
    if (!whyNotEditable(index).isEmpty())
        return false;
    m_changes.edit(*rowAt(index.row()), index.column(), {value, {}, {}});
    return true;
}

void EditModel::setDraft(const QModelIndex &index, const QString &text)
{
    if (index.isValid() && whyNotEditable(index).isEmpty())
        m_changes.setDraft({*rowAt(index.row()), index.column(), text});
}

void EditModel::sort(int column, Qt::SortOrder order)
{
    m_rows.sort(column, order);
}

} // namespace tenantry::ui
