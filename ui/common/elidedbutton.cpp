// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elidedbutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int fewestCharacters = 4;
constexpr int padding = 10; ///< what a style leaves around the text, at both sides together

} // namespace

ElidedButton::ElidedButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const
{
    const int text = fontMetrics().averageCharWidth() * fewestCharacters;
    const int picture = icon().isNull() ? 0 : iconSize().width();
    return {std::min(sizeHint().width(), text + picture + padding), sizeHint().height()};
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int picture = option.icon.isNull() ? 0 : option.iconSize.width() + padding / 2;
    option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight,
                                                std::max(0, option.rect.width() - picture - padding));
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace tenantry::ui
