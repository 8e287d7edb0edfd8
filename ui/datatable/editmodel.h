// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/cellinput.h"
#include "ui/datatable/changeset.h"
#include "ui/datatable/rowmodel.h"

namespace tenantry::ui {

/// What a table's view shows: the rows of a RowModel with the changes of a ChangeSet laid over them, and the added rows
/// behind them. Editing a cell makes a change; nothing is sent.
class EditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ChangeRole = RowModel::AbsentRole + 1, ///< RowChange::Kind as int, of the row; nothing when it is as stored
        EditedRole,                            ///< whether this very cell is changed
        ProblemRole,                           ///< why the cell cannot be sent or was refused; empty when all is well
    };

    /// Both must outlive the model.
    EditModel(RowModel &rows, ChangeSet &changes, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes the text as typed; one that is no value of the column stays in the cell with the reason.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    RowModel &rows() const { return m_rows; }
    ChangeSet &changes() const { return m_changes; }
    const client::Column &column(int column) const { return m_rows.columns()[size_t(column)]; }
    const CellInput &input(int column) const { return m_inputs[size_t(column)]; }

    /// Nothing while the row has not been fetched.
    std::optional<ChangeSet::StoredRow> rowAt(int row) const;
    int rowOfAdded(const RowKey &key) const;
    /// The value in the cell as it would be stored; null where there is none (an added row's default, a typing error).
    const json::Value *value(const QModelIndex &index) const;
    bool setValue(const QModelIndex &index, const json::Value &value);
    /// What an editor holds that has not been entered yet.
    void setDraft(const QModelIndex &index, const QString &text);

    /// Why nothing can be edited now; empty when it can.
    void setReadOnly(const QString &reason) { m_readOnly = reason; }
    const QString &readOnly() const { return m_readOnly; }
    /// The same for one cell.
    QString whyNotEditable(const QModelIndex &index) const;

private:
    void followRows();
    void followChanges();
    const RowChange *changeAt(int row) const;
    const CellEdit *editAt(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;
    QString problem(const QModelIndex &index) const;
    QVariant rowHeader(int row, int role) const;

    RowModel &m_rows;
    ChangeSet &m_changes;
    std::vector<CellFormat> m_formats;
    std::vector<CellInput> m_inputs;
    QString m_readOnly;
    mutable int m_lookedUp = -1; ///< painting asks for one row many times over
    mutable const RowChange *m_found = nullptr;
};

} // namespace tenantry::ui
