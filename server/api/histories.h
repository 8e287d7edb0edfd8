// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "server/api/api.h"
#include "server/routing/answers.h"

#include <functional>

namespace tenantry::server {

/// `{detail}history/` of every record that has a history. One more is one line here.
void addHistoryEndpoints(Api &api);

/// What every list of a history can be narrowed by, `more` before it.
std::vector<Field> historyParameters(std::vector<Field> more = {});
/// What was asked for with them.
Result<audit::history::Query> historyQuery(const Query &query, const PageRequest &page);
/// What every row of a history begins with; `reason` and `correlationId` may be absent.
json::Object historyHead(const audit::history::Entry &entry);

/// A point in time of a query: Validation names the parameter.
Result<std::optional<Micros>> timeParameter(const Query &query, const QString &name);

} // namespace tenantry::server
