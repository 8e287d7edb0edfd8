// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/spool.h"
#include "core/data/transfer/importreport.h"
#include "core/data/transfer/keydigest.h"

#include <functional>

namespace tenantry::data {

/// Finds the rows of a file that have a key which a row before them has too. Keeps the digests of all keys in a spool
/// and looks at a part of them at a time, so that it needs the same memory for any number of rows.
class DuplicateFinder
{
public:
    explicit DuplicateFinder(std::shared_ptr<SpoolRoom> room, std::size_t atOnce = 500'000)
        : m_spool(std::move(room))
        , m_atOnce(atOnce)
    {
    }

    Result<void> add(const KeyDigest &digest, const FilePlace &place);

    /// Calls `found` for each row whose key stood in the file before, in no particular order, with the place of the
    /// first row that has it.
    Result<void> find(const std::function<void(const FilePlace &duplicate, const FilePlace &first)> &found);

private:
    struct Entry
    {
        KeyDigest digest;
        FilePlace place;
    };

    Result<std::vector<Entry>> part(std::uint64_t which, std::uint64_t parts) const;

    Spool m_spool;
    const std::size_t m_atOnce; ///< entries in memory, about
    std::size_t m_count = 0;
};

} // namespace tenantry::data
