// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowdrafts.h"

#include "core/base/append.h"
#include "core/data/values/decimal.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// A value to look for. PostgreSQL reads back what it has written, whatever the type.
sql::Value keyValue(const sql::Cursor &row, int column, ColumnType type, sql::Dialect dialect)
{
    if (dialect == sql::Dialect::Postgres)
        return row.text(column);
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Year:
    case ColumnType::DateTime:
    case ColumnType::Time:
        return row.integer(column);
    case ColumnType::Boolean:
        return row.boolean(column);
    case ColumnType::Binary:
        return sql::Blob{row.blob(column)};
    default:
        return row.text(column);
    }
}

/// PostgreSQL keeps the zeros of equal numbers.
std::string comparableText(const sql::Cursor &row, int column, ColumnType type)
{
    if (type == ColumnType::Binary)
        return row.blob(column).toStdString();
    return std::string(type == ColumnType::Number ? trimmedDecimal(row.text(column)) : row.text(column));
}

} // namespace

std::string keyText(const sql::Cursor &row, std::span<const int> columns, std::span<const ColumnType> types)
{
    std::string key;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (row.isNull(columns[i]))
            return {};
        const std::string text = comparableText(row, columns[i], types[i]);
        key += std::to_string(text.size()) + ":" + text;
    }
    return key;
}

RowDrafts::RowDrafts(const Table &table, const Projection &projection, const RowRenderer &renderer,
                     sql::Dialect dialect, std::span<RowMembers *const> others)
    : m_renderer(renderer)
    , m_dialect(dialect)
    , m_members(others.begin(), others.end())
{
    m_members.push_back(this);
    std::vector<std::size_t> read = projection.columns;
    read.insert(read.end(), projection.hidden.begin(), projection.hidden.end());
    const auto placeOf = [&](std::size_t column) {
        return int(std::find(read.begin(), read.end(), column) - read.begin());
    };
    for (const Populated &populated : projection.populated) {
        Place place;
        place.member = json::quoted(populated.name).toStdString() + ":";
        place.none = populated.relation->kind == RelationKind::ManyToOne ? "null" : "[]";
        const auto &answered = projection.columns;
        if (populated.replaces && std::find(answered.begin(), answered.end(), *populated.replaces) != answered.end())
            place.instead = std::size_t(placeOf(*populated.replaces));
        for (const ColumnPair &pair : populated.relation->hops.front().columns) {
            place.columns.push_back(placeOf(pair.from));
            place.types.push_back(table.columns[pair.from].type);
        }
        place.keys.resize(place.columns.size());
        m_places.push_back(std::move(place));
    }
}

void RowDrafts::add(const sql::Cursor &row)
{
    const qsizetype usual = m_rows.empty() ? 0 : m_rows.back().text.size() + 16;
    Draft &draft = m_rows.emplace_back();
    draft.text.reserve(usual);
    json::Writer writer(draft.text);
    m_renderer.render(row, writer, m_members);
}

QByteArray RowDrafts::filled(std::size_t row, const std::vector<Found> &found) const
{
    const Draft &draft = m_rows[row];
    if (draft.gaps.empty())
        return draft.text;
    QByteArray text;
    qsizetype from = 0;
    for (const Gap &gap : draft.gaps) {
        text.append(draft.text.constData() + from, gap.at - from);
        from = gap.at;
        const auto rows = found[gap.populated].find(gap.key);
        if (rows == found[gap.populated].end())
            append(text, m_places[gap.populated].none);
        else
            text.append(rows->second);
    }
    text.append(draft.text.constData() + from, draft.text.size() - from);
    return text;
}

bool RowDrafts::replace(std::size_t i, const sql::Cursor &row, json::Writer &writer)
{
    const auto place =
        std::find_if(m_places.begin(), m_places.end(), [i](const Place &item) { return item.instead == i; });
    if (place == m_places.end())
        return false;
    addGap(std::size_t(place - m_places.begin()), row, writer);
    return true;
}

void RowDrafts::add(const sql::Cursor &row, json::Writer &writer)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].instead)
            continue;
        writer.rawKey(m_places[i].member);
        addGap(i, row, writer);
    }
}

void RowDrafts::addGap(std::size_t populated, const sql::Cursor &row, json::Writer &writer)
{
    Place &place = m_places[populated];
    std::string key = keyText(row, place.columns, place.types);
    if (!key.empty() && place.known.insert(key).second) {
        for (std::size_t i = 0; i < place.columns.size(); ++i)
            place.keys[i].push_back(keyValue(row, place.columns[i], place.types[i], m_dialect));
    }
    writer.raw("");
    m_rows.back().gaps.push_back({m_rows.back().text.size(), populated, std::move(key)});
}

} // namespace tenantry::data
