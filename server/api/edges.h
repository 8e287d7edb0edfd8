// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/api.h"

namespace tenantry::server {

/// /api/apps/{app}/datatables/{table}/edges/: the edges of a table under the address and with the names that older
/// clients know. The same rows as those of the companion table.
void addEdgeEndpoints(Api &api);

/// Whether the table in the path is one that the server made for the edges of another.
Result<bool> holdsEdges(const Services &services, const Call &call);

/// What to delete, as `ids=a,b` or in the body as {"edge_ids": [...]}: ids separated by commas, without those that no
/// edge can have. One of the two, else a bad request.
Result<QString> edgeIds(const std::optional<QString> &ids, const json::Value &body);

} // namespace tenantry::server
