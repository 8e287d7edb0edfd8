// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace tenantry::ui {

/// Something the console says without being asked.
struct Message
{
    enum class Severity { Info, Warning, Error };

    Severity severity = Severity::Info;
    QString text;     ///< whole sentences: what happened, and what to do
    QString instance; ///< the title of the one it is about, or empty
    QDateTime at;     ///< UTC
};

/// What the console has said, the newest last; older messages make room. A message is quiet: it stands here and for a
/// moment in the status bar, and never takes the focus. Lives on the GUI thread.
class MessageLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, SeverityColumn, InstanceColumn, TextColumn, ColumnCount };
    static constexpr int mostRows = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(Message::Severity severity, const QString &text, const QString &instance = {});
    void clear();
    const Message &at(int row) const { return m_messages[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void added(const tenantry::ui::Message &message);

private:
    std::deque<Message> m_messages;
};

} // namespace tenantry::ui
