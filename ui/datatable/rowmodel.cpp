// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/rowmodel.h"

#include "ui/common/icons.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RowModel::RowModel(std::vector<client::Column> columns, Fetch fetch, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_formats(m_columns.begin(), m_columns.end())
    , m_fetch(std::move(fetch))
{
    fetchMissing();
}

RowModel::~RowModel()
{
    for (const auto &[chunk, token] : m_pending)
        token.cancel();
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const client::Row *RowModel::row(int row) const
{
    const auto chunk = m_chunks.find(row / chunkSize);
    const auto place = size_t(row % chunkSize);
    if (chunk == m_chunks.end() || place >= chunk->second.size())
        return nullptr;
    return &chunk->second[place];
}

const json::Value *RowModel::value(const QModelIndex &index) const
{
    const client::Row *found = row(index.row());
    return found ? &(*found)[size_t(index.column())] : nullptr;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellFormat &format = m_formats[size_t(index.column())];
    const json::Value *value = this->value(index);
    switch (role) {
    case Qt::DisplayRole:
        return value ? format.text(*value) : u"\u2026"_s;
    case Qt::ToolTipRole:
        return value ? format.toolTip(*value) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(format.alignment());
    case NullRole:
        return value && value->isNull();
    case AbsentRole:
        return value == nullptr;
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QLocale().toString(section + 1) : QVariant();
    if (section < 0 || section >= int(m_columns.size()))
        return {};
    const client::Column &column = m_columns[size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case Qt::ToolTipRole:
        return QStringList{column.title.isEmpty() ? column.name : column.title, CellFormat::describe(column)}.join(
            u'\n');
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_formats[size_t(section)].alignment());
    case Qt::DecorationRole:
        if (column.primaryKey)
            return icon(Icon::Key);
        return column.reference.isEmpty() ? QVariant() : icon(Icon::Link);
    default:
        return {};
    }
}

void RowModel::sort(int column, Qt::SortOrder order)
{
    QString ordering;
    if (column >= 0 && column < int(m_columns.size()))
        ordering = (order == Qt::DescendingOrder ? u"-"_s : QString()) + m_columns[size_t(column)].name;
    if (ordering == m_ordering)
        return;
    m_ordering = ordering;
    startOver();
}

void RowModel::setFilters(std::vector<client::RowFilter> filters)
{
    if (filters == m_filters)
        return;
    m_filters = std::move(filters);
    startOver();
}

void RowModel::startOver()
{
    m_wantedLast -= m_wantedFirst; // what is new is looked at from its top
    m_wantedFirst = 0;
    reload();
}

void RowModel::reload()
{
    ++m_generation;
    for (const auto &[chunk, token] : std::exchange(m_pending, {}))
        token.cancel();
    m_failed.clear();
    m_error.reset();
    m_chunks.clear();
    if (m_state == State::Failed)
        m_state = State::Loading;
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    fetchMissing();
}

void RowModel::refresh()
{
    ++m_generation;
    for (const auto &[chunk, token] : std::exchange(m_pending, {}))
        token.cancel();
    m_failed.clear();
    m_error.reset();
    std::erase_if(m_chunks,
                  [this](const auto &chunk) { return chunk.first < m_wantedFirst || chunk.first > m_wantedLast; });
    for (int chunk = m_wantedFirst; chunk <= m_wantedLast; ++chunk)
        fetchChunk(chunk);
    emit progressed();
}

void RowModel::retry()
{
    if (m_state == State::Failed)
        m_state = State::Loading;
    m_failed.clear();
    m_error.reset();
    fetchMissing();
}

void RowModel::want(int first, int last)
{
    // One chunk is fetched ahead in either direction when its edge is near.
    constexpr int margin = chunkSize / 4;
    m_wantedFirst = std::max(0, first - margin) / chunkSize;
    m_wantedLast = std::max(0, std::min(last + margin, m_rows - 1)) / chunkSize;
    for (auto pending = m_pending.begin(); pending != m_pending.end();) {
        if (pending->first >= m_wantedFirst && pending->first <= m_wantedLast) {
            ++pending;
            continue;
        }
        pending->second.cancel();
        pending = m_pending.erase(pending);
    }
    fetchMissing();
}

void RowModel::fetchMissing()
{
    for (int chunk = m_wantedFirst; chunk <= m_wantedLast; ++chunk) {
        if (!m_chunks.contains(chunk) && !m_pending.contains(chunk) && !m_failed.contains(chunk))
            fetchChunk(chunk);
    }
    emit progressed();
}

void RowModel::fetchChunk(int chunk)
{
    const client::RowWindow window{std::int64_t(chunk) * chunkSize, chunkSize, m_ordering, m_filters};
    m_pending[chunk] = m_fetch(window).then(this, [this, chunk, generation = m_generation](Result<Page> result) {
        arrived(chunk, generation, std::move(result));
    });
}

void RowModel::arrived(int chunk, quint64 generation, Result<Page> result)
{
    if (generation != m_generation)
        return;
    m_pending.erase(chunk);
    if (!result) {
        m_failed.insert(chunk);
        m_error = std::move(result).error();
        if (m_state == State::Loading)
            m_state = State::Failed;
        emit progressed();
        return;
    }
    m_state = State::Ready;
    const int first = chunk * chunkSize;
    const int last = first + int(result->rows.size()) - 1;
    const int before = m_rows;
    m_chunks[chunk] = std::move(result->rows);
    resize(std::max<std::int64_t>(result->total, 0));
    if (const int shown = std::min({last, m_rows - 1, before - 1}); shown >= first)
        emit dataChanged(index(first, 0), index(shown, columnCount() - 1));
    forgetFarChunks();
    emit progressed();
}

void RowModel::resize(std::int64_t total)
{
    const int rows = int(std::min<std::int64_t>(total, std::numeric_limits<int>::max()));
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void RowModel::forgetFarChunks()
{
    const int middle = (m_wantedFirst + m_wantedLast) / 2;
    while (int(m_chunks.size()) > chunksKept) {
        const auto lowest = m_chunks.begin();
        const auto highest = std::prev(m_chunks.end());
        m_chunks.erase(middle - lowest->first > highest->first - middle ? lowest : highest);
    }
}

} // namespace tenantry::ui
