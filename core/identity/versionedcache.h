// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace tenantry::identity {

/// What requests ask for again and again, read from a database at most once a second, and anew after every change of
/// the platform's own tables this server makes there: what one request changed holds for the next one. Changes of other
/// servers are seen within the second. Bounded. Thread-safe.
template<class T>
class VersionedCache
{
public:
    using Found = Result<std::shared_ptr<const T>>;

    /// What `load(): Found` answered lately for `key`, or answers now. `version` is the database's ownWrites(), asked
    /// before: what is committed while the load runs makes its answer stale at once.
    template<class Load>
    Found find(const QString &key, std::uint64_t version, Load load)
    {
        const Time now = std::chrono::steady_clock::now();
        if (const auto known = lookUp(key, version, now))
            return *known;
        auto value = TRY(load());
        const std::lock_guard lock(m_mutex);
        if (m_entries.size() >= maxEntries)
            m_entries.clear();
        m_entries[key] = {value, version, now};
        return value;
    }

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Entry
    {
        std::shared_ptr<const T> value;
        std::uint64_t version = 0;
        Time readAt;
    };

    static constexpr std::chrono::milliseconds maxAge{900}; // a second, less what it takes to read and answer
    static constexpr std::size_t maxEntries = 10'000;

    std::optional<std::shared_ptr<const T>> lookUp(const QString &key, std::uint64_t version, Time now)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(key);
        if (found == m_entries.end() || found->second.version != version || now - found->second.readAt >= maxAge)
            return {};
        return found->second.value;
    }

    std::mutex m_mutex;
    std::unordered_map<QString, Entry> m_entries;
};

} // namespace tenantry::identity
