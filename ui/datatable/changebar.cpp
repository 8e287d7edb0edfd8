// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changebar.h"

#include "ui/common/accesskey.h"
#include "ui/common/actionregistry.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ChangeBar::ChangeBar(const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const QString &id : {u"changes.discard"_s, u"changes.preview"_s, u"changes.commit"_s}) {
        auto *button = new QToolButton(this);
        QAction *action = actions.action(id);
        button->setDefaultAction(action);
        button->setObjectName(id);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        const auto name = [button, action] { button->setAccessibleName(withoutAccessKey(action->text())); };
        connect(action, &QAction::changed, button, name);
        name();
        layout->addWidget(button);
    }
}

} // namespace tenantry::ui
