// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/lrucache.h"
#include "core/sql/value.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace tenantry::sql {

/// How many rows a statement has counted.
struct KnownCount
{
    std::int64_t rows = 0;
    /// PostgreSQL: the snapshot that was counted in, as pg_current_snapshot() writes it. Two statements whose snapshots
    /// are equal see the same rows, since every transaction that changes any has a number and so moves the snapshot.
    /// Empty on SQLite.
    std::string snapshot;
};

/// What one read may know of counts that were made before. Never tells what is out of date: on SQLite what it tells is
/// right in this read's snapshot; on PostgreSQL it is right where the snapshot is the one in KnownCount, which the
/// statement itself has to ask. Used by the closure of that read alone.
class KnownCounts
{
public:
    virtual ~KnownCounts() = default;

    /// What the counting statement answered before. On SQLite it is right now; in a read that has run a statement
    /// already and so has its snapshot, also in that.
    virtual std::optional<KnownCount> find(std::string_view sql, const Values &values) = 0;
    /// Remembers what the counting statement, which has just run in this read, has answered.
    virtual void keep(std::string_view sql, const Values &values, KnownCount count) = 0;
};

/// A statement and its values as one text, equal for equal ones; nothing where that is too long to be remembered.
std::optional<std::string> countKey(std::string_view sql, const Values &values);

/// The counts of one database, with what an engine has to know to tell whether they are still right. Bounded: the
/// least recently used go. Thread-safe.
template<class Entry>
class CountMemory
{
public:
    std::optional<Entry> find(std::string_view sql, const Values &values)
    {
        const std::optional<std::string> key = countKey(sql, values);
        if (!key)
            return std::nullopt;
        const std::lock_guard lock(m_mutex);
        const Entry *entry = m_entries.find(*key);
        return entry ? std::optional(*entry) : std::nullopt;
    }

    void keep(std::string_view sql, const Values &values, Entry entry)
    {
        const std::optional<std::string> key = countKey(sql, values);
        if (!key)
            return;
        const std::lock_guard lock(m_mutex);
        m_entries.take(*key);
        m_entries.insert(*key, std::move(entry));
    }

private:
    std::mutex m_mutex; ///< guards what follows
    LruCache<Entry> m_entries{128};
};

} // namespace tenantry::sql
