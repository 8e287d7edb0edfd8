// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/datatabletab.h"

#include "ui/common/actionregistry.h"
#include "ui/common/statepage.h"
#include "ui/connections/instance.h"
#include "ui/datatable/changebar.h"
#include "ui/datatable/columnlayout.h"
#include "ui/datatable/datatableactions.h"
#include "ui/datatable/filterbar.h"
#include "ui/datatable/filterdialog.h"
#include "ui/datatable/journalentry.h"
#include "ui/datatable/previewdialog.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/datatable/tableeditor.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DatatableTab::DatatableTab(const NodePath &path, ActionRegistry &actions, Workspace *workspace, QWidget *parent)
    : TabPage(path, actions, parent)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePage(this))
    , m_view(new RowView(this))
    , m_count(new QLabel(this))
    , m_activity(new QLabel(this))
    , m_retry(new QPushButton(ui::icon(Icon::Refresh), tr("&Retry"), this))
    , m_filters(new FilterBar(actions, this))
{
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);
    m_view->setAccessibleName(tr("Rows of %1").arg(path.table));
    column()->addWidget(m_filters);
    column()->addWidget(m_stack, 1);
    column()->addWidget(buildStatusLine());
    connect(m_state, &StatePage::retry, this, &DatatableTab::reload);
    connect(m_view, &RowView::visibleRowsChanged, this, &DatatableTab::updateStatusLine);
    connect(m_view, &RowView::selectionChangedTo, this, [this] {
        updateStatusLine();
        emit changed();
    });
    connect(m_filters, &FilterBar::removeWanted, this, [this](int position) {
        std::vector<client::RowFilter> filters = m_rows->filters();
        filters.erase(filters.begin() + position);
        setFilters(std::move(filters));
    });
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &place) { chooseColumns(m_view->horizontalHeader()->mapToGlobal(place)); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DatatableTab::showCellMenu);
    load();
}

DatatableTab::~DatatableTab()
{
    delete m_columns; // it writes how the view's columns are, and the view goes first otherwise
    m_loading.cancel();
}

int DatatableTab::pendingChanges() const
{
    return m_editor ? m_editor->changes().count() : 0;
}

QWidget *DatatableTab::buildStatusLine()
{
    auto *line = new QWidget(this);
    m_count->setObjectName(u"rowCount"_s);
    m_activity->setObjectName(u"activity"_s);
    m_activity->setTextFormat(Qt::PlainText);
    m_activity->setForegroundRole(QPalette::PlaceholderText);
    m_retry->setObjectName(u"retry"_s);
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, [this] { m_rows->retry(); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(14, 5, 14, 5);
    layout->setSpacing(12);
    layout->addWidget(new ChangeBar(actions(), line));
    layout->addWidget(m_activity, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_retry);
    return line;
}

void DatatableTab::load()
{
    m_state->showLoading(tr("Opening %1\u2026").arg(path().table));
    showPart(m_state);
    m_loading.cancel();
    m_isLoading = true;
    m_loading = path().instance->api().table(address()).then(this, [this](Result<client::TableDetail> table) {
        m_isLoading = false;
        if (table)
            present(*table);
        else
            m_state->showError(tr("%1 could not be opened").arg(path().table), table.error());
    });
}

void DatatableTab::reload()
{
    if (m_rows && m_rows->state() != RowModel::State::Failed)
        m_rows->reload();
    else if (m_rows)
        m_rows->retry();
    else
        load();
}

void DatatableTab::recover()
{
    if (m_rows && m_rows->error())
        m_rows->retry();
    else if (!m_rows && !m_isLoading)
        load();
}

void DatatableTab::present(const client::TableDetail &table)
{
    const auto fetch = [this, columns = table.columns](const client::RowWindow &window) {
        return path().instance->api().rows(address(), columns, window);
    };
    m_rows = new RowModel(table.columns, fetch, this);
    m_editor = new TableEditor(path(), table.rows, *m_rows, m_workspace, this);
    m_view->setRows(&m_editor->model());
    m_columns = new ColumnLayout(*m_view, m_workspace, journalentry::nameOf(path()), this);
    connect(m_editor, &TableEditor::stateChanged, this, [this] {
        follow();
        emit changed();
    });
    connect(m_rows, &RowModel::progressed, this, &DatatableTab::follow);
    follow();
}

void DatatableTab::follow()
{
    if (!m_rows)
        return;
    const bool hasRows = m_rows->state() == RowModel::State::Ready && m_editor->model().rowCount() > 0;
    if (!hasRows) {
        describeState();
        showPart(m_state);
    } else if (m_stack->currentWidget() != m_view) {
        showPart(m_view);
        m_columns->fit();
    }
    updateStatusLine();
}

/// Who has the focus while the rows are on their way has it in the rows then.
void DatatableTab::showPart(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    setFocusProxy(part);
}

void DatatableTab::describeState()
{
    switch (m_rows->state()) {
    case RowModel::State::Loading:
        m_state->showLoading(tr("Loading rows\u2026"));
        return;
    case RowModel::State::Failed:
        m_state->showError(tr("The rows could not be loaded"), *m_rows->error());
        return;
    case RowModel::State::Ready:
        if (!m_rows->filters().empty()) {
            m_state->showEmpty(Icon::Search, tr("No rows match"), tr("No row meets all the filters above."));
            connect(m_state->addButton(tr("&Remove the filters")), &QPushButton::clicked, this,
                    &DatatableTab::clearFilters);
            return;
        }
        m_state->showEmpty(Icon::Table, tr("No rows yet"),
                           tr("Add one with Ctrl+N, or through the API: POST to %1 of this app.")
                               .arg(u"datatables/%1/data/"_s.arg(path().table)));
        return;
    }
}

void DatatableTab::updateStatusLine()
{
    if (!m_rows)
        return;
    const bool incomplete = m_rows->error() && m_rows->state() == RowModel::State::Ready;
    m_count->setText(rowsText());
    m_retry->setVisible(incomplete);
    if (incomplete)
        m_activity->setText(u"\u26a0 "_s + m_rows->error()->message);
    else
        m_activity->setText(activity());
}

QString DatatableTab::activity() const
{
    if (m_editor->isCommitting())
        return tr("Committing\u2026");
    const QModelIndex cell = m_view->currentIndex();
    if (const QString problem = cell.data(EditModel::ProblemRole).toString(); !problem.isEmpty())
        return u"\u26a0 "_s + problem;
    if (!m_editor->outcome().isEmpty())
        return m_editor->outcome();
    return m_rows->isFetching() ? tr("Loading\u2026") : QString();
}

void DatatableTab::addRow()
{
    const RowKey added = m_editor->changes().add();
    m_view->editRow(m_editor->model().rowOfAdded(added));
}

void DatatableTab::setFilters(std::vector<client::RowFilter> filters)
{
    m_filters->show(filters);
    m_rows->setFilters(std::move(filters));
    m_view->scrollToTop();
    emit changed();
}

void DatatableTab::copyCurl() const
{
    copyformat::Cells keys;
    std::ranges::copy_if(m_rows->columns(), std::back_inserter(keys.columns), &client::Column::primaryKey);
    for (const int row : m_view->selectedRows()) {
        const client::Row *stored = row < m_rows->rowCount() ? m_rows->row(row) : nullptr;
        if (!stored)
            continue;
        client::Row key;
        for (size_t i = 0; i < stored->size(); ++i) {
            if (m_rows->columns()[i].primaryKey)
                key.push_back((*stored)[i]);
        }
        keys.rows.push_back(std::move(key));
    }
    QGuiApplication::clipboard()->setText(copyformat::curl(path().instance->api().server(), address(), keys));
}

void DatatableTab::addFilter()
{
    auto *dialog = new FilterDialog(m_rows->columns(), m_view->currentIndex().column(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FilterDialog::chosen, this, [this](const client::RowFilter &filter) {
        std::vector<client::RowFilter> filters = m_rows->filters();
        filters.push_back(filter);
        setFilters(std::move(filters));
    });
    dialog->open();
}

void DatatableTab::filterByCell()
{
    const QModelIndex cell = m_view->currentIndex();
    std::vector<client::RowFilter> filters = m_rows->filters();
    filters.push_back({m_editor->model().column(cell.column()).name, *m_editor->model().value(cell)});
    setFilters(std::move(filters));
}

void DatatableTab::clearFilters()
{
    setFilters({});
}

void DatatableTab::chooseColumns(const QPoint &place)
{
    if (!m_columns)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_columns->fill(menu);
    menu->popup(place);
}

void DatatableTab::chooseColumns()
{
    const QHeaderView *header = m_view->horizontalHeader();
    chooseColumns(header->mapToGlobal(header->rect().bottomLeft()));
}

void DatatableTab::discard()
{
    m_view->finishEditing();
    m_editor->changes().discard();
}

void DatatableTab::commit()
{
    m_view->finishEditing();
    // What was just typed may be no value.
    if (m_editor->whyNotCommit().isEmpty())
        m_editor->commit();
}

void DatatableTab::preview()
{
    m_view->finishEditing();
    auto *dialog = new PreviewDialog(path().instance->api().server(), planCommit(m_editor->changes(), address()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DatatableTab::showCellMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    actions().fill(menu, DatatableActions::cellMenu());
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

QString DatatableTab::rowsText() const
{
    if (m_rows->state() != RowModel::State::Ready)
        return {};
    const QLocale locale;
    const auto [first, last] = m_view->visibleRows();
    const int stored = m_rows->rowCount();
    if (first < 0)
        return tr("No rows");
    if (first >= stored)
        return tr("New rows");
    return tr("Rows %1\u2013%2 of %3")
        .arg(locale.toString(first + 1), locale.toString(std::min(last + 1, stored)), locale.toString(stored));
}

} // namespace tenantry::ui
