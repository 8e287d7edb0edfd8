// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestpanel.h"

#include "core/client/curl.h"
#include "ui/common/icons.h"
#include "ui/common/logview.h"
#include "ui/requests/requestmodel.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RequestPanel::RequestPanel(RequestModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new LogView(model, this))
    , m_note(new QLabel(this))
    , m_copy(new QAction(icon(Icon::Copy), tr("Copy as curl"), this))
    , m_clear(new QAction(icon(Icon::Close), tr("Clear"), this))
{
    m_view->setObjectName(u"requests"_s);
    m_view->setAccessibleName(tr("Requests, the newest last"));
    m_view->setColumnCharacters(RequestModel::TimeColumn, 16);
    m_view->setColumnCharacters(RequestModel::MethodColumn, 11);
    m_view->setColumnCharacters(RequestModel::StatusColumn, 20);
    m_view->setColumnCharacters(RequestModel::DurationColumn, 13);
    m_view->setColumnCharacters(RequestModel::CorrelationColumn, 42);
    m_view->setStretching(RequestModel::PathColumn);
    setFocusProxy(m_view);
    m_view->addActions({m_copy, m_clear});
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->addWidget(m_note, 1);
    line->addWidget(lineButton(m_copy));
    line->addWidget(lineButton(m_clear));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_view);

    connect(m_copy, &QAction::triggered, this, &RequestPanel::copyCurl);
    connect(m_clear, &QAction::triggered, &m_model, &RequestModel::clear);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RequestPanel::follow);
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

} // namespace tenantry::ui
