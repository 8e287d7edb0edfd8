// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/copyformat.h"

#include <QTableView>
#include <QTimer>

#include <set>

namespace tenantry::ui {

class EditModel;

/// The table of rows: tells its model what is looked at, sorts by a click on a header (ascending, descending, none),
/// edits cells in place, and copies the selected ones as tab-separated text.
class RowView : public QTableView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    void setRows(EditModel *rows);
    EditModel *rows() const { return m_rows; }
    /// First and last row in sight, from 0; {-1, -1} when there is none.
    std::pair<int, int> visibleRows() const;
    /// Widths from the headers and the rows that are there, within reason.
    void fitColumns();
    void copySelection() const;
    /// Rows with a selected cell; the current one when nothing is selected.
    std::set<int> selectedRows() const;
    QModelIndexList selectedCells() const;
    /// The rectangle around them, without rows that are not there yet; columns as they stand in the view.
    copyformat::Cells selectedValues() const;
    /// Takes what is being typed into the model.
    void finishEditing();
    void editCurrent();
    /// Shows the row and edits its first cell that can be.
    void editRow(int row);

signals:
    void visibleRowsChanged();
    void selectionChangedTo(const QModelIndex &current);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void scrolled();
    void settle();

    EditModel *m_rows = nullptr;
    QTimer m_settling; ///< so that a scroll bar that is dragged fetches where it rests
};

} // namespace tenantry::ui
