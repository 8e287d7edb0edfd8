// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/graph/graph.h"

namespace tenantry::data {

/// What is wrong with the metadata of an edge of this type: keys that are declared have their types and constraints.
/// `path` stands before the field names ("0." in bulk).
std::vector<FieldError> metadataProblems(const EdgeType &type, const json::Value &metadata, const QString &path);

} // namespace tenantry::data
