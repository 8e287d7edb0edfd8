// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/welcomepage.h"

#include "ui/common/actionregistry.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

WelcomePage::WelcomePage(const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_page(new StatePage(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    connect(m_page, &StatePage::retry, this, &WelcomePage::retryStart);
}

void WelcomePage::showWelcome()
{
    m_page->showEmpty(
        Icon::Tenantry, tr("Welcome to Tenantry"),
        tr("Organizations, their sites and the data in them, in one window. Begin with an instance of your "
           "own in a folder on this computer, sign in to a server, or look around in a demo first."));
    addBeginnings();
}

void WelcomePage::showNoTabs()
{
    m_page->showEmpty(Icon::Table, tr("Nothing open yet"),
                      tr("Open a datatable from the tree: a double click, or Enter on the selected one."));
}

void WelcomePage::showStarting(const QString &directory)
{
    m_page->showLoading(tr("Starting the local instance in %1\u2026").arg(QDir::toNativeSeparators(directory)));
}

void WelcomePage::showStartFailed(const Error &error)
{
    m_page->showError(tr("The local instance did not start"), error);
    addBeginnings();
}

void WelcomePage::addBeginnings()
{
    const auto offer = [this](const QString &id) {
        QAction *action = m_actions.action(id);
        if (!action || !action->isEnabled())
            return;
        QPushButton *button = m_page->addButton(action->text(), Icon::None);
        button->setIcon(action->icon());
        button->setObjectName(id);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    };
    offer(u"instance.startLocal"_s);
    offer(u"instance.connect"_s);
    offer(u"instance.demo"_s);
    offer(u"instance.manage"_s);
}

} // namespace tenantry::ui
