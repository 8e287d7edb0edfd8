// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treedelegate.h"

#include "ui/common/icons.h"
#include "ui/tree/treemodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int rowPadding = 8;
constexpr int noteMargin = 8;
constexpr int noteIconSize = 14;

QFont noteFont(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.88);
    return smaller;
}

} // namespace

void TreeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (NodeKind(index.data(TreeModel::KindRole).toInt()) >= NodeKind::Loading) {
        option->font.setItalic(true);
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString note = index.data(TreeModel::NoteRole).toString();
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const QStyle *style = shown.widget ? shown.widget->style() : QApplication::style();
    const QFont font = noteFont(shown.font);
    const auto mark = Icon(index.data(TreeModel::NoteIconRole).toInt());
    const int noteWidth = note.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(note);
    const int needed = noteWidth + noteIconSize + 3 * noteMargin;
    const int roomForText = shown.rect.width() - shown.decorationSize.width() - 12 - needed;
    const bool fits = shown.fontMetrics.horizontalAdvance(shown.text) <= roomForText;
    // Which environment a site is for, and whether an instance answers, must be seen; other notes give way.
    if (!fits && mark != Icon::None)
        shown.text = shown.fontMetrics.elidedText(shown.text, Qt::ElideRight, std::max(0, roomForText));
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);
    if (note.isEmpty() || (!fits && mark == Icon::None))
        return;

    const bool selected = shown.state.testFlag(QStyle::State_Selected);
    const auto placed = [&shown](const QRect &rect) {
        return QStyle::visualRect(shown.direction, shown.rect, rect); // from right to left it stands on the other side
    };
    const auto marked = index.data(TreeModel::NoteColourRole).value<QColor>();
    const QColor colour = marked.isValid() ? marked : shown.palette.color(QPalette::PlaceholderText);
    const QRect place = shown.rect.adjusted(0, 0, -noteMargin, 0);
    if (mark != Icon::None) {
        const QRect iconPlace(place.right() - noteWidth - noteIconSize - 4, place.center().y() - noteIconSize / 2 + 1,
                              noteIconSize, noteIconSize);
        icon(mark, colour)
            .paint(painter, placed(iconPlace), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    }
    painter->save();
    painter->setFont(font);
    painter->setPen(selected ? shown.palette.color(QPalette::HighlightedText) : colour);
    painter->drawText(placed(place), QStyle::visualAlignment(shown.direction, Qt::AlignRight) | Qt::AlignVCenter, note);
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + rowPadding);
    return size;
}

} // namespace tenantry::ui
