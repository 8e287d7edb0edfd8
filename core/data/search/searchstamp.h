// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/database.h"

namespace tenantry::data {

// What a site's indexes over texts were made with, kept in the site. On SQLite they hold what this program and its
// libraries make of texts, so that the indexes are made anew when that changes; on PostgreSQL what the server makes of
// them, by an expression of ours, so that they are made anew when a newer program has another expression.

/// Whether the indexes of the site are of another make.
Result<bool> areSearchIndexesOld(sql::Session &session);

/// Makes all of them anew, of all tables.
Result<void> renewSearchIndexes(sql::Transaction &transaction);

/// Both, for a site that is opened: renews what is old before anybody works with it.
Result<void> keepSearchIndexes(sql::Database &site);

} // namespace tenantry::data
