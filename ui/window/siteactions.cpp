// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/siteactions.h"

#include "ui/common/actionregistry.h"
#include "ui/connections/instance.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using client::WriteLock;

SiteActions::SiteActions(ActionRegistry &registry, std::function<NodePath()> where, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_where(std::move(where))
{
    m_registry.add({u"site.lock"_s,
                    tr("Un&lock for 15 minutes"),
                    Icon::None,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
                    [this] { toggle(); },
                    [this] {
                        const WriteLock *at = lock();
                        if (!at)
                            return tr("Select a site, or open something of one.");
                        return at->state() == WriteLock::State::Open ? tr("Only production sites are locked.")
                                                                     : QString();
                    }});
    m_registry.add({u"site.extend"_s,
                    tr("E&xtend to 15 minutes"),
                    Icon::None,
                    {},
                    [this] {
                        lock()->unlock();
                        follow();
                    },
                    [this] {
                        const WriteLock *at = lock();
                        return at && at->state() == WriteLock::State::Unlocked ? QString()
                                                                               : tr("The site is not unlocked.");
                    }});
}

QStringList SiteActions::menu()
{
    return {u"site.lock"_s, u"site.extend"_s};
}

WriteLock *SiteActions::lock() const
{
    const NodePath at = m_where();
    return at.instance && !at.site.isEmpty() ? &at.instance->api().writeLock(at.site) : nullptr;
}

void SiteActions::toggle()
{
    WriteLock *at = lock();
    if (at->state() == WriteLock::State::Locked)
        at->unlock();
    else
        at->lock();
    follow();
}

void SiteActions::follow()
{
    const WriteLock *at = lock();
    const bool unlocked = at && at->state() == WriteLock::State::Unlocked;
    // Says which site, as the tree may be at another than the tab.
    const QString site = at ? m_where().site : QString();
    QString text = unlocked ? tr("&Lock now") : tr("Un&lock for 15 minutes");
    if (at && at->state() != WriteLock::State::Open)
        text = unlocked ? tr("&Lock %1 now").arg(site) : tr("Un&lock %1 for 15 minutes").arg(site);
    m_registry.action(u"site.lock"_s)->setText(text);
    m_registry.refresh();
}

} // namespace tenantry::ui
