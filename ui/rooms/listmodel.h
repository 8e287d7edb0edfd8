// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/client/reply.h"
#include "core/client/resources.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <functional>
#include <optional>

namespace tenantry::ui {

/// A list of the API as a table: the first page at once, further ones as they are scrolled to.
class ListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State {
        Loading, ///< and nothing to show yet
        Ready,
        Failed, ///< and nothing to show
    };

    enum Role { QuietRole = Qt::UserRole /**< bool: it is there, but out of use */ };

    struct Entry
    {
        QString id;        ///< unique in the list, and the same after a reload
        QStringList cells; ///< one for each column
        QVariant value;    ///< what the API told, for forms
        bool quiet = false;
    };

    template<class T>
    static Result<client::Page<Entry>> pageOf(const client::Page<T> &things, Entry (*entryOf)(const T &))
    {
        client::Page<Entry> page{{}, things.total, things.hasNext};
        for (const T &thing : things.items)
            page.items.push_back(entryOf(thing));
        return page;
    }

    /// Pages count from 1. `search` is empty where everything is wanted.
    using Fetch = std::function<client::Reply<client::Page<Entry>>(int page, const QString &search)>;

    ListModel(QStringList titles, Fetch fetch, QObject *parent);
    ~ListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    State state() const { return m_state; }
    bool isFetching() const { return m_isFetching; }
    /// Why the last call failed, also while what came before still shows.
    const std::optional<Error> &error() const { return m_error; }
    std::int64_t total() const { return m_total; }
    const QString &search() const { return m_search; }

    /// Asks again for the first page; what is there stays until it comes.
    void reload();
    void setSearch(const QString &search);
    /// Null for an index of no row.
    const Entry *entry(const QModelIndex &index) const;
    QModelIndex find(const QString &id) const;

signals:
    /// State, total or what is going on is another.
    void progressed();

private:
    void fetch(int page);
    void arrived(int page, Result<client::Page<Entry>> result);

    QStringList m_titles;
    Fetch m_fetch;
    std::vector<Entry> m_entries;
    std::int64_t m_total = 0;
    int m_pages = 0; ///< that are there
    bool m_hasMore = false;
    bool m_isFetching = false;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QString m_search;
    client::CancelToken m_call;
};

} // namespace tenantry::ui
