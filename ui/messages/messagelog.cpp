// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagelog.h"

#include "ui/common/icons.h"
#include "ui/messages/severity.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

void MessageLog::add(Message::Severity severity, const QString &text, const QString &instance)
{
    if (rowCount() == mostRows) {
        beginRemoveRows({}, 0, 0);
        m_messages.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_messages.push_back({severity, text, instance, QDateTime::currentDateTimeUtc()});
    endInsertRows();
    emit added(m_messages.back());
}

void MessageLog::clear()
{
    beginResetModel();
    m_messages.clear();
    endResetModel();
}

int MessageLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

int MessageLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageLog::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Message &message = at(index.row());
    if (role == Qt::DecorationRole && index.column() == SeverityColumn)
        return icon(severityIcon(message.severity));
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return message.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return QLocale().toString(message.at.toLocalTime().time(), QLocale::ShortFormat);
    case SeverityColumn:
        return severityWord(message.severity);
    case InstanceColumn:
        return message.instance;
    default:
        return message.text;
    }
}

QVariant MessageLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case SeverityColumn:
        return tr("Kind");
    case InstanceColumn:
        return tr("Instance");
    case TextColumn:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace tenantry::ui
