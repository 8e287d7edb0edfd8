// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/schemarevision.h"
#include "core/sql/session.h"

#include <vector>

namespace tenantry::data {

/// Records of changes of datatables in a site's database. No rule of the domain is enforced here.
namespace revisionstore {

struct Page
{
    std::vector<SchemaRevision> revisions;
    std::int64_t total = 0;
};

/// Of the tables that ever had this name, the newest first.
Result<Page> ofTable(sql::Session &session, std::int64_t appId, std::string_view table, std::int64_t offset,
                     std::int64_t limit);
Result<std::optional<SchemaRevision>> find(sql::Session &session, std::int64_t appId, std::string_view table,
                                           const QString &revisionId);

Result<void> insert(sql::Transaction &transaction, const SchemaRevision &revision);
Result<void> setStatus(sql::Transaction &transaction, std::int64_t id, RevisionStatus status);

} // namespace revisionstore

} // namespace tenantry::data
