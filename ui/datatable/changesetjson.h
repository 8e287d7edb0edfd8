// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datatable/changeset.h"

/// Pending changes as JSON, to be kept over a restart. Columns stand by name, so that a table that has other columns by
/// then takes what it still can.
namespace tenantry::ui {

json::Value toJson(const ChangeSet::Changes &changes, const std::vector<client::Column> &columns);

/// Leaves out what does not fit: unknown columns, and stored rows without their whole primary key.
ChangeSet::Changes changesFromJson(const json::Value &kept, const std::vector<client::Column> &columns);

} // namespace tenantry::ui
