// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/listmodel.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace tenantry::ui {

ListModel::ListModel(QStringList titles, Fetch fetch, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
    , m_fetch(std::move(fetch))
{
}

ListModel::~ListModel()
{
    m_call.cancel();
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    const Entry *shown = entry(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown->cells.value(index.column());
    case Qt::ForegroundRole:
        return shown->quiet ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText)) : QVariant();
    case QuietRole:
        return shown->quiet;
    default:
        return {};
    }
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_titles.value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    return QAbstractTableModel::headerData(section, orientation, role);
}

bool ListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching && !m_error;
}

void ListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(m_pages + 1);
}

void ListModel::reload()
{
    fetch(1);
}

void ListModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    fetch(1);
}

const ListModel::Entry *ListModel::entry(const QModelIndex &index) const
{
    return index.isValid() && size_t(index.row()) < m_entries.size() ? &m_entries[size_t(index.row())] : nullptr;
}

QModelIndex ListModel::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? QModelIndex() : index(int(found - m_entries.begin()), 0);
}

void ListModel::fetch(int page)
{
    m_call.cancel();
    m_isFetching = true;
    m_error.reset();
    if (m_entries.empty())
        m_state = State::Loading;
    m_call = m_fetch(page, m_search).then(this, [this, page](Result<client::Page<Entry>> result) {
        arrived(page, std::move(result));
    });
    emit progressed();
}

void ListModel::arrived(int page, Result<client::Page<Entry>> result)
{
    m_isFetching = false;
    if (!result) {
        m_error = result.error();
        if (m_entries.empty())
            m_state = State::Failed;
        emit progressed();
        return;
    }
    m_state = State::Ready;
    m_total = result->total;
    m_hasMore = result->hasNext;
    m_pages = page;
    if (page == 1) {
        beginResetModel();
        m_entries = std::move(result->items);
        endResetModel();
    } else if (!result->items.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(result->items.size()) - 1);
        std::ranges::move(result->items, std::back_inserter(m_entries));
        endInsertRows();
    }
    emit progressed();
}

} // namespace tenantry::ui
