// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/roomheader.h"

#include "ui/common/fontscale.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int typingPauseMs = 250;
constexpr int searchCharacters = 30;

} // namespace

RoomHeader::RoomHeader(const QString &name, const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_top(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    auto *heading = new QLabel(name, this);
    makeHeading(heading, 1.2);
    heading->setTextFormat(Qt::PlainText);
    auto *where = new QLabel(place, this);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setTextFormat(Qt::PlainText);
    m_top->setSpacing(10);
    m_top->addWidget(heading);
    m_top->addWidget(where);
    m_top->addStretch();
    m_buttons->setAlignment(Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(10);
    layout->addLayout(m_top);
    layout->addLayout(m_buttons);
}

void RoomHeader::addSearch()
{
    auto *search = new QLineEdit(this);
    search->setObjectName(u"roomSearch"_s);
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search in %1").arg(m_name));
    search->setClearButtonEnabled(true);
    search->setMinimumWidth(search->fontMetrics().averageCharWidth() * searchCharacters);
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_top->addWidget(search);
    auto *pause = new QTimer(search);
    pause->setSingleShot(true);
    pause->setInterval(typingPauseMs);
    const auto ask = [this, search] { emit searchWanted(search->text().trimmed()); };
    connect(search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(search, &QLineEdit::returnPressed, this, ask);
    connect(pause, &QTimer::timeout, this, ask);
}

void RoomHeader::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons->addWidget(button);
}

} // namespace tenantry::ui
