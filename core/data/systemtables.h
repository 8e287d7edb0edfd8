// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// Tables of the platform that foreign keys of datatables may refer to. What rows show of one is a view; what keeps a
/// foreign key is the table behind it.
namespace systemtables {

/// `auth_user`: the users of the site. Null for any other name.
const Table *find(std::string_view name);

/// All of them, by name.
const std::vector<const Table *> &all();

/// Where a foreign key to a view points to in the database.
struct KeyPlace
{
    std::string table; ///< as it is called there
    std::vector<std::string> columns;
};

/// Of a key that refers to one of them; otherwise the key's own target.
KeyPlace keyPlace(const ForeignKey &key, sql::Dialect dialect);

} // namespace systemtables

} // namespace tenantry::data
