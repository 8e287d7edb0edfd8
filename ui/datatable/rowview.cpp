// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/rowview.h"

#include "ui/common/fontscale.h"
#include "ui/datatable/celldelegate.h"
#include "ui/datatable/editmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int settleMs = 40;
constexpr int narrowest = 64;
constexpr int widest = 300;
constexpr int headerPadding = 34; // icon and sort indicator
constexpr int rowPadding = 9;

} // namespace

RowView::RowView(QWidget *parent)
    : QTableView(parent)
{
    auto *delegate = new CellDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &CellDelegate::typed, this,
            [this](const QModelIndex &cell, const QString &text) { m_rows->setDraft(cell, text); });
    connect(delegate, &CellDelegate::ended, this, [this] { m_rows->changes().clearDraft(); });
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | AnyKeyPressed); // F2 is an action
    setTabKeyNavigation(false);                     // Tab leaves the table, arrows move in it
    fitRowsToFont(this, rowPadding);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    verticalHeader()->setHighlightSections(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMs);
    connect(&m_settling, &QTimer::timeout, this, &RowView::settle);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RowView::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, &m_settling, qOverload<>(&QTimer::start));
}

void RowView::setRows(EditModel *rows)
{
    m_rows = rows;
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setModel(rows);
    setSortingEnabled(true);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RowView::scrollToTop);
}

std::pair<int, int> RowView::visibleRows() const
{
    if (!m_rows || m_rows->rowCount() == 0)
        return {-1, -1};
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? m_rows->rowCount() - 1 : last};
}

void RowView::fitColumns()
{
    if (!m_rows)
        return;
    const int rows = std::min(m_rows->rowCount(), 50);
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        const QString name = m_rows->headerData(column, Qt::Horizontal).toString();
        int width = horizontalHeader()->fontMetrics().horizontalAdvance(name) + headerPadding;
        for (int row = 0; row < rows; ++row)
            width = std::max(width, sizeHintForIndex(m_rows->index(row, column)).width() + 16);
        setColumnWidth(column, std::clamp(width, narrowest, widest));
    }
}

void RowView::copySelection() const
{
    QModelIndexList cells = selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells[i].row() == cells[i - 1].row() ? u'\t' : u'\n';
        if (!cells[i].data(RowModel::NullRole).toBool())
            text += cells[i].data().toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

QModelIndexList RowView::selectedCells() const
{
    const QModelIndexList cells = selectedIndexes();
    return cells.isEmpty() && currentIndex().isValid() ? QModelIndexList{currentIndex()} : cells;
}

std::set<int> RowView::selectedRows() const
{
    std::set<int> rows;
    for (const QModelIndex &cell : selectedCells())
        rows.insert(cell.row());
    return rows;
}

copyformat::Cells RowView::selectedValues() const
{
    std::map<int, int> columns; // by place
    for (const QModelIndex &cell : selectedCells())
        columns[horizontalHeader()->visualIndex(cell.column())] = cell.column();
    copyformat::Cells cells;
    for (const auto &[place, column] : columns)
        cells.columns.push_back(m_rows->column(column));
    for (const int row : selectedRows()) {
        if (!m_rows->rowAt(row))
            continue;
        client::Row values;
        for (const auto &[place, column] : columns) {
            const json::Value *value = m_rows->value(m_rows->index(row, column));
            values.push_back(value ? *value : json::Value());
        }
        cells.rows.push_back(std::move(values));
    }
    return cells;
}

void RowView::finishEditing()
{
    if (state() != EditingState)
        return;
    // Whatever the editor is, it gives its text to the model when the focus leaves it.
    viewport()->setFocus();
    setFocus();
}

void RowView::editCurrent()
{
    edit(currentIndex());
}

void RowView::editRow(int row)
{
    QModelIndex first = m_rows->index(row, 0);
    for (int place = 0; place < m_rows->columnCount(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        // A key is made by the server more often than not, so typing begins behind it.
        if (isColumnHidden(column) || m_rows->column(column).primaryKey)
            continue;
        first = m_rows->index(row, column);
        break;
    }
    scrollTo(first);
    setCurrentIndex(first);
    edit(first);
}

void RowView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionChangedTo(currentIndex());
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit selectionChangedTo(current);
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_settling.start();
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

/// One jump is answered at once; of many that follow each other, the first and the last.
void RowView::scrolled()
{
    if (!m_settling.isActive())
        settle();
    m_settling.start();
}

void RowView::settle()
{
    const auto [first, last] = visibleRows();
    if (first >= 0)
        m_rows->rows().want(first, last);
    emit visibleRowsChanged();
}

} // namespace tenantry::ui
