// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/datatabletab.h"

#include "ui/common/environment.h"
#include "ui/common/statepage.h"
#include "ui/connections/instance.h"
#include "ui/datatable/rowmodel.h"
#include "ui/datatable/rowview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

DatatableTab::DatatableTab(const NodePath &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
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
    connect(m_view, &RowView::visibleRowsChanged, this, &DatatableTab::follow);
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
    const EnvironmentMark mark = EnvironmentMark::of(m_path.environment, palette());
    auto *environmentIcon = new QLabel(header);
    environmentIcon->setPixmap(icon(mark.icon, mark.colour).pixmap(QSize(16, 16), devicePixelRatio()));
    auto *environment = new QLabel(mark.word, header);
    QPalette coloured = environment->palette();
    coloured.setColor(QPalette::WindowText, mark.colour);
    environment->setPalette(coloured);

    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(10);
    layout->addWidget(name);
    layout->addWidget(place);
    layout->addStretch();
    layout->addWidget(environmentIcon);
    layout->addWidget(environment);
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
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_activity);
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
    m_view->setRows(m_rows);
    connect(m_rows, &RowModel::progressed, this, &DatatableTab::follow);
    follow();
}

void DatatableTab::follow()
{
    if (!m_rows)
        return;
    const bool hasRows = m_rows->state() == RowModel::State::Ready && m_rows->rowCount() > 0;
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
        m_state->showEmpty(
            Icon::Table, tr("No rows yet"),
            tr("Add some through the API: POST to %1 of this app.").arg(u"datatables/%1/data/"_s.arg(m_path.table)));
        return;
    }
}

void DatatableTab::updateStatusLine()
{
    const bool incomplete = m_rows->error() && m_rows->state() == RowModel::State::Ready;
    m_count->setText(rowsText());
    m_retry->setVisible(incomplete);
    if (incomplete)
        m_activity->setText(u"\u26a0 "_s + m_rows->error()->message);
    else
        m_activity->setText(m_rows->isFetching() ? tr("Loading\u2026") : QString());
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
