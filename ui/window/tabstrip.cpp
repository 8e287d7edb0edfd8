// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabstrip.h"

#include "ui/common/icons.h"

#include <QMouseEvent>
#include <QStyleOptionTab>
#include <QStylePainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr QSize closeIconSize{12, 12};
constexpr int leastWidth = 24; ///< of a tab, in widths of an average letter; where more are open the row scrolls

} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setMovable(true);
    setExpanding(false);
    setElideMode(Qt::ElideMiddle);
    setAccessibleName(tr("Open tabs"));
}

int TabStrip::preview() const
{
    for (int i = 0; i < count(); ++i) {
        if (tabData(i).toBool()) // it moves with its tab
            return i;
    }
    return -1;
}

void TabStrip::setPreview(int index)
{
    const int before = preview();
    for (const int changed : {before, index}) {
        if (changed < 0)
            continue;
        setTabData(changed, changed == index);
        describe(changed);
    }
    update();
}

void TabStrip::setTitle(int index, const QString &title, const QString &place)
{
    setTabText(index, QString(title).replace(u'&', u"&&"_s));
    setTabWhatsThis(index, place);
    describe(index);
}

/// Says in words what the italics say.
void TabStrip::describe(int index)
{
    const QString title = tabText(index).replace(u"&&"_s, u"&"_s);
    const bool isPreview = tabData(index).toBool();
    setAccessibleTabName(index, isPreview ? tr("%1, preview").arg(title) : title);
    setTabToolTip(
        index,
        isPreview ? tr("%1\nA preview: the next one takes its place. Double-click to keep it.").arg(tabWhatsThis(index))
                  : tabWhatsThis(index));
    if (QWidget *button = tabButton(index, QTabBar::RightSide)) {
        button->setToolTip(tr("Close %1").arg(title));
        button->setAccessibleName(button->toolTip());
    }
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    const QSize whole = tabSizeHint(index);
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * leastWidth), whole.height()};
}

void TabStrip::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    auto *button = new QToolButton(this); // the style's own is red, on every tab
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // Ctrl+W is the keyboard's way
    button->setIcon(icon(Icon::Close));
    button->setIconSize(closeIconSize);
    setTabButton(index, QTabBar::RightSide, button);
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < count(); ++i) {
            if (tabButton(i, QTabBar::RightSide) == button)
                return emit closeWanted(i);
        }
    });
}

void TabStrip::mouseReleaseEvent(QMouseEvent *event)
{
    QTabBar::mouseReleaseEvent(event);
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0)
        emit closeWanted(index);
}

/// As QTabBar paints, but with a font per tab, which it does not know.
void TabStrip::paintEvent(QPaintEvent *event)
{
    const int leaning = preview();
    if (leaning < 0) {
        QTabBar::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QFont italic = font();
    italic.setItalic(true);
    const auto paint = [&](int index) {
        QStyleOptionTab option;
        initStyleOption(&option, index);
        painter.setFont(index == leaning ? italic : font());
        painter.drawControl(QStyle::CE_TabBarTab, option);
    };
    for (int i = 0; i < count(); ++i) {
        if (i != currentIndex())
            paint(i);
    }
    if (currentIndex() >= 0)
        paint(currentIndex()); // it overlaps its neighbours
}

} // namespace tenantry::ui
