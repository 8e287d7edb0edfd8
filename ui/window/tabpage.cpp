// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabpage.h"

#include "ui/connections/instance.h"
#include "ui/window/environmentband.h"

#include <QBoxLayout>

namespace tenantry::ui {

namespace {

constexpr int belowBand = 6;

} // namespace

TabPage::TabPage(NodePath path, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_path(std::move(path))
    , m_actions(actions)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    if (!m_path.site.isEmpty())
        addBand();
    if (m_path.instance)
        followConnection();
}

void TabPage::followConnection()
{
    const Connection *connection = &m_path.instance->connection();
    connect(connection, &Connection::stateChanged, this, [this, connection] {
        if (connection->state() == Connection::State::Connected)
            recover();
    });
}

void TabPage::addBand()
{
    auto *band = new EnvironmentBand(this);
    m_column->addWidget(band);
    m_column->addSpacing(belowBand);
    if (!m_path.instance) {
        band->showRemembered(m_path.environment);
        return;
    }
    client::WriteLock &lock = m_path.instance->api().writeLock(m_path.site);
    if (lock.environment().isEmpty())
        lock.setEnvironment(m_path.environment); // what the server has said since is newer
    band->follow(lock);
    lock.onChanged(this, [this] { emit changed(); });
}

TabPage::~TabPage() = default;

QString TabPage::title() const
{
    return m_path.titles.value(m_path.titles.size() - 1);
}

} // namespace tenantry::ui
