// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestmodel.h"

#include "core/client/curl.h"
#include "ui/common/icons.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString pathOf(const client::Request &request)
{
    const QString query = request.query.query();
    return query.isEmpty() ? request.path : request.path + u'?' + query;
}

QString shown(const client::Exchange &exchange, int column)
{
    const QLocale locale;
    switch (column) {
    case RequestModel::TimeColumn:
        return exchange.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case RequestModel::MethodColumn:
        return client::methodName(exchange.request.method);
    case RequestModel::PathColumn:
        return pathOf(exchange.request);
    case RequestModel::StatusColumn:
        return exchange.status == 0 ? RequestModel::tr("No answer") : QString::number(exchange.status);
    case RequestModel::DurationColumn:
        return RequestModel::tr("%1 ms").arg(locale.toString(qlonglong(exchange.duration.count())));
    case RequestModel::CorrelationColumn:
        return exchange.correlationId;
    default:
        return {};
    }
}

} // namespace

void RequestModel::add(const client::Exchange &exchange)
{
    if (int(m_exchanges.size()) == mostRows) {
        beginRemoveRows({}, 0, 0);
        m_exchanges.pop_front();
        endRemoveRows();
    }
    const int row = int(m_exchanges.size());
    beginInsertRows({}, row, row);
    m_exchanges.push_back(exchange);
    endInsertRows();
}

void RequestModel::clear()
{
    beginResetModel();
    m_exchanges.clear();
    endResetModel();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_exchanges.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const client::Exchange &exchange = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(exchange, index.column());
    case Qt::ToolTipRole:
        if (!exchange.problem.isEmpty())
            return exchange.problem;
        return index.column() == PathColumn ? exchange.server.toString() + pathOf(exchange.request) : QVariant();
    case Qt::DecorationRole:
        return index.column() == StatusColumn && !exchange.problem.isEmpty() ? icon(Icon::Alert) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case MethodColumn:
        return tr("Method");
    case PathColumn:
        return tr("Path");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("Duration");
    case CorrelationColumn:
        return tr("Correlation ID");
    default:
        return {};
    }
}

} // namespace tenantry::ui
