// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tree/treesearch.h"

#include "ui/connections/instance.h"
#include "ui/tree/treemodel.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int callsAtATime = 4;

} // namespace

TreeSearch::TreeSearch(TreeModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_model, &TreeModel::levelEnded, this, &TreeSearch::levelEnded);
    // An instance that goes takes its Api along, and what is still to be asked there.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &parent) {
        if (parent.isValid() || !m_isRunning)
            return;
        cancel();
        QMetaObject::invokeMethod(
            this, [this] { emit finished({}); }, Qt::QueuedConnection);
    });
}

TreeSearch::~TreeSearch()
{
    cancel();
}

void TreeSearch::start(const QString &text, const QModelIndex &scope)
{
    cancel();
    m_text = text;
    m_outcome = {};
    m_isRunning = true;
    if (scope.isValid())
        searchBelow(m_model.path(scope));
    for (int row = 0; !scope.isValid() && row < m_model.rowCount(); ++row)
        searchBelow(m_model.path(m_model.index(row, 0)));
    goOn();
}

void TreeSearch::cancel()
{
    m_isRunning = false;
    m_waiting.clear();
    for (client::CancelToken &call : m_calls)
        call.cancel();
    m_calls.clear();
    m_sent = 0;
    m_levels.clear();
    m_failed.clear();
}

template<class T>
void TreeSearch::ask(std::function<client::Reply<T>()> send, std::function<void(const T &)> take)
{
    m_waiting.push_back([this, send = std::move(send), take = std::move(take)] {
        return send().then(this, [this, take](Result<T> answer) {
            --m_sent;
            if (answer)
                take(*answer);
            else
                m_outcome.error = answer.error();
            goOn();
        });
    });
}

void TreeSearch::searchBelow(const NodePath &path)
{
    if (!path.app.isEmpty())
        return lookIntoApp(path.instance, path.organization, path.site, path.app);
    if (!path.site.isEmpty())
        return lookIntoApps(path.instance, path.organization, path.site);
    if (path.organization.isEmpty())
        show({path.instance, {}});
    searchSites(path.instance, path.organization);
    lookIntoSites(path.instance, path.organization);
}

void TreeSearch::searchSites(Instance *instance, const QString &organization)
{
    using Sites = client::Page<client::SiteSummary>;
    ask<Sites>([=, this] { return instance->api().sites(organization, 1, m_text); },
               [=, this](const Sites &found) {
                   for (const client::SiteSummary &site : found.items) {
                       if (holds(site.name))
                           show({instance, {site.organization}});
                   }
                   m_outcome.whole = m_outcome.whole && !found.hasNext;
               });
}

void TreeSearch::lookIntoSites(Instance *instance, const QString &organization)
{
    using Sites = client::Page<client::SiteSummary>;
    ask<Sites>([=] { return instance->api().sites(organization, 1); },
               [=, this](const Sites &sites) {
                   const size_t count = std::min(sites.items.size(), size_t(mostSites));
                   for (size_t i = 0; i < count; ++i)
                       lookIntoApps(instance, sites.items[i].organization, sites.items[i].slug);
                   m_outcome.whole = m_outcome.whole && count == size_t(sites.total);
               });
}

void TreeSearch::lookIntoApps(Instance *instance, const QString &organization, const QString &site, int page)
{
    using Apps = client::Page<client::AppSummary>;
    ask<Apps>([=] { return instance->api().apps(site, page); },
              [=, this](const Apps &apps) {
                  for (const client::AppSummary &app : apps.items) {
                      if (holds(app.name))
                          show({instance, {organization, site}});
                      lookIntoApp(instance, organization, site, app.slug);
                  }
                  if (apps.hasNext)
                      lookIntoApps(instance, organization, site, page + 1);
              });
}

void TreeSearch::lookIntoApp(Instance *instance, const QString &organization, const QString &site, const QString &app)
{
    using Tables = client::Page<client::TableSummary>;
    ask<Tables>([=, this] { return instance->api().tables(site, app, 1, m_text); },
                [=, this](const Tables &found) {
                    if (std::ranges::any_of(found.items, [this](const auto &table) { return holds(table.name); }))
                        show({instance, {organization, site, app}});
                });
}

void TreeSearch::show(Level level)
{
    m_levels.push_back(std::move(level));
}

/// Loads the next level on the way where one is missing. What is gone or cannot be had counts as shown.
bool TreeSearch::isShown(const Level &level)
{
    QModelIndex at = m_model.find(level.instance);
    for (qsizetype step = 0; at.isValid(); ++step) {
        if (!m_model.isLoaded(at)) {
            if (std::ranges::find(m_failed, QPersistentModelIndex(at)) != m_failed.end())
                return true;
            m_model.load(at);
            return false;
        }
        if (step == level.way.size())
            return true;
        at = m_model.child(at, level.way[step]);
    }
    return true;
}

void TreeSearch::levelEnded(const QModelIndex &parent)
{
    if (!m_isRunning)
        return;
    if (!m_model.isLoaded(parent))
        m_failed.emplace_back(parent);
    goOn();
}

void TreeSearch::sendMore()
{
    while (m_sent < callsAtATime && !m_waiting.empty()) {
        const auto send = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_sent;
        m_calls.push_back(send());
    }
}

void TreeSearch::goOn()
{
    sendMore();
    std::erase_if(m_levels, [this](const Level &level) { return isShown(level); });
    if (m_sent > 0 || !m_levels.empty())
        return;
    m_isRunning = false;
    m_calls.clear();
    m_failed.clear();
    emit finished(m_outcome);
}

} // namespace tenantry::ui
