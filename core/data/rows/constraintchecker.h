// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/sql/value.h"

#include <memory>

namespace re2 {
class RE2;
}

namespace tenantry::data {

/// The constraints of a table's columns, ready to be checked against values before the database sees them, so that
/// every offending field is named at once and in words. The database checks them again.
class ConstraintChecker
{
public:
    explicit ConstraintChecker(const Table &table);
    ~ConstraintChecker();

    /// What is wrong with a neutral value (valuecodec.h) for a column, or nothing. Null is not looked at.
    std::optional<QString> problem(std::size_t column, const sql::Value &value) const;

private:
    struct Rule;

    std::vector<Rule> m_rules; ///< one per column
};

} // namespace tenantry::data
