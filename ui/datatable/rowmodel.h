// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/reply.h"
#include "core/client/resources.h"
#include "ui/datatable/cellformat.h"

#include <QAbstractTableModel>

#include <map>
#include <set>

namespace tenantry::ui {

/// The rows of a datatable, of any number: it holds the chunks of 200 around what is looked at and fetches them as the
/// view asks with want(). Until a chunk is there its rows are placeholders. A change of order or filters begins a new
/// generation; answers to an older one are dropped.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Fetch = std::function<client::Reply<client::RowPage>(const client::RowWindow &)>;

    static constexpr int chunkSize = 200;
    static constexpr int chunksKept = 50;

    enum Role {
        NullRole = Qt::UserRole, ///< the value is NULL, not the text
        AbsentRole,              ///< not fetched yet
    };

    enum class State {
        Loading, ///< nothing known yet
        Ready,
        Failed, ///< nothing known, and why is in error()
    };

    RowModel(std::vector<client::Column> columns, Fetch fetch, QObject *parent = nullptr);
    ~RowModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Orders by the server's rules; column -1: by primary key.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Shows only the rows that meet all of these.
    void setFilters(std::vector<client::RowFilter> filters);
    const std::vector<client::RowFilter> &filters() const { return m_filters; }

    const std::vector<client::Column> &columns() const { return m_columns; }
    /// Null while it has not been fetched.
    const client::Row *row(int row) const;
    State state() const { return m_state; }
    /// Why the latest fetch failed; nothing when it did not.
    const std::optional<Error> &error() const { return m_error; }
    bool isFetching() const { return !m_pending.empty(); }

    /// The rows first to last are looked at: fetches what is missing there, and gives up what was under way elsewhere.
    void want(int first, int last);
    /// Fetches again what is looked at and drops the rest.
    void reload();
    /// Fetches again what is looked at, and shows what it has until then.
    void refresh();
    /// Tries again what failed.
    void retry();

signals:
    /// State, number of rows, error or isFetching() changed.
    void progressed();

private:
    using Page = client::RowPage;

    void startOver();
    void fetchMissing();
    void fetchChunk(int chunk);
    void arrived(int chunk, quint64 generation, Result<Page> result);
    void resize(std::int64_t total);
    void forgetFarChunks();
    const json::Value *value(const QModelIndex &index) const;

    std::vector<client::Column> m_columns;
    std::vector<CellFormat> m_formats;
    Fetch m_fetch;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QString m_ordering;
    std::vector<client::RowFilter> m_filters;
    quint64 m_generation = 0;
    int m_rows = 0;
    int m_wantedFirst = 0; ///< chunks
    int m_wantedLast = 0;
    std::map<int, std::vector<client::Row>> m_chunks;
    std::map<int, client::CancelToken> m_pending;
    std::set<int> m_failed;
};

} // namespace tenantry::ui
