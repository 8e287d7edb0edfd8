// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/lockbadge.h"

#include "ui/common/actionregistry.h"
#include "ui/common/environment.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QToolButton *buttonOf(const ActionRegistry &actions, const QString &id, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(actions.action(id));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(id);
    return button;
}

} // namespace

QString clockText(std::chrono::milliseconds time)
{
    // Rounded up: it says 0:00 only when it is over.
    const auto seconds = (time.count() + 999) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

LockBadge::LockBadge(const QString &environment, client::WriteLock &lock, const ActionRegistry &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_environment(environment)
    , m_lock(lock)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_toggle(buttonOf(actions, u"site.lock"_s, this))
    , m_extend(buttonOf(actions, u"site.extend"_s, this))
{
    m_text->setObjectName(u"lockState"_s);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_picture);
    layout->addWidget(m_text);
    layout->addWidget(m_extend);
    layout->addWidget(m_toggle);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &LockBadge::showTime);
    m_lock.onChanged(this, [this] { follow(); });
    follow();
}

void LockBadge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Setting the label's own palette comes back as a change of this kind, but to the label.
    if (event->type() == QEvent::PaletteChange)
        follow();
}

void LockBadge::follow()
{
    const EnvironmentMark mark = EnvironmentMark::of(m_environment, palette());
    m_picture->setPixmap(icon(mark.icon, mark.colour).pixmap(QSize(16, 16), devicePixelRatio()));
    QPalette coloured = palette();
    coloured.setColor(QPalette::WindowText, mark.colour);
    m_text->setPalette(coloured);
    const client::WriteLock::State state = m_lock.state();
    m_toggle->setVisible(state != client::WriteLock::State::Open);
    m_extend->setVisible(state == client::WriteLock::State::Unlocked);
    if (state == client::WriteLock::State::Unlocked)
        m_clock.start();
    else
        m_clock.stop();
    showTime();
}

void LockBadge::showTime()
{
    const QString word = EnvironmentMark::of(m_environment, palette()).word;
    switch (m_lock.state()) {
    case client::WriteLock::State::Open:
        m_text->setText(word);
        return;
    case client::WriteLock::State::Locked:
        m_text->setText(tr("%1 \u00b7 locked").arg(word.toUpper()));
        return;
    case client::WriteLock::State::Unlocked:
        m_text->setText(tr("%1 \u00b7 unlocked for %2").arg(word.toUpper(), clockText(m_lock.remaining())));
        return;
    }
}

} // namespace tenantry::ui
