// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/rememberedtab.h"

#include <QTimer>

namespace tenantry::ui {

class ActionRegistry;
class Instance;
class Instances;
class RestoredPage;
class TabArea;
class Workspace;

/// Remembers tabs: those that were closed, to open them again, and those that are open, for the next start. What comes
/// back stands there unloaded until its instance is connected and the user asks for it.
class TabKeeper : public QObject
{
    Q_OBJECT

public:
    TabKeeper(TabArea &tabs, const Instances &instances, Workspace &workspace, ActionRegistry &actions,
              QObject *parent = nullptr);

    /// Brings back the tabs of the latest run, before those that are open by then; to be called once.
    void restore();
    /// Notes what is open from now on; restore() does so by itself.
    void begin();
    /// Writes what is open, and looks away: the window is closing, and its tabs with it.
    void end();

    /// Opens the tab that was closed last, and loads it if its instance is connected.
    void reopen();
    QString whyNotReopen() const;

private:
    struct Closed
    {
        RememberedTab tab;
        int index; ///< where it was
    };

    RestoredPage *place(const RememberedTab &tab, int index);
    void noteClosed(const NodePath &path, int index);
    void connected(Instance *instance);
    void disconnected(const Instance *instance);
    void comeBack(const RememberedTabs &tabs);
    RememberedTabs open() const;
    void write();

    TabArea &m_tabs;
    const Instances &m_instances;
    Workspace &m_workspace;
    ActionRegistry &m_actions;
    std::vector<Closed> m_closed; ///< the latest last
    QTimer m_waiting;
    bool m_noting = false;
};

} // namespace tenantry::ui
