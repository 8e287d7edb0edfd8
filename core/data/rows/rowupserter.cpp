// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowupserter.h"

#include "core/data/query/nearestname.h"
#include "core/json/reader.h"

#include <set>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Comparisons that one statement joins; far below where SQLite refuses to nest.
constexpr std::size_t lookupsAtOnce = 100;

/// How often rows may turn up in between before it is called a conflict.
constexpr int maxAttempts = 3;

/// Equal for equal values and different for others.
void appendTo(std::string &identity, const sql::Value &value)
{
    std::string text;
    if (const auto *string = std::get_if<std::string>(&value.data()))
        text = *string;
    else if (const auto *number = std::get_if<std::int64_t>(&value.data()))
        text = std::to_string(*number);
    else if (const auto *flag = std::get_if<bool>(&value.data()))
        text = *flag ? "t" : "f";
    else if (const auto *blob = std::get_if<sql::Blob>(&value.data()))
        text = blob->bytes.toHex().toStdString();
    identity += std::to_string(text.size()) + ":" + text;
}

/// Nothing when a part is null or not there: such a row is always a new one.
std::optional<std::string> identityOf(const RowValues &row, const std::vector<std::size_t> &columns)
{
    std::string identity;
    for (const std::size_t column : columns) {
        if (!row[column] || row[column]->isNull())
            return std::nullopt;
        appendTo(identity, *row[column]);
    }
    return identity;
}

/// Of a row as it is answered.
std::string identityOf(const Table &table, const json::Value &row, const std::vector<std::size_t> &columns)
{
    std::string identity;
    for (const std::size_t column : columns)
        appendTo(identity,
                 valueFromJson(table.columns[column], row[table.columns[column].name]).value_or(sql::Value()));
    return identity;
}

bool identifies(const Table &table, const std::vector<std::size_t> &columns)
{
    const auto has = [&](std::size_t column) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    };
    if (std::all_of(table.primaryKey.begin(), table.primaryKey.end(), has))
        return true;
    if (std::any_of(columns.begin(), columns.end(),
                    [&](std::size_t column) { return table.columns[column].constraints.unique; }))
        return true;
    return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const Index &index) {
        const bool isPlain = index.unique && index.where.empty() && index.expression.empty();
        return isPlain && std::all_of(index.columns.begin(), index.columns.end(), [&](const std::string &name) {
                   const std::optional<std::size_t> column = table.columnIndex(name);
                   return column && has(*column);
               });
    });
}

/// Every field but those that tell how the row came to be.
RowValues replacement(const Table &table, const UpsertItem &item)
{
    RowValues values = item.complete;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Automatic automatic = table.columns[i].automatic;
        if (automatic == Automatic::CreatedAt || automatic == Automatic::CreatedBy)
            values[i].reset();
    }
    return values;
}

Condition equals(std::size_t column, const sql::Value &value)
{
    return {.column = column, .op = Operator::Equal, .operands = {value}};
}

} // namespace

Result<std::vector<std::size_t>> identifyingColumns(const Table &table, const QStringList &names)
{
    const QString parameter = u"unique_fields"_s;
    std::vector<std::size_t> columns;
    for (const QString &name : names) {
        const std::optional<std::size_t> column = table.columnIndex(name.toStdString());
        if (!column)
            return failure(Error::field(parameter, unknownColumn(table, name)));
        if (std::find(columns.begin(), columns.end(), *column) == columns.end())
            columns.push_back(*column);
    }
    if (columns.empty())
        return table.primaryKey;
    if (!identifies(table, columns)) {
        return failure(Error::field(parameter, u"Several rows may have the same %1. Name the primary key, a unique "
                                               "field or the fields of a unique index."_s.arg(names.join(u", "_s))));
    }
    return columns;
}

Result<void> requireDistinct(const Table &table, const UpsertPlan &plan)
{
    std::vector<FieldError> problems;
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
        const UpsertItem &item = plan.items[i];
        for (const std::size_t column : plan.identity) {
            if (!item.given[column] && !table.columns[column].generated &&
                (!item.complete[column] || item.complete[column]->isNull()))
                problems.push_back({item.path + QString::fromStdString(table.columns[column].name),
                                    u"This field is needed to tell which row is meant."_s});
        }
        const std::optional<std::string> identity = identityOf(item.complete, plan.identity);
        if (!identity)
            continue;
        const auto [earlier, isNew] = seen.emplace(*identity, i);
        if (!isNew)
            problems.push_back({item.path + QString::fromStdString(table.columns[plan.identity.front()].name),
                                u"Item %1 means the same row."_s.arg(earlier->second)});
    }
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<RowTexts> RowUpserter::run()
{
    for (int attempt = 1;; ++attempt) {
        const Matches matches = TRY(find());
        RowTexts out(m_plan.items.size());
        const auto step = [&] { return write(matches, out); };
        const bool postgres = m_transaction.dialect() == sql::Dialect::Postgres;
        Result<void> done = postgres ? m_transaction.nested(step) : step();
        if (done)
            return out;
        if (!postgres || done.error().code != ErrorCode::Conflict || attempt == maxAttempts ||
            TRY(find()).size() == matches.size())
            return failure(std::move(done).error());
    }
}

Result<RowUpserter::Matches> RowUpserter::find()
{
    Matches matches;
    RowWriter reader(m_transaction, m_plan.find, m_context);
    for (const Condition &lookup : lookups()) {
        for (const QByteArray &text : TRY(reader.lock(lookup))) {
            const json::Value row = TRY(json::read({text.constData(), std::size_t(text.size())}));
            if (std::optional<RowKey> key = rowKeyFromJson(m_table, row))
                matches.emplace(identityOf(m_table, row, m_plan.identity), std::move(*key));
        }
    }
    return matches;
}

/// One list where a single column identifies, else "a and b" or "a and b" ...
std::vector<Condition> RowUpserter::lookups() const
{
    std::vector<Condition> lookups;
    const bool single = m_plan.identity.size() == 1;
    std::size_t room = 0;
    for (const UpsertItem &item : m_plan.items) {
        if (!identityOf(item.complete, m_plan.identity))
            continue;
        if (room == 0) {
            room = single ? m_plan.items.size() : lookupsAtOnce;
            lookups.push_back(single ? Condition{.column = m_plan.identity.front(), .op = Operator::In}
                                     : Condition{.op = Operator::Or});
        }
        --room;
        if (single) {
            lookups.back().operands.push_back(*item.complete[m_plan.identity.front()]);
            continue;
        }
        Condition row{.op = Operator::And};
        for (const std::size_t column : m_plan.identity)
            row.parts.push_back(equals(column, *item.complete[column]));
        lookups.back().parts.push_back(std::move(row));
    }
    return lookups;
}

Result<void> RowUpserter::write(const Matches &matches, RowTexts &out)
{
    std::vector<std::size_t> found;
    std::vector<std::size_t> added;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        const std::optional<std::string> identity = identityOf(m_plan.items[i].complete, m_plan.identity);
        (identity && matches.contains(*identity) ? found : added).push_back(i);
    }
    TRY(change(found, matches, out));
    return insert(added, out);
}

Result<void> RowUpserter::insert(const std::vector<std::size_t> &items, RowTexts &out)
{
    if (items.empty())
        return {};
    const WritePlan &plan = TRY(m_plan.create);
    std::vector<RowValues> rows;
    QStringList paths;
    std::vector<FieldError> missing;
    for (const std::size_t i : items) {
        const UpsertItem &item = m_plan.items[i];
        missing.insert(missing.end(), item.missing.begin(), item.missing.end());
        rows.push_back(item.complete);
        paths.append(item.path);
    }
    if (!missing.empty())
        return failure(Error::invalid(std::move(missing)));
    RowTexts written = TRY(RowWriter(m_transaction, plan, m_context).insert(rows, paths));
    for (std::size_t i = 0; i < items.size(); ++i)
        out[items[i]] = std::move(written[i]);
    return {};
}

Result<void> RowUpserter::change(const std::vector<std::size_t> &items, const Matches &matches, RowTexts &out)
{
    if (items.empty())
        return {};
    const WritePlan &plan = TRY(m_plan.change);
    const bool replace = m_plan.onMatch == OnMatch::Replace;
    std::vector<RowChange> changes;
    QStringList paths;
    std::vector<FieldError> missing;
    for (const std::size_t i : items) {
        const UpsertItem &item = m_plan.items[i];
        if (replace)
            missing.insert(missing.end(), item.missing.begin(), item.missing.end());
        const RowKey &key = matches.at(*identityOf(item.complete, m_plan.identity));
        changes.push_back({key, replace ? replacement(m_table, item) : item.given});
        paths.append(item.path);
    }
    if (!missing.empty())
        return failure(Error::invalid(std::move(missing)));
    RowTexts written = TRY(RowWriter(m_transaction, plan, m_context).update(changes, paths));
    for (std::size_t i = 0; i < items.size(); ++i)
        out[items[i]] = std::move(written[i]);
    return {};
}

} // namespace tenantry::data
