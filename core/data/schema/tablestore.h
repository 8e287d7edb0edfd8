// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/schema/tablerecord.h"
#include "core/sql/session.h"

#include <vector>

namespace tenantry::data {

/// Records of datatables in a site's database. No rule of the domain is enforced here.
namespace tablestore {

/// Every table of every app that is not deleted, by app and name.
Result<std::vector<TableRecord>> all(sql::Session &session);
Result<std::vector<TableRecord>> ofApp(sql::Session &session, std::int64_t appId);
Result<std::optional<TableRecord>> find(sql::Session &session, std::int64_t appId, std::string_view name);
/// Deleted apps keep their tables, so they count.
Result<bool> isPhysicalNameTaken(sql::Session &session, std::string_view physicalName);

/// Answers the new id.
Result<std::int64_t> insert(sql::Transaction &transaction, std::int64_t appId, const TableRecord &record);
Result<void> update(sql::Transaction &transaction, const TableRecord &record);
Result<void> remove(sql::Transaction &transaction, std::int64_t id);

} // namespace tablestore

} // namespace tenantry::data
