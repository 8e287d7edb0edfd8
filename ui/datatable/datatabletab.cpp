// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/datatabletab.h"

#include "ui/common/actionregistry.h"
#include "ui/common/statepage.h"
#include "ui/connections/instance.h"
#include "ui/datatable/changebar.h"
#include "ui/datatable/datatableactions.h"
#include "ui/datatable/lockbadge.h"
#include "ui/datatable/previewdialog.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/datatable/tableeditor.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DatatableTab::DatatableTab(const NodePath &path, ActionRegistry &actions, Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_actions(actions)
    , m_workspace(workspace)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePage(this))
    , m_view(new RowView(this))
    , m_count(new QLabel(this))
    , m_activity(new QLabel(this))
    , m_retry(new QPushButton(icon(Icon::Refresh), tr("&Retry"), this))
{
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_view);
    m_view->setAccessibleName(tr("Rows of %1").arg(path.table));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildStatusLine());
    connect(m_state, &StatePage::retry, this, &DatatableTab::reload);
    connect(m_view, &RowView::visibleRowsChanged, this, &DatatableTab::updateStatusLine);
    connect(m_view, &RowView::selectionChangedTo, this, [this] {
        updateStatusLine();
        emit changed();
    });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DatatableTab::showCellMenu);
    setFocusProxy(m_view);
    load();
}

DatatableTab::~DatatableTab()
{
    m_loading.cancel();
}

QWidget *DatatableTab::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(m_path.table, header);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    name->setTextFormat(Qt::PlainText);
    auto *place = new QLabel(m_path.titles.mid(0, m_path.titles.size() - 1).join(u" \u203a "_s), header);
    place->setForegroundRole(QPalette::PlaceholderText);
    place->setTextFormat(Qt::PlainText);
    client::WriteLock &lock = m_path.instance->api().writeLock(m_path.site);
    lock.setEnvironment(m_path.environment);

    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(10);
    layout->addWidget(name);
    layout->addWidget(place);
    layout->addStretch();
    layout->addWidget(new LockBadge(m_path.environment, lock, m_actions, header));
    return header;
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
    layout->addWidget(new ChangeBar(m_actions, line));
    layout->addWidget(m_activity, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_retry);
    return line;
}

void DatatableTab::load()
{
    m_state->showLoading(tr("Opening %1\u2026").arg(m_path.table));
    m_stack->setCurrentWidget(m_state);
    m_loading.cancel();
    m_loading = m_path.instance->api().table(address()).then(this, [this](Result<client::TableDetail> table) {
        if (table)
            present(*table);
        else
            m_state->showError(tr("%1 could not be opened").arg(m_path.table), table.error());
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

void DatatableTab::present(const client::TableDetail &table)
{
    const auto fetch = [this, columns = table.columns](const client::RowWindow &window) {
        return m_path.instance->api().rows(address(), columns, window);
    };
    m_rows = new RowModel(table.columns, fetch, this);
    m_editor = new TableEditor(m_path, *m_rows, m_workspace, this);
    m_view->setRows(&m_editor->model());
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
        m_stack->setCurrentWidget(m_state);
    } else if (m_stack->currentWidget() != m_view) {
        m_stack->setCurrentWidget(m_view);
        m_view->fitColumns();
    }
    updateStatusLine();
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
        m_state->showEmpty(Icon::Table, tr("No rows yet"),
                           tr("Add one with Ctrl+N, or through the API: POST to %1 of this app.")
                               .arg(u"datatables/%1/data/"_s.arg(m_path.table)));
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
    auto *dialog = new PreviewDialog(m_path.instance->api().server(), planCommit(m_editor->changes(), address()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DatatableTab::showCellMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fill(menu, DatatableActions::cellMenu());
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

QString DatatableTab::rowsText() const
{
    if (m_rows->state() != RowModel::State::Ready)
        return {};
    const QLocale locale;
    const auto [first, last] = m_view->visibleRows();
    if (first < 0)
        return tr("No rows");
    return tr("Rows %1\u2013%2 of %3")
        .arg(locale.toString(first + 1), locale.toString(last + 1), locale.toString(m_rows->rowCount()));
}

} // namespace tenantry::ui
