// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treefilter.h"

#include "ui/tree/treemodel.h"

namespace tenantry::ui {

TreeFilter::TreeFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

bool TreeFilter::hasChildren(const QModelIndex &parent) const
{
    const QModelIndex source = mapToSource(parent);
    const bool unfetched = source.isValid() && sourceModel()->rowCount(source) == 0;
    return unfetched ? sourceModel()->hasChildren(source) : QSortFilterProxyModel::hasChildren(parent);
}

void TreeFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool TreeFilter::matches(const QModelIndex &sourceIndex) const
{
    // Placeholders tell of their parent: they show with it, never for what they say.
    const auto kind = NodeKind(sourceIndex.data(TreeModel::KindRole).toInt());
    return kind < NodeKind::Loading && sourceIndex.data().toString().contains(m_text, Qt::CaseInsensitive);
}

bool TreeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_text.isEmpty() || matches(sourceModel()->index(row, 0, parent));
}

} // namespace tenantry::ui
