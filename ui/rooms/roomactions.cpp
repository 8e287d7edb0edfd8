// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/roomactions.h"

#include "ui/common/actionregistry.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using Task = RoomPage::Task;

namespace {

constexpr std::array tasks{Task::Add, Task::Edit, Task::Switch, Task::Remove};

/// While no room is looked at.
QString generalText(Task task)
{
    switch (task) {
    case Task::Add:
        return RoomActions::tr("&Add to the list\u2026");
    case Task::Edit:
        return RoomActions::tr("&Edit in the list\u2026");
    case Task::Switch:
        return RoomActions::tr("Make primary, or &deactivate");
    case Task::Remove:
        return RoomActions::tr("&Remove from the list\u2026");
    }
    Q_UNREACHABLE();
}

} // namespace

RoomActions::RoomActions(ActionRegistry &actions, std::function<RoomPage *()> current, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_current(std::move(current))
{
    add(Task::Add, Icon::Add, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    add(Task::Edit, Icon::None, {QKeySequence(Qt::ALT | Qt::Key_Return)});
    add(Task::Switch, Icon::None, {});
    add(Task::Remove, Icon::None, {QKeySequence(Qt::CTRL | Qt::Key_Delete)});
}

QString RoomActions::idOf(Task task)
{
    switch (task) {
    case Task::Add:
        return u"room.add"_s;
    case Task::Edit:
        return u"room.edit"_s;
    case Task::Switch:
        return u"room.switch"_s;
    case Task::Remove:
        return u"room.remove"_s;
    }
    Q_UNREACHABLE();
}

QStringList RoomActions::ids()
{
    QStringList ids;
    for (const Task task : tasks)
        ids << idOf(task);
    return ids;
}

void RoomActions::add(Task task, Icon icon, const QList<QKeySequence> &keys)
{
    m_actions.add({idOf(task), generalText(task), icon, keys, [this, task] { m_current()->run(task); },
                   [this, task] {
                       const RoomPage *room = m_current();
                       return room ? room->whyNot(task) : tr("Open users, domains or members from the tree first.");
                   }});
}

void RoomActions::follow()
{
    const RoomPage *room = m_current();
    for (const Task task : tasks) {
        const QString text = room ? room->textOf(task) : QString();
        m_actions.action(idOf(task))->setText(text.isEmpty() ? generalText(task) : text);
    }
    m_actions.refresh();
}

} // namespace tenantry::ui
