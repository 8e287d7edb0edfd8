// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/maintoolbar.h"

#include "ui/common/actionregistry.h"

#include <QMenu>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

MainToolBar::MainToolBar(ActionRegistry &registry, QWidget *parent)
    : QToolBar(tr("Toolbar"), parent)
    , m_registry(registry)
{
    setObjectName(u"mainToolBar"_s);
    setMovable(false);
    const int side = fontMetrics().height() + 4;
    setIconSize({side, side});
    addMenu(Icon::Server, tr("Instances"), tr("Start an instance or connect to one."),
            {u"instance.startLocal"_s,
             u"instance.demo"_s,
             u"instance.connect"_s,
             u"instance.manage"_s,
             {},
             u"instance.disconnect"_s});
    addMenu(Icon::Add, tr("Create"), tr("Create an organization, a site or an app."),
            {u"organization.create"_s, u"site.create"_s, u"app.create"_s});
    addSeparator();
    addAction(registry.action(u"view.refresh"_s));
    addAction(registry.action(u"window.palette"_s));
    registry.add({u"view.toolbar"_s,
                  tr("Tool&bar"),
                  Icon::None,
                  {},
                  [this] { setVisible(isHidden()); },
                  {},
                  [this] { return !isHidden(); }});
    connect(this, &QToolBar::visibilityChanged, &m_registry, &ActionRegistry::refresh);
}

void MainToolBar::addMenu(Icon icon, const QString &name, const QString &toolTip, const QStringList &ids)
{
    auto *button = new QToolButton(this);
    auto *menu = new QMenu(button);
    m_registry.fill(menu, ids);
    button->setIcon(ui::icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    const int arrow = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, button);
    button->setMinimumWidth(iconSize().width() + arrow + 8); // the arrow stands beside the icon, not on it
    addWidget(button);
}

} // namespace tenantry::ui
