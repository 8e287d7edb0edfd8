// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/environmentband.h"

#include "ui/common/environment.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::WriteLock;

namespace {

constexpr QSize pictureSize{16, 16};
constexpr int tint = 34;     ///< alpha of the band's ground, so that text keeps its contrast
constexpr int edgeWidth = 4; ///< of the full colour, where reading begins

QToolButton *button(const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(name);
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

} // namespace

QString clockText(std::chrono::milliseconds time)
{
    // Rounded up: it says 0:00 only when it is over.
    const auto seconds = (time.count() + 999) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

EnvironmentBand::EnvironmentBand(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_text(new QLabel(this))
    , m_toggle(button(u"lockToggle"_s, this))
    , m_extend(button(u"lockExtend"_s, this))
{
    m_text->setObjectName(u"lockState"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_extend->setText(tr("E&xtend to 15 minutes"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 3, 8, 3);
    layout->addWidget(m_picture);
    layout->addWidget(m_text);
    layout->addStretch();
    layout->addWidget(m_extend);
    layout->addWidget(m_toggle);
    // As high with buttons as without, so that locking moves nothing.
    setMinimumHeight(m_toggle->sizeHint().height() + 6);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &EnvironmentBand::showTime);
    connect(m_toggle, &QToolButton::clicked, this, &EnvironmentBand::toggle);
    connect(m_extend, &QToolButton::clicked, this, [this] { m_lock->unlock(); });
}

void EnvironmentBand::follow(WriteLock &lock)
{
    m_lock = &lock;
    m_lock->onChanged(this, [this] { followState(); });
    followState();
}

void EnvironmentBand::showRemembered(const QString &environment)
{
    m_environment = environment;
    m_toggle->hide();
    m_extend->hide();
    colour();
    m_text->setText(EnvironmentMark::of(m_environment, palette()).word);
}

void EnvironmentBand::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Setting the label's own palette comes back as a change of this kind, but to the label.
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void EnvironmentBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = m_colour;
    ground.setAlpha(tint);
    painter.fillRect(rect(), ground);
    QRect edge(0, 0, edgeWidth, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), m_colour);
}

void EnvironmentBand::colour()
{
    const EnvironmentMark mark = EnvironmentMark::of(m_environment, palette());
    m_colour = mark.colour;
    m_picture->setPixmap(icon(mark.icon, mark.colour).pixmap(pictureSize, devicePixelRatio()));
    QPalette coloured = palette();
    coloured.setColor(QPalette::WindowText, mark.colour);
    m_text->setPalette(coloured);
    update();
}

void EnvironmentBand::followState()
{
    m_environment = m_lock->environment();
    colour();
    const WriteLock::State state = m_lock->state();
    m_toggle->setVisible(state != WriteLock::State::Open);
    m_toggle->setText(state == WriteLock::State::Locked ? tr("Un&lock for 15 minutes") : tr("&Lock now"));
    m_extend->setVisible(state == WriteLock::State::Unlocked);
    if (state == WriteLock::State::Unlocked)
        m_clock.start();
    else
        m_clock.stop();
    showTime();
}

void EnvironmentBand::showTime()
{
    const QString word = EnvironmentMark::of(m_environment, palette()).word;
    switch (m_lock->state()) {
    case WriteLock::State::Open:
        m_text->setText(word);
        return;
    case WriteLock::State::Locked:
        m_text->setText(tr("%1 \u00b7 locked").arg(word.toUpper()));
        return;
    case WriteLock::State::Unlocked:
        m_text->setText(tr("%1 \u00b7 unlocked for %2").arg(word.toUpper(), clockText(m_lock->remaining())));
        return;
    }
}

void EnvironmentBand::toggle()
{
    if (m_lock->state() == WriteLock::State::Locked)
        m_lock->unlock();
    else
        m_lock->lock();
}

} // namespace tenantry::ui
