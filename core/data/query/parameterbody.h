// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/query/rowquery.h"
#include "core/json/value.h"

namespace tenantry::data {

/// The parameters of a list as they are sent in a body, for what is too long for a URL: an object whose members are
/// named like the parameters. Texts, numbers and booleans mean what they mean in a URL. An array is a list (of names,
/// of values to be in ...), whose items may hold commas; arrays and objects of a column are read like those of a filter
/// tree. Null means that a parameter is not given; for a column it is refused, since it might be meant as a value.
///
/// Published clients send `aggregate`, `group_by` and `having` without their underscores, `vector` as {field, value,
/// topk, threshold, ef_search, metric} and `hybrid` as {strategy, alpha}.
Result<Parameters> readParameters(const json::Value &body);

} // namespace tenantry::data
