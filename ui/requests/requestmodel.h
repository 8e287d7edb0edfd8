// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/transport.h"

#include <QAbstractTableModel>

#include <deque>

namespace tenantry::ui {

/// The latest calls to all instances, the newest last. Older ones make room.
class RequestModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, MethodColumn, PathColumn, StatusColumn, DurationColumn, CorrelationColumn, ColumnCount };

    static constexpr int mostRows = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const client::Exchange &exchange);
    void clear();
    const client::Exchange &at(int row) const { return m_exchanges[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::deque<client::Exchange> m_exchanges;
};

} // namespace tenantry::ui
