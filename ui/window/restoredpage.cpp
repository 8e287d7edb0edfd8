// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/restoredpage.h"

#include "core/client/decode.h"
#include "ui/common/actionregistry.h"
#include "ui/common/statepage.h"
#include "ui/connections/instance.h"
#include "ui/tree/nodeicon.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RestoredPage::RestoredPage(const RememberedTab &tab, ActionRegistry &actions, QWidget *parent)
    : TabPage(tab.path, actions, parent)
    , m_server(tab.server)
    , m_state(new StatePage(this))
{
    column()->addWidget(m_state);
    connect(m_state, &StatePage::retry, this, &RestoredPage::load);
    describe();
}

RestoredPage::~RestoredPage()
{
    m_loading.cancel();
}

/// Rooms have the same names everywhere, so theirs say of what.
QString RestoredPage::title() const
{
    const bool isRoom = path().kind == NodeKind::Room;
    return isRoom ? path().titles.mid(path().titles.size() - 2).join(u" \u203a "_s) : TabPage::title();
}

Icon RestoredPage::icon() const
{
    return iconOf(path());
}

void RestoredPage::setInstance(Instance *instance)
{
    NodePath path = this->path();
    path.instance = instance;
    setPath(path);
    m_loading.cancel();
    describe();
    emit changed();
}

void RestoredPage::describe()
{
    const QString place = path().titles.size() > 1 ? path().titles.join(u" \u203a "_s) + u'\n' : QString();
    QPushButton *button = nullptr;
    if (path().instance) {
        m_state->showEmpty(icon(), tr("%1 is not loaded yet").arg(title()),
                           place + tr("It was open before. Nothing was asked of the server since."));
        button = m_state->addButton(tr("&Load"), Icon::Refresh);
        button->setObjectName(u"load"_s);
        connect(button, &QPushButton::clicked, this, &RestoredPage::load);
    } else {
        m_state->showEmpty(icon(), tr("%1 is not loaded").arg(title()),
                           place + tr("It was open before. Connect to %1 to load it.").arg(path().titles.first()));
        QAction *saved = actions().action(u"instance.manage"_s);
        button = m_state->addButton(saved->text(), Icon::Server);
        button->setToolTip(saved->toolTip());
        connect(button, &QPushButton::clicked, saved, &QAction::trigger);
    }
    setFocusProxy(button);
}

void RestoredPage::load()
{
    if (!path().instance)
        return;
    if (path().site.isEmpty()) {
        emit loaded();
        return;
    }
    m_state->showLoading(tr("Opening %1\u2026").arg(title()));
    m_loading.cancel();
    const QString site = u"/api/cloud/sites/%1/"_s.arg(client::encoded(path().site));
    m_loading = path()
                    .instance->api()
                    .sendPlatform(client::Request::get(site))
                    .map(&client::decodeSite)
                    .then(this, [this](const Result<client::SiteSummary> &answer) { arrived(answer); });
}

void RestoredPage::arrived(const Result<client::SiteSummary> &site)
{
    if (!site) {
        m_state->showError(tr("%1 could not be opened").arg(title()), site.error());
        return;
    }
    NodePath path = this->path();
    path.environment = site->environment;
    path.instance->api().writeLock(path.site).setEnvironment(site->environment);
    setPath(path);
    emit loaded();
}

} // namespace tenantry::ui
