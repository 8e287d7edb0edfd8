// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/documents/storedtable.h"

#include "core/data/columntype.h"
#include "core/data/values/valuecodec.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <algorithm>

namespace tenantry::data {

namespace {

/// As answers show it: whoever looks into a document finds plain JSON.
json::Value shown(const DataType &type, const sql::Value &value)
{
    if (value.isNull() || isScalar(type))
        return jsonFromValue(type, value);
    return json::read(std::get<std::string>(value.data())).value_or(json::Value());
}

json::Object fieldsOf(const Table &table, const RowValues &row)
{
    json::Object fields;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] && isInDocument(table, i))
            fields.append(table.columns[i].name, shown(table.columns[i].type, *row[i]));
    }
    return fields;
}

RowValues keyOf(const Table &table, const RowValues &row)
{
    RowValues stored;
    for (const std::size_t column : table.primaryKey)
        stored.push_back(row[column]);
    return stored;
}

sql::Value documentOf(json::Object fields)
{
    return json::canonical(json::Value(std::move(fields)));
}

} // namespace

bool isInDocument(const Table &table, std::size_t column)
{
    return table.keepsDocuments() &&
           std::find(table.primaryKey.begin(), table.primaryKey.end(), column) == table.primaryKey.end();
}

Table storedTable(const Table &table)
{
    Table stored;
    stored.appSlug = table.appSlug;
    stored.name = table.name;
    stored.physicalName = table.physicalName;
    for (const std::size_t index : table.primaryKey) {
        stored.primaryKey.push_back(stored.columns.size());
        Column &key = stored.columns.emplace_back(table.columns[index]);
        key.constraints = {};
        key.fallback.reset();
    }
    Column document;
    document.name = documentColumn;
    document.type = ColumnType::Object;
    document.nullable = false;
    stored.columns.push_back(std::move(document));
    return stored;
}

RowValues storedRow(const Table &table, const RowValues &row)
{
    RowValues stored = keyOf(table, row);
    stored.emplace_back(documentOf(fieldsOf(table, row)));
    return stored;
}

RowValues storedChanges(const Table &table, const RowValues &changes)
{
    RowValues stored = keyOf(table, changes);
    json::Object fields = fieldsOf(table, changes);
    stored.emplace_back(fields.empty() ? std::nullopt : std::optional(documentOf(std::move(fields))));
    return stored;
}

} // namespace tenantry::data
