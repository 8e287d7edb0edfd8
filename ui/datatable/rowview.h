// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

namespace tenantry::ui {

class RowModel;

/// The table of rows: tells its model what is looked at, sorts by a click on a header (ascending, descending, none),
/// and copies the selected cells as tab-separated text.
class RowView : public QTableView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    void setRows(RowModel *rows);
    /// First and last row in sight, from 0; {-1, -1} when there is none.
    std::pair<int, int> visibleRows() const;
    /// Widths from the headers and the rows that are there, within reason.
    void fitColumns();
    void copySelection() const;

signals:
    void visibleRowsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settle();

    RowModel *m_rows = nullptr;
    QTimer m_settling; ///< so that a scroll bar that is dragged fetches where it rests
};

} // namespace tenantry::ui
