// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/history.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "core/sql/origin.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace tenantry::audit::history {

namespace {

constexpr std::size_t mostRows = 50; ///< of one statement

std::optional<QString> optionalText(const sql::Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.string(column));
}

Entry entryFrom(const sql::Cursor &row)
{
    Entry entry;
    entry.id = row.integer(0);
    entry.at = row.integer(1);
    entry.change = row.string(2);
    entry.username = optionalText(row, 3);
    entry.reason = optionalText(row, 4);
    entry.correlationId = optionalText(row, 5);
    entry.fields = json::read(row.text(6)).value_or(json::Object());
    return entry;
}

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

/// Rows of one moment share who, when and in which request: $1 to $3.
Result<void> insert(sql::Transaction &transaction, Micros now, std::span<const NewEntry> entries)
{
    const sql::Origin nobody;
    const sql::Origin &origin = transaction.origin() ? *transaction.origin() : nobody;
    sql::Values values{origin.username, unlessEmpty(origin.correlationId), now};
    std::string rows;
    for (const NewEntry &entry : entries) {
        rows.append(rows.empty() ? "($1, $2, $3" : ", ($1, $2, $3");
        for (sql::Value value :
             {sql::Value(entry.record.kind), sql::Value(entry.record.key), sql::Value(nameOf(entry.change)),
              sql::Value(json::write(entry.fields)), sql::Value(unlessEmpty(entry.reason))}) {
            values.push_back(std::move(value));
            rows.append(", $").append(std::to_string(values.size()));
        }
        rows.append(")");
    }
    TRY(transaction.execute("INSERT INTO {history} (username, correlation_id, at, kind, record, change, fields, "
                            "reason) VALUES " +
                                rows,
                            values));
    return {};
}

Conditions conditionsOf(const Record &record, const Query &query)
{
    Conditions conditions;
    conditions.add("kind = " + conditions.bind(record.kind));
    conditions.add("record = " + conditions.bind(record.key));
    if (!query.change.isEmpty())
        conditions.add("change = " + conditions.bind(query.change));
    if (!query.username.isEmpty())
        conditions.add("username = " + conditions.bind(query.username));
    if (query.from)
        conditions.add("at >= " + conditions.bind(*query.from));
    if (query.until)
        conditions.add("at <= " + conditions.bind(*query.until));
    return conditions;
}

} // namespace

QString nameOf(Change change)
{
    switch (change) {
    case Change::Created:
        return u"+"_s;
    case Change::Changed:
        return u"~"_s;
    case Change::Deleted:
        return u"-"_s;
    }
    Q_UNREACHABLE();
}

Result<void> add(sql::Transaction &transaction, const NewEntry &entry)
{
    return insert(transaction, Clock().now(), {&entry, 1});
}

Result<void> add(sql::Transaction &transaction, const std::vector<NewEntry> &entries)
{
    const Micros now = Clock().now();
    const std::span<const NewEntry> all(entries);
    for (std::size_t done = 0; done < all.size(); done += mostRows)
        TRY(insert(transaction, now, all.subspan(done, std::min(mostRows, all.size() - done))));
    return {};
}

Result<Page<Entry>> list(sql::Session &session, const Record &record, const Query &query)
{
    Conditions conditions = conditionsOf(record, query);
    Page<Entry> page;
    const auto total = TRY(session.first("SELECT count(*) FROM {history}" + conditions.where(), conditions.values(),
                                         [](const sql::Cursor &row) { return row.integer(0); }));
    page.total = total.value_or(0);
    std::string text = "SELECT id, at, change, username, reason, correlation_id, fields FROM {history}" +
                       conditions.where() + " ORDER BY id DESC";
    text += " LIMIT " + conditions.bind(query.window.limit);
    text += " OFFSET " + conditions.bind(query.window.offset);
    page.items = TRY(session.all(text, conditions.values(), entryFrom));
    return page;
}

Result<bool> isKnown(sql::Session &session, const Record &record)
{
    const auto found =
        TRY(session.first("SELECT id FROM {history} WHERE kind = $1 AND record = $2 LIMIT 1", {record.kind, record.key},
                          [](const sql::Cursor &row) { return row.integer(0); }));
    return found.has_value();
}

} // namespace tenantry::audit::history
