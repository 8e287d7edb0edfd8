// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/values/valuecodec.h"

namespace tenantry::data {

/// Many values of one column as a single parameter, so that the statement's text does not depend on their number: the
/// text of an array on PostgreSQL, of a JSON array (for json_each) on SQLite, where blobs are what hex() makes of them.
/// Neutral values, nulls included.
sql::Value listParameter(const DataType &type, const sql::Values &values, sql::Dialect dialect);

} // namespace tenantry::data
