// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/resources.h"
#include "core/client/transport.h"

/// The requests that change rows, as values, so that they can be shown before they are sent. One row goes to its own
/// path, several to the collection's, where it is all or nothing.
namespace tenantry::client {

/// The most rows one of these may carry.
constexpr int mostRowsOfRequest = 1000;

/// Values of the primary key's columns, in the table's order.
using KeyValues = std::vector<json::Value>;

Request createRows(const TableAddress &table, std::vector<json::Object> rows);

/// What a row is to have from now on; `fields` without the key.
struct RowUpdate
{
    KeyValues key;
    json::Object fields;
};
/// `columns` name the key.
Request updateRows(const TableAddress &table, const std::vector<Column> &columns, std::vector<RowUpdate> rows);

/// Whether these rows can be deleted with one request: a text with a comma cannot stand in its list.
bool canDeleteTogether(const std::vector<KeyValues> &keys);
Request deleteRows(const TableAddress &table, const std::vector<KeyValues> &keys);

/// Below the server's base URL: "/sites/shop/api/apps/store/datatables/orders/data/".
QString rowsPath(const TableAddress &table);
/// The same of one row.
QString rowPath(const TableAddress &table, const KeyValues &key);

} // namespace tenantry::client
