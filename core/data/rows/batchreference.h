// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/value.h"

#include <functional>
#include <vector>

namespace tenantry::data {

// References of batches: `{"$ref": "#0.id"}` stands for the value of field `id` in the answer of operation 0. Behind
// the number come names of members and positions in arrays, separated by dots: "#2.0.title".

/// What a reference is replaced by; `path` says where it stands.
using Replace = std::function<Result<json::Value>(const json::Value &reference, const QString &path)>;

/// A row or several with their references replaced: those that are the value of a field. Within a document that a field
/// holds, such an object is the document's own.
Result<json::Value> replaceInRows(const json::Value &rows, const QString &path, const Replace &replace);
/// The same with all references, however deep.
Result<json::Value> replaceAnywhere(const json::Value &value, const QString &path, const Replace &replace);

/// Validation naming `path` when `reference` is malformed or names no operation before number `operation`.
Result<void> checkReference(const json::Value &reference, const QString &path, std::size_t operation);
/// The value it stands for. Validation naming `path` when there is none.
Result<json::Value> lookUp(const json::Value &reference, const QString &path, const std::vector<json::Value> &answers);

} // namespace tenantry::data
