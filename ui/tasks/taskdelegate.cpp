// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskdelegate.h"

#include "ui/tasks/tasklist.h"

#include <QApplication>
#include <QPainter>

namespace tenantry::ui {

namespace {

constexpr int steps = 1000;
constexpr int margin = 4;

} // namespace

void TaskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant progress = index.data(TaskList::ProgressRole);
    if (index.data(TaskList::EndedRole).toBool() || !progress.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    QStyleOptionProgressBar bar;
    bar.initFrom(cell.widget);
    bar.rect = cell.rect.adjusted(margin, margin, -margin, -margin);
    bar.direction = cell.direction;
    bar.state = cell.state | QStyle::State_Horizontal;
    bar.minimum = 0;
    bar.maximum = steps;
    bar.progress = int(progress.toDouble() * steps);
    bar.text = index.data().toString();
    bar.textVisible = true;
    bar.textAlignment = Qt::AlignCenter;
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, cell.widget);
}

} // namespace tenantry::ui
