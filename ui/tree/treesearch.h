// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/client/resources.h"
#include "ui/tree/treenode.h"

#include <QModelIndex>
#include <QObject>

#include <deque>
#include <functional>

namespace tenantry::ui {

class TreeModel;

/// Asks the servers where names hold a text, and loads the levels of the tree that show them. What is loaded anyway it
/// leaves to the filter. It sends a few calls at a time, and ends when the last level is there.
class TreeSearch : public QObject
{
    Q_OBJECT

public:
    /// So many sites are looked into for apps and datatables at most: each costs a call, and one more for each app.
    static constexpr int mostSites = 50;

    struct Outcome
    {
        bool whole = true;          ///< false: there are more sites than were looked into
        std::optional<Error> error; ///< the last call that failed
    };

    /// `model` must outlive this.
    TreeSearch(TreeModel &model, QObject *parent);
    ~TreeSearch() override;

    /// Looks at and below `scope`, everywhere when it is invalid. Ends the search that runs.
    void start(const QString &text, const QModelIndex &scope);
    /// Nothing is emitted for what runs.
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void finished(const tenantry::ui::TreeSearch::Outcome &outcome);

private:
    /// A level to be loaded: the slugs on the way to it, from below the instance.
    struct Level
    {
        Instance *instance;
        QStringList way;
    };

    template<class T>
    void ask(std::function<client::Reply<T>()> send, std::function<void(const T &)> take);
    void searchBelow(const NodePath &path);
    void searchSites(Instance *instance, const QString &organization);
    void lookIntoSites(Instance *instance, const QString &organization);
    void lookIntoApps(Instance *instance, const QString &organization, const QString &site, int page = 1);
    void lookIntoApp(Instance *instance, const QString &organization, const QString &site, const QString &app);
    bool holds(const QString &name) const { return name.contains(m_text, Qt::CaseInsensitive); }

    void show(Level level);
    bool isShown(const Level &level);
    void levelEnded(const QModelIndex &parent);
    void sendMore();
    void goOn();

    TreeModel &m_model;
    QString m_text;
    std::deque<std::function<client::CancelToken()>> m_waiting;
    std::vector<client::CancelToken> m_calls;
    int m_sent = 0; ///< and not answered yet
    std::vector<Level> m_levels;
    std::vector<QPersistentModelIndex> m_failed; ///< levels that could not be had
    Outcome m_outcome;
    bool m_isRunning = false;
};

} // namespace tenantry::ui
