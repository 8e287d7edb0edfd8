// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/locatorsource.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

LocatorSource::LocatorSource(Collect collect, QObject *parent)
    : QAbstractListModel(parent)
    , m_collect(std::move(collect))
{
}

void LocatorSource::refresh()
{
    beginResetModel();
    m_items = m_collect();
    endResetModel();
}

int LocatorSource::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant LocatorSource::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LocatorItem &item = this->item(index.row());
    const QString detail = item.whyNot.isEmpty() ? item.detail : item.whyNot;
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::DecorationRole:
        return item.icon;
    case Qt::AccessibleTextRole:
        return detail.isEmpty() ? item.text : u"%1, %2"_s.arg(item.text, detail);
    case DetailRole:
        return detail;
    case AvailableRole:
        return item.whyNot.isEmpty();
    default:
        return {};
    }
}

} // namespace tenantry::ui
