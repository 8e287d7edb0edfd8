// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/query/rowquery.h"

namespace tenantry::data {

struct Table;

/// The window that a query's paging parameters mean: page and page_size, or _start and _end, or limit and offset
/// (unless the table has columns of these names); the first complete style wins. Sizes are cut to maxRows. What is
/// wrong is added to `problems` under the parameter's name; the window means nothing then.
Window parseWindow(const Table &table, const Parameters &parameters, std::vector<FieldError> &problems);

} // namespace tenantry::data
