// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/commitplan.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

using Kind = RowChange::Kind;

/// Their keys stand in the address, which is shorter than a body may be.
constexpr size_t mostDeletions = 400;

client::KeyValues keyOf(const ChangeSet &changes, const RowChange &change)
{
    client::KeyValues key;
    for (size_t i = 0; i < changes.columns().size(); ++i) {
        if (changes.columns()[i].primaryKey)
            key.push_back(change.base[i]);
    }
    return key;
}

json::Object fieldsOf(const ChangeSet &changes, const RowChange &change)
{
    json::Object fields;
    for (const auto &[column, cell] : change.cells)
        fields.set(changes.columns()[size_t(column)].name.toStdString(), cell.value);
    return fields;
}

client::Request deletion(const ChangeSet &changes, const client::TableAddress &table, const std::vector<RowKey> &rows)
{
    std::vector<client::KeyValues> keys;
    for (const RowKey &row : rows)
        keys.push_back(keyOf(changes, *changes.find(row)));
    return client::deleteRows(table, keys);
}

client::Request update(const ChangeSet &changes, const client::TableAddress &table, const std::vector<RowKey> &rows)
{
    std::vector<client::RowUpdate> updates;
    for (const RowKey &row : rows) {
        const RowChange &change = *changes.find(row);
        updates.push_back({keyOf(changes, change), fieldsOf(changes, change)});
    }
    return client::updateRows(table, changes.columns(), std::move(updates));
}

client::Request creation(const ChangeSet &changes, const client::TableAddress &table, const std::vector<RowKey> &rows)
{
    std::vector<json::Object> created;
    for (const RowKey &row : rows)
        created.push_back(fieldsOf(changes, *changes.find(row)));
    return client::createRows(table, std::move(created));
}

bool isReadable(const RowChange &change)
{
    return std::ranges::all_of(change.cells, [](const auto &cell) { return cell.second.isValue(); });
}

std::vector<RowKey> rowsOf(const ChangeSet &changes, Kind kind)
{
    std::vector<RowKey> rows;
    for (const auto &[key, change] : changes.all()) {
        if (change.kind == kind && isReadable(change))
            rows.push_back(key);
    }
    return rows;
}

/// How many of these rows one request may be about, so that what is left can be planned in the same way.
size_t batchSize(const ChangeSet &changes, Kind kind, const std::vector<RowKey> &rows)
{
    if (kind != Kind::Removed)
        return client::mostRowsOfRequest;
    std::vector<client::KeyValues> keys;
    for (const RowKey &row : rows)
        keys.push_back(keyOf(changes, *changes.find(row)));
    return client::canDeleteTogether(keys) ? mostDeletions : 1;
}

} // namespace

CommitStep commitStep(const ChangeSet &changes, const client::TableAddress &table, Kind kind, std::vector<RowKey> rows)
{
    CommitStep step{kind, std::move(rows), {}};
    switch (kind) {
    case Kind::Removed:
        step.request = deletion(changes, table, step.rows);
        break;
    case Kind::Changed:
        step.request = update(changes, table, step.rows);
        break;
    case Kind::Added:
        step.request = creation(changes, table, step.rows);
        break;
    }
    return step;
}

std::vector<CommitStep> planCommit(const ChangeSet &changes, const client::TableAddress &table)
{
    std::vector<CommitStep> steps;
    for (const Kind kind : {Kind::Removed, Kind::Changed, Kind::Added}) {
        const std::vector<RowKey> rows = rowsOf(changes, kind);
        const size_t most = batchSize(changes, kind, rows);
        for (size_t first = 0; first < rows.size(); first += most) {
            const auto begin = rows.begin() + std::ptrdiff_t(first);
            const auto end = rows.begin() + std::ptrdiff_t(std::min(first + most, rows.size()));
            steps.push_back(commitStep(changes, table, kind, {begin, end}));
        }
    }
    return steps;
}

} // namespace tenantry::ui
