// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagepanel.h"

#include "ui/common/icons.h"
#include "ui/common/logview.h"
#include "ui/messages/messagelog.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

MessagePanel::MessagePanel(MessageLog &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_view(new LogView(log, this))
    , m_note(new QLabel(this))
    , m_copy(new QAction(icon(Icon::Copy), tr("Copy"), this))
    , m_clear(new QAction(icon(Icon::Close), tr("Clear"), this))
{
    m_view->setObjectName(u"messages"_s);
    m_view->setAccessibleName(tr("Messages, the newest last"));
    m_view->setColumnCharacters(MessageLog::TimeColumn, 14);
    m_view->setColumnCharacters(MessageLog::SeverityColumn, 16);
    m_view->setColumnCharacters(MessageLog::InstanceColumn, 26);
    m_view->setStretching(MessageLog::TextColumn);
    m_view->addActions({m_copy, m_clear});
    setFocusProxy(m_view);
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

    connect(m_copy, &QAction::triggered, this, &MessagePanel::copy);
    connect(m_clear, &QAction::triggered, &m_log, &MessageLog::clear);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &MessagePanel::follow);
    connect(&m_log, &QAbstractItemModel::rowsInserted, this, &MessagePanel::follow);
    connect(&m_log, &QAbstractItemModel::modelReset, this, &MessagePanel::follow);
    follow();
}

void MessagePanel::copy()
{
    QGuiApplication::clipboard()->setText(m_log.at(m_view->currentIndex().row()).text);
}

void MessagePanel::follow()
{
    const QModelIndex current = m_view->currentIndex();
    QString note;
    if (m_log.rowCount() == 0)
        note = tr("What the console has to say is kept here. It has said nothing yet.");
    else
        note = current.isValid() ? m_log.at(current.row()).text : tr("Select a message to read all of it.");
    m_note->setText(note);
    m_copy->setEnabled(current.isValid());
    m_copy->setToolTip(current.isValid() ? tr("Copy the text of the message.") : note);
    m_clear->setEnabled(m_log.rowCount() > 0);
}

} // namespace tenantry::ui
