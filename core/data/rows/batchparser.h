// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <QString>

#include <optional>
#include <vector>

namespace tenantry::data {

enum class BatchVerb { Create, Update, Upsert, Delete };

QString nameOf(BatchVerb verb); ///< "create"

/// One write of a batch as it was sent: its shape is right, its rows are not looked at.
struct BatchOperation
{
    BatchVerb verb = BatchVerb::Create;
    QString table;
    json::Value operands; ///< the object with `data`, `id`, ...
    bool refers = false;  ///< holds references to answers of earlier operations
    std::size_t rows = 0; ///< it brings or names
};

inline constexpr std::size_t maxBatchOperations = 100;

/// Reads `{"operations": [{"op": "create", "table": "orders", "data": {...}}, ...]}`:
///
/// | op     | operands beside `op` and `table`                                     |
/// | create | data: a row or several                                               |
/// | update | id, data: fields; or data: several rows with their keys. if_match    |
/// | upsert | data: a row or several. unique_fields, partial                       |
/// | delete | id, if_match; or ids: several; or filter                             |
///
/// Everything that is wrong is answered at once, under "operations.2.table".
Result<std::vector<BatchOperation>> parseBatch(const json::Value &body);

/// The operation with the values that its references stand for; `answers` are those of the operations before it.
Result<json::Value> resolved(const BatchOperation &operation, const QString &path,
                             const std::vector<json::Value> &answers);

} // namespace tenantry::data
