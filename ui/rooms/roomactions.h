// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rooms/roompage.h"

#include <functional>

namespace tenantry::ui {

/// What can be done in the room that is looked at, put into the window's registry. Texts follow the room.
class RoomActions : public QObject
{
    Q_OBJECT

public:
    /// `current` answers the room looked at, or null. All must outlive this.
    RoomActions(ActionRegistry &actions, std::function<RoomPage *()> current, QObject *parent);

    static QString idOf(RoomPage::Task task);
    /// For a menu.
    static QStringList ids();

    /// The room looked at is another one, or not as it was.
    void follow();

private:
    void add(RoomPage::Task task, Icon icon, const QList<QKeySequence> &keys);

    ActionRegistry &m_actions;
    std::function<RoomPage *()> m_current;
};

} // namespace tenantry::ui
