// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// What the statement that made a table of SQLite says and no pragma does.
struct CreateStatement
{
    struct Column
    {
        std::string name;
        std::string collation; ///< empty: none is named
    };
    struct Check
    {
        std::string name; ///< empty: it has none
        std::string condition;
    };

    std::vector<Column> columns;
    std::vector<Check> checks;
};

/// `sql` as sqlite_master keeps it. Pure.
CreateStatement readCreateStatement(std::string_view sql);

} // namespace tenantry::data
