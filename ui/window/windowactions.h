// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/locatorsource.h"

class QMainWindow;

namespace tenantry::ui {

class ActionRegistry;
class TreeModel;
class TreePanel;
class Zoom;

/// What can be done with the window as a whole: going to anything, the cheat sheet, zoom, full screen, leaving.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(ActionRegistry &registry, TreeModel &objects, TreePanel &tree, Zoom &zoom, QMainWindow *window);

private:
    void addFinding();
    void addZooming(Zoom &zoom);
    void addWindow();
    void showPalette(const std::vector<LocatorSource *> &sources);
    void showShortcuts();
    void showAbout();

    ActionRegistry &m_registry;
    QMainWindow *m_window;
    LocatorSource *m_actions;
    LocatorSource *m_objects;
};

} // namespace tenantry::ui
