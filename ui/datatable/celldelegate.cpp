// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/celldelegate.h"

#include "ui/datatable/rowmodel.h"

namespace tenantry::ui {

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool null = index.data(RowModel::NullRole).toBool();
    if (!null && !index.data(RowModel::AbsentRole).toBool())
        return;
    option->font.setItalic(null);
    option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
}

} // namespace tenantry::ui
