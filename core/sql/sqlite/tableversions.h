// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace tenantry::sql {

/// Names of tables, as SQLite's authorizer tells them.
using TableNames = std::set<std::string, std::less<>>;

/// When each table of a SQLite database was last changed, as its only writer tells it: commits have numbers.
/// Thread-safe.
class TableVersions
{
public:
    /// Among the names of tables: definitions, which no answer is independent of.
    static constexpr const char *definitions = "";

    /// The last commit that is over.
    std::uint64_t last() const;

    /// Whether one of the tables was changed by a commit later than `commit`, or by one that is under way. Where not,
    /// every snapshot taken between that commit and this question shows the tables with the same rows.
    bool changedSince(std::uint64_t commit, const TableNames &tables) const;

    /// A commit that changes some tables, for as long as it lives: made before the COMMIT, gone after it and before
    /// anyone is told. One at a time.
    class Commit
    {
    public:
        Commit(TableVersions &versions, TableNames tables);
        ~Commit();
        Commit(const Commit &) = delete;
        Commit &operator=(const Commit &) = delete;

    private:
        TableVersions &m_versions;
    };

private:
    mutable std::mutex m_mutex; ///< guards what follows
    std::uint64_t m_last = 0;
    std::map<std::string, std::uint64_t, std::less<>> m_changed; ///< table -> the last commit that changed it
    TableNames m_underWay;
};

} // namespace tenantry::sql
