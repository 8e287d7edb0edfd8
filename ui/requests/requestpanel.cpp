// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestpanel.h"

#include "core/client/curl.h"
#include "ui/common/icons.h"
#include "ui/requests/requestmodel.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QToolButton *buttonFor(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RequestPanel::RequestPanel(RequestModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QTableView(this))
    , m_note(new QLabel(this))
    , m_copy(new QAction(icon(Icon::Copy), tr("Copy as curl"), this))
    , m_clear(new QAction(icon(Icon::Close), tr("Clear"), this))
{
    m_view->setModel(&m_model);
    m_view->setObjectName(u"requests"_s);
    m_view->setAccessibleName(tr("Requests, the newest last"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(RequestModel::PathColumn, QHeaderView::Stretch);
    const int digit = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(RequestModel::TimeColumn, 16 * digit);
    m_view->setColumnWidth(RequestModel::MethodColumn, 11 * digit);
    m_view->setColumnWidth(RequestModel::StatusColumn, 20 * digit);
    m_view->setColumnWidth(RequestModel::DurationColumn, 13 * digit);
    m_view->setColumnWidth(RequestModel::CorrelationColumn, 42 * digit);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->addActions({m_copy, m_clear});
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->addWidget(m_note, 1);
    line->addWidget(buttonFor(m_copy));
    line->addWidget(buttonFor(m_clear));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_view);

    connect(m_copy, &QAction::triggered, this, &RequestPanel::copyCurl);
    connect(m_clear, &QAction::triggered, &m_model, &RequestModel::clear);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RequestPanel::follow);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { m_atEnd = value == m_view->verticalScrollBar()->maximum(); });
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RequestPanel::keepUp);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RequestPanel::follow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RequestPanel::follow);
    follow();
}

void RequestPanel::copyCurl()
{
    const client::Exchange &chosen = m_model.at(m_view->currentIndex().row());
    QGuiApplication::clipboard()->setText(client::curlCommand(chosen.server, chosen.request));
}

void RequestPanel::follow()
{
    const QModelIndex current = m_view->currentIndex();
    QString whyNot;
    QString note;
    if (m_model.rowCount() == 0) {
        note = whyNot = tr("Every call the console makes is listed here. None was made yet.");
    } else if (!current.isValid()) {
        note = whyNot = tr("Select a request to copy it.");
    } else {
        const client::Exchange &chosen = m_model.at(current.row());
        note = chosen.problem;
        if (chosen.body == client::Exchange::Body::Withheld)
            whyNot = tr("What was sent is a secret or too large to be kept.");
    }
    m_note->setText(note);
    m_copy->setEnabled(whyNot.isEmpty());
    m_copy->setToolTip(whyNot.isEmpty() ? tr("Copy the request as a curl command, without the token.") : whyNot);
    m_clear->setEnabled(m_model.rowCount() > 0);
}

void RequestPanel::keepUp()
{
    if (m_atEnd)
        m_view->scrollToBottom();
}

} // namespace tenantry::ui
