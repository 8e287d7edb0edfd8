// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/graph/graphreads.h"
#include "core/data/rows/rowreader.h"
#include "server/http/response.h"

namespace tenantry::server {

/// The answer to a list of rows: data, total and pagination. `aggregates`: JSON text of an aggregated answer's only
/// row, shown beside `data` too.
http::Response pageAnswer(const data::RowPage &page, const QByteArray &aggregates = {});

/// The answer to a request for rows as a graph. Lists tell also where their start rows stand among all that match.
http::Response graphAnswer(const data::GraphAnswer &graph);

} // namespace tenantry::server
