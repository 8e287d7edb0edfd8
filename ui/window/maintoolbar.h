// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QToolBar>

namespace tenantry::ui {

class ActionRegistry;

/// What is used most, within reach of the mouse: instances, creating, refreshing, going to anything. Icons alone; the
/// tool tips have texts and keys.
class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    /// Takes its buttons from `registry`, to which it adds the switch that shows and hides it: "view.toolbar".
    explicit MainToolBar(ActionRegistry &registry, QWidget *parent = nullptr);

private:
    void addMenu(Icon icon, const QString &name, const QString &toolTip, const QStringList &ids);

    ActionRegistry &m_registry;
};

} // namespace tenantry::ui
