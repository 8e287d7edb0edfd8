// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/locatordelegate.h"

#include "ui/palette/locatorsource.h"

#include <QApplication>
#include <QPainter>

namespace tenantry::ui {

namespace {

constexpr int rowPadding = 10;
constexpr int detailMargin = 10;
constexpr QSize pictureSize{16, 16};

} // namespace

void LocatorDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Texts begin below each other, with a picture or without.
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = pictureSize;
    if (!index.data(LocatorSource::AvailableRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
}

void LocatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const QStyle *style = shown.widget ? shown.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);

    const int taken = shown.fontMetrics.horizontalAdvance(shown.text) + shown.decorationSize.width() + 3 * detailMargin;
    QRect place = shown.rect.adjusted(taken, 0, -detailMargin, 0);
    if (place.width() <= 0)
        return;
    place = QStyle::visualRect(shown.direction, shown.rect, place);
    const bool selected = shown.state.testFlag(QStyle::State_Selected);
    const QString detail =
        shown.fontMetrics.elidedText(index.data(LocatorSource::DetailRole).toString(), Qt::ElideMiddle, place.width());
    painter->save();
    painter->setFont(shown.font);
    painter->setPen(shown.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(place, int(QStyle::visualAlignment(shown.direction, Qt::AlignRight | Qt::AlignVCenter)), detail);
    painter->restore();
}

QSize LocatorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, rowPadding);
}

} // namespace tenantry::ui
