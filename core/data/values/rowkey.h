// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/table.h"
#include "core/data/values/rowvalues.h"

namespace tenantry::data {

/// The primary key of one row: neutral values (valuecodec.h) in the order the key is declared.
struct RowKey
{
    sql::Values values;
};

/// The key in a path, decoded once: the value, or for composite keys the values joined by ',', each percent-encoded.
/// Nothing when it cannot be the key of any row of the table.
std::optional<RowKey> parseRowKey(const Table &table, const QString &id);

/// Keys separated by ','; for composite keys the values follow each other.
Result<std::vector<RowKey>> parseRowKeys(const Table &table, const QString &ids);

/// The key among the values of a row; nothing when a part is missing or null.
std::optional<RowKey> rowKeyOf(const Table &table, const RowValues &values);

/// The key in a row as it is answered.
std::optional<RowKey> rowKeyFromJson(const Table &table, const json::Value &row);

/// The one text of a key that parseRowKey() reads: what the audit log knows a record by.
QString recordId(const Table &table, const RowKey &key);

/// As a client would write it.
QString rowKeyText(const Table &table, const RowKey &key);

bool operator==(const RowKey &left, const RowKey &right);

} // namespace tenantry::data
