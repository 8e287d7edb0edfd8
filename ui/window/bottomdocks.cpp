// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bottomdocks.h"

#include "ui/common/accesskey.h"
#include "ui/common/actionregistry.h"
#include "ui/messages/messagepanel.h"
#include "ui/requests/requestpanel.h"
#include "ui/tasks/taskpanel.h"

#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

BottomDocks::BottomDocks(ActionRegistry &registry, TaskList &tasks, RequestModel &requests, MessageLog &messages,
                         QMainWindow *window)
    : QObject(window)
    , m_registry(registry)
    , m_window(window)
{
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // the tree keeps its height
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    const auto key = [](Qt::Key letter) { return QList{QKeySequence(Qt::CTRL | Qt::SHIFT | letter)}; };
    add(u"taskDock"_s, new TaskPanel(tasks, window),
        {u"view.tasks"_s, tr("&Tasks"), Icon::Tasks, {QKeySequence(Qt::CTRL | Qt::Key_J)}, {}});
    add(u"requestDock"_s, new RequestPanel(requests, window),
        {u"view.requests"_s, tr("Re&quests"), Icon::Requests, key(Qt::Key_R), {}});
    add(u"messageDock"_s, new MessagePanel(messages, window),
        {u"view.messages"_s, tr("&Messages"), Icon::Messages, key(Qt::Key_M), {}});
}

QStringList BottomDocks::menu()
{
    return {u"view.tasks"_s, u"view.requests"_s, u"view.messages"_s};
}

void BottomDocks::add(const QString &name, QWidget *panel, ActionSpec spec)
{
    auto *dock = new QDockWidget(withoutAccessKey(spec.text), m_window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    if (!m_docks.empty())
        m_window->tabifyDockWidget(m_docks.back().widget, dock);
    dock->hide();
    const size_t index = m_docks.size();
    m_docks.push_back({dock});
    // The registry goes first when the window does.
    connect(dock, &QDockWidget::visibilityChanged, &m_registry, [this, index](bool inFront) {
        m_docks[index].inFront = inFront;
        m_registry.refresh();
    });
    spec.run = [this, index] { toggle(index); };
    spec.isOn = [dock] { return !dock->isHidden(); };
    m_registry.add(std::move(spec));
}

void BottomDocks::toggle(size_t index)
{
    const Dock &dock = m_docks[index];
    if (dock.inFront) {
        dock.widget->close();
        return;
    }
    show(index);
    dock.widget->widget()->setFocus(Qt::ShortcutFocusReason);
}

void BottomDocks::show(size_t index)
{
    m_docks[index].widget->show();
    m_docks[index].widget->raise();
}

} // namespace tenantry::ui
