// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/rowrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

QString keyText(const json::Value &value)
{
    if (value.isNumber())
        return QString::fromStdString(std::string(value.numberText()));
    if (value.isBool())
        return value.boolean() ? u"true"_s : u"false"_s;
    return value.text();
}

/// Parts of a composite key are encoded on their own, so that their commas are none between parts.
QString keyText(const KeyValues &key)
{
    if (key.size() == 1)
        return keyText(key.front());
    QStringList parts;
    for (const json::Value &value : key)
        parts << encoded(keyText(value));
    return parts.join(u',');
}

json::Object withKey(const std::vector<Column> &columns, RowUpdate row)
{
    json::Object item;
    auto value = row.key.begin();
    for (const Column &column : columns) {
        if (column.primaryKey)
            item.set(column.name.toStdString(), std::move(*value++));
    }
    for (auto &[name, field] : row.fields)
        item.set(name, std::move(field));
    return item;
}

} // namespace

QString rowsPath(const TableAddress &table)
{
    return u"/sites/%1/api/apps/%2/datatables/%3/data/"_s.arg(encoded(table.site), encoded(table.app),
                                                              encoded(table.table));
}

QString rowPath(const TableAddress &table, const KeyValues &key)
{
    return rowsPath(table) + encoded(keyText(key)) + u'/';
}

Request createRows(const TableAddress &table, std::vector<json::Object> rows)
{
    if (rows.size() == 1)
        return Request::post(rowsPath(table), std::move(rows.front()));
    return Request::post(rowsPath(table), json::Array(rows.begin(), rows.end()));
}

Request updateRows(const TableAddress &table, const std::vector<Column> &columns, std::vector<RowUpdate> rows)
{
    if (rows.size() == 1)
        return {Method::Patch, rowPath(table, rows.front().key), {}, std::move(rows.front().fields)};
    json::Array items;
    for (RowUpdate &row : rows)
        items.push_back(withKey(columns, std::move(row)));
    return {Method::Patch, rowsPath(table), {}, std::move(items)};
}

bool canDeleteTogether(const std::vector<KeyValues> &keys)
{
    return std::ranges::all_of(keys, [](const KeyValues &key) {
        const QString text = keyText(key);
        return key.size() > 1 || !(text.isEmpty() || text.contains(u','));
    });
}

Request deleteRows(const TableAddress &table, const std::vector<KeyValues> &keys)
{
    if (keys.size() == 1)
        return {Method::Delete, rowPath(table, keys.front()), {}, std::nullopt};
    QStringList ids;
    for (const KeyValues &key : keys)
        ids << keyText(key);
    QUrlQuery query;
    query.addQueryItem(u"ids"_s, encoded(ids.join(u',')));
    return {Method::Delete, rowsPath(table), query, std::nullopt};
}

} // namespace tenantry::client
