// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/database.h"

#include <map>
#include <memory>

namespace tenantry::test {

/// Datatables of the app "shop", defined as a client would and, where a test wants it, made in a database. Definitions
/// may refer to those added before.
class TestTables
{
public:
    /// `definition` is JSON.
    std::shared_ptr<const data::Table> add(const char *name, const char *definition);
    /// Makes all of them.
    void create(sql::Database &database) const;

private:
    std::map<std::string, std::shared_ptr<const data::Table>, std::less<>> m_tables;
    std::vector<std::shared_ptr<const data::Table>> m_order;
};

} // namespace tenantry::test
