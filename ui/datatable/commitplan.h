// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/rowrequests.h"
#include "ui/datatable/changeset.h"

namespace tenantry::ui {

/// One request of a commit and the rows it is about.
struct CommitStep
{
    RowChange::Kind kind = RowChange::Kind::Changed;
    std::vector<RowKey> rows;
    client::Request request;
};

/// What a commit sends, in this order: deletions, which make room for values that must be unique, then changes, then
/// new rows. As few requests as the server allows. Rows with cells that are no values are left out.
std::vector<CommitStep> planCommit(const ChangeSet &changes, const client::TableAddress &table);

/// One step for these rows, which all have changes of this kind.
CommitStep commitStep(const ChangeSet &changes, const client::TableAddress &table, RowChange::Kind kind,
                      std::vector<RowKey> rows);

} // namespace tenantry::ui
