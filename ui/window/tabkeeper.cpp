// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tabkeeper.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/common/actionregistry.h"
#include "ui/connections/instances.h"
#include "ui/datatable/journalentry.h"
#include "ui/window/restoredpage.h"
#include "ui/window/tabarea.h"
#include "ui/workspace/workspace.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr std::chrono::milliseconds gatherTime{300}; ///< so that a kill loses less than a second
constexpr size_t mostClosed = 50;
const QString journalKey = u"tabs"_s;

Instance *find(const Instances &instances, const QString &server)
{
    for (Instance *instance : instances.all()) {
        if (journalentry::nameOf(*instance) == server)
            return instance;
    }
    return nullptr;
}

} // namespace

TabKeeper::TabKeeper(TabArea &tabs, const Instances &instances, Workspace &workspace, ActionRegistry &actions,
                     QObject *parent)
    : QObject(parent)
    , m_tabs(tabs)
    , m_instances(instances)
    , m_workspace(workspace)
    , m_actions(actions)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(gatherTime);
    connect(&m_waiting, &QTimer::timeout, this, &TabKeeper::write);
    connect(&m_tabs, &TabArea::closed, this, &TabKeeper::noteClosed);
    connect(&m_tabs, &TabArea::changed, this, [this] {
        if (m_noting && !m_waiting.isActive())
            m_waiting.start();
    });
    connect(&m_instances, &Instances::added, this, &TabKeeper::connected);
    connect(&m_instances, &Instances::aboutToRemove, this, &TabKeeper::disconnected);
}

void TabKeeper::restore()
{
    const auto read = [](QSqlDatabase &database) { return journalentry::read(database, journalKey); };
    m_workspace.ask<QByteArray>(read, this, [this](const QByteArray &body) {
        if (const auto kept = json::read({body.constData(), size_t(body.size())}))
            comeBack(tabsFromJson(*kept));
        begin();
    });
}

void TabKeeper::begin()
{
    m_noting = true;
    m_waiting.start();
}

void TabKeeper::end()
{
    if (!m_noting)
        return; // what was open in the latest run is not known yet, and stays as it is
    write();
    m_waiting.stop();
    m_noting = false;
}

void TabKeeper::comeBack(const RememberedTabs &tabs)
{
    const bool isFirst = m_tabs.count() == 0;
    int index = 0;
    for (const RememberedTab &tab : tabs.tabs) {
        if (!m_tabs.canOpen(tab.path))
            continue;
        place(tab, index);
        if (tab.preview)
            m_tabs.markPreview(index);
        if (isFirst && index == tabs.current)
            m_tabs.showTab(index);
        ++index;
    }
}

RestoredPage *TabKeeper::place(const RememberedTab &tab, int index)
{
    auto made = std::make_unique<RestoredPage>(tab, m_actions);
    RestoredPage *page = made.get();
    page->setInstance(find(m_instances, tab.server));
    connect(page, &RestoredPage::loaded, &m_tabs, [this, page] { m_tabs.replace(page, page->path()); });
    m_tabs.insert(index, std::move(made));
    return page;
}

void TabKeeper::noteClosed(const NodePath &path, int index)
{
    if (!path.instance)
        return; // it was never loaded
    if (m_closed.size() == mostClosed)
        m_closed.erase(m_closed.begin());
    m_closed.push_back({RememberedTab::of(path), index});
}

QString TabKeeper::whyNotReopen() const
{
    return m_closed.empty() ? tr("No tab was closed.") : QString();
}

void TabKeeper::reopen()
{
    if (m_closed.empty())
        return;
    const Closed last = m_closed.back();
    m_closed.pop_back();
    const int index = std::min(last.index, m_tabs.count());
    RestoredPage *page = place(last.tab, index);
    m_tabs.showTab(index);
    page->setFocus();
    page->load();
}

void TabKeeper::connected(Instance *instance)
{
    for (TabPage *page : m_tabs.pages()) {
        auto *restored = qobject_cast<RestoredPage *>(page);
        if (restored && restored->server() == journalentry::nameOf(*instance))
            restored->setInstance(instance);
    }
}

void TabKeeper::disconnected(const Instance *instance)
{
    for (TabPage *page : m_tabs.pages()) {
        auto *restored = qobject_cast<RestoredPage *>(page);
        if (restored && restored->path().instance == instance)
            restored->setInstance(nullptr);
    }
    m_tabs.closeOf(instance);
}

RememberedTabs TabKeeper::open() const
{
    RememberedTabs open;
    for (TabPage *page : m_tabs.pages()) {
        const auto *restored = qobject_cast<RestoredPage *>(page);
        RememberedTab tab =
            restored ? RememberedTab{restored->server(), page->path()} : RememberedTab::of(page->path());
        tab.path.instance = nullptr;
        tab.preview = m_tabs.isPreview(page);
        if (page == m_tabs.current())
            open.current = int(open.tabs.size());
        open.tabs.push_back(std::move(tab));
    }
    return open;
}

void TabKeeper::write()
{
    const RememberedTabs open = this->open();
    const QByteArray body = open.tabs.empty() ? QByteArray() : json::write(toJson(open));
    m_workspace.run([body](QSqlDatabase &database) { journalentry::write(database, journalKey, u"tabs"_s, body); });
}

} // namespace tenantry::ui
