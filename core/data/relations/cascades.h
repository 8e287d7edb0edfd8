// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/relations/relation.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tenantry::data {

/// A foreign key by which the database deletes or changes rows when a row they refer to is deleted.
struct Cascade
{
    Hop hop; ///< from the row that is referred to, to those that refer to it
    OnDelete action = OnDelete::Cascade;
};

/// What deleting a row does to rows of audited tables, itself or by way of other rows that go with it, among all tables
/// of a site at one moment. Immutable.
class Cascades
{
public:
    Cascades() = default;
    explicit Cascades(const std::vector<std::shared_ptr<const Table>> &tables);

    /// Those that touch an audited table or lead on to one; none for most tables, and for all where none is audited.
    const std::vector<Cascade> &of(const Table &table) const;

private:
    std::map<std::string, std::vector<Cascade>, std::less<>> m_byPhysicalName; ///< of the table that is referred to
};

} // namespace tenantry::data
