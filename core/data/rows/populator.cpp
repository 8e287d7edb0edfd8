// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/populator.h"

#include "core/base/append.h"
#include "core/data/query/populatewriter.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// The columns behind a related row's own (populatewriter.h).
struct KeyColumns
{
    std::vector<int> key;
    std::vector<ColumnType> types;
    int count = 0; ///< of all rows with that key

    explicit KeyColumns(const Populated &populated)
    {
        const Hop &hop = populated.relation->hops.front();
        const Projection &projection = populated.projection;
        key.resize(hop.columns.size());
        std::iota(key.begin(), key.end(), int(projection.columns.size() + projection.hidden.size()));
        for (const ColumnPair &pair : hop.columns)
            types.push_back(hop.table->columns[pair.to].type);
        count = key.back() + 2;
    }
};

/// The rows of one key as they go into a gap: an object, or an array with its total behind it where it was cut.
class Filling
{
public:
    Filling(const Populated &populated)
        : m_many(populated.relation->kind != RelationKind::ManyToOne)
        , m_total("," + json::quoted(populated.name + "_total").toStdString() + ":")
    {
    }

    void add(QByteArray &into, const QByteArray &row) const
    {
        if (m_many)
            append(into, into.isEmpty() ? "[" : ",");
        into.append(row);
    }

    void end(QByteArray &text, std::int64_t total) const
    {
        if (!m_many)
            return;
        append(text, "]");
        if (total > mostChildren)
            append(text, m_total + std::to_string(total));
    }

private:
    bool m_many;
    std::string m_total;
};

} // namespace

Result<std::vector<RowDrafts::Found>> Populator::find(const RowDrafts &drafts, const std::vector<Populated> &populated)
{
    std::vector<RowDrafts::Found> found;
    for (std::size_t i = 0; i < populated.size(); ++i) {
        auto rows = TRY(findOne(populated[i], drafts.keys(i)));
        found.push_back(std::move(rows));
    }
    return found;
}

Result<RowDrafts::Found> Populator::findOne(const Populated &populated, const std::vector<sql::Values> &keys)
{
    if (keys.front().empty())
        return RowDrafts::Found();
    const Table &table = *populated.relation->target();
    const Projection &projection = populated.projection;
    const RowRenderer renderer(table, projection.columns, m_session.dialect());
    RowDrafts drafts(table, projection, renderer, m_session.dialect());
    const KeyColumns columns(populated);
    const bool many = populated.relation->kind != RelationKind::ManyToOne;
    std::vector<std::string> keyOfRow;
    std::unordered_map<std::string, std::int64_t> totals;
    {
        const sql::CursorPtr cursor = TRY(relatedRows(m_session.space(), populated, keys).run(m_session));
        while (TRY(cursor->next())) {
            TRY(countRow());
            drafts.add(*cursor);
            keyOfRow.push_back(keyText(*cursor, columns.key, columns.types));
            totals[keyOfRow.back()] = many ? cursor->integer(columns.count) : 1;
        }
    }
    const std::vector<RowDrafts::Found> inner = TRY(find(drafts, projection.populated));

    RowDrafts::Found found;
    const Filling filling(populated);
    for (std::size_t i = 0; i < drafts.size(); ++i)
        filling.add(found[keyOfRow[i]], drafts.filled(i, inner));
    for (auto &[key, text] : found)
        filling.end(text, totals[key]);
    return found;
}

Result<void> Populator::countRow()
{
    if (++m_rows <= mostRows)
        return {};
    return failure(Error::field(
        u"populate"_s,
        u"That is more than %1 related rows. Ask for fewer rows at once, or populate less."_s.arg(mostRows)));
}

} // namespace tenantry::data
