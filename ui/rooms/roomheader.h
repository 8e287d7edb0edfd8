// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace tenantry::ui {

/// What stands over the list of a room: its name, where it is, a search box where the list can be searched, and a
/// button for each thing that can be done.
class RoomHeader : public QWidget
{
    Q_OBJECT

public:
    RoomHeader(const QString &name, const QString &place, QWidget *parent);

    void addSearch();
    void addButton(QAction *action);

signals:
    /// Somebody has typed, and paused or pressed Enter.
    void searchWanted(const QString &text);

private:
    QString m_name;
    QHBoxLayout *m_top;
    QHBoxLayout *m_buttons;
};

} // namespace tenantry::ui
