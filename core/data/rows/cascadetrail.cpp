// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/cascadetrail.h"

#include "core/data/rows/rowselection.h"
#include "core/data/values/valuecodec.h"
#include "core/json/reader.h"

#include <span>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Rows whose referrers one statement looks for.
constexpr std::size_t rowsAtOnce = 500;

Result<json::Value> parsed(const QByteArray &row)
{
    return json::read({row.constData(), std::size_t(row.size())});
}

sql::Value valueIn(const Table &table, std::size_t column, const json::Value &row)
{
    return valueFromJson(table.columns[column], row[table.columns[column].name]).value_or(sql::Value());
}

/// That a row refers to one of `rows`; a part without any condition when nothing can.
Condition refersTo(const Table &table, std::span<const json::Value> rows, const Hop &hop)
{
    if (hop.columns.size() == 1) {
        Condition among{.column = hop.columns.front().to, .op = Operator::In};
        for (const json::Value &row : rows) {
            if (sql::Value value = valueIn(table, hop.columns.front().from, row); !value.isNull())
                among.operands.push_back(std::move(value));
        }
        return among;
    }
    Condition any{.op = Operator::Or};
    for (const json::Value &row : rows) {
        Condition all{.op = Operator::And};
        for (const ColumnPair &pair : hop.columns)
            all.parts.push_back(
                {.column = pair.to, .op = Operator::Equal, .operands = {valueIn(table, pair.from, row)}});
        any.parts.push_back(std::move(all));
    }
    return any;
}

} // namespace

Result<void> CascadeTrail::lookAhead(const TablePtr &table, const RowTexts &rows)
{
    Wave first{table, {}};
    for (const QByteArray &text : rows) {
        json::Value row = TRY(parsed(text));
        TRY(note(table, row, text, Fate::Given));
        first.rows.push_back(std::move(row));
    }
    m_waves.push_back(std::move(first));
    while (!m_waves.empty()) {
        const Wave wave = std::move(m_waves.back());
        m_waves.pop_back();
        for (const Cascade &cascade : m_cascades.of(*wave.table))
            TRY(follow(wave, cascade));
    }
    return {};
}

Result<void> CascadeTrail::follow(const Wave &wave, const Cascade &cascade)
{
    const TablePtr &table = cascade.hop.table;
    const Fate fate = cascade.action == OnDelete::Cascade ? Fate::Goes : Fate::Changes;
    const std::size_t step = cascade.hop.columns.size() == 1 ? rowsAtOnce : rowsAtOnce / 10;
    Wave next{table, {}};
    for (std::span<const json::Value> rest(wave.rows); !rest.empty();) {
        const auto some = rest.first(std::min(step, rest.size()));
        rest = rest.subspan(some.size());
        const Selection referrers{table, {}, {refersTo(*wave.table, some, cascade.hop)}, {}};
        for (const QByteArray &text : TRY(lockedRows(m_transaction, referrers))) {
            json::Value row = TRY(parsed(text));
            if (TRY(note(table, row, text, fate)))
                next.rows.push_back(std::move(row));
        }
    }
    if (!next.rows.empty())
        m_waves.push_back(std::move(next));
    return {};
}

Result<bool> CascadeTrail::note(const TablePtr &table, const json::Value &row, const QByteArray &text, Fate fate)
{
    std::optional<RowKey> key = rowKeyFromJson(*table, row);
    if (!key)
        return failure(Error::internal(u"a row has no key"_s));
    const auto [place, isNew] =
        m_places.emplace(std::pair(table->physicalName, recordId(*table, *key)), m_found.size());
    if (isNew) {
        m_found.push_back({table, std::move(*key), text, fate});
        return fate == Fate::Goes;
    }
    Found &known = m_found[place->second];
    if (known.fate != Fate::Changes || fate != Fate::Goes)
        return false;
    known.fate = Fate::Goes;
    return true;
}

Result<void> CascadeTrail::append()
{
    for (const Found &row : m_found) {
        if (row.fate == Fate::Goes)
            TRY(AuditTrail(m_transaction, *row.table, m_context).deleted(row.before));
        else if (row.fate == Fate::Changes)
            TRY(appendChange(row));
    }
    return {};
}

Result<void> CascadeTrail::appendChange(const Found &row)
{
    const RowTexts after = TRY(lockedRows(m_transaction, {row.table, {row.key}, {}, {}}));
    if (after.empty() || after.front() == row.before)
        return {};
    return AuditTrail(m_transaction, *row.table, m_context).updated(row.before, after.front());
}

} // namespace tenantry::data
