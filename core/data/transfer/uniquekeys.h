// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

namespace tenantry::data {

/// The columns of each key that no two rows of a table may share, the primary key first.
std::vector<std::vector<std::size_t>> uniqueKeys(const Table &table);

} // namespace tenantry::data
