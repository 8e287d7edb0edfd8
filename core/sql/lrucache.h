// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tenantry::sql {

/// A bounded map from statement text to a prepared statement that forgets the one not used for longest.
template<class T>
class LruCache
{
public:
    explicit LruCache(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    std::size_t size() const { return m_entries.size(); }

    /// Null when absent; the entry becomes the most recently used one. Valid until the next change of the cache.
    T *find(std::string_view key)
    {
        const auto found = m_index.find(key);
        if (found == m_index.end())
            return nullptr;
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        return &found->second->second;
    }

    /// Moves the entry out.
    std::optional<T> take(std::string_view key)
    {
        const auto found = m_index.find(key);
        if (found == m_index.end())
            return std::nullopt;
        std::optional<T> value(std::move(found->second->second));
        const auto entry = found->second;
        m_index.erase(found);
        m_entries.erase(entry);
        return value;
    }

    /// Adds an entry; answers what has to go, which is `value` itself where the key is present already.
    std::optional<T> insert(std::string_view key, T value)
    {
        if (m_index.contains(key))
            return value;
        m_entries.emplace_front(std::string(key), std::move(value));
        m_index.emplace(m_entries.front().first, m_entries.begin());
        if (m_entries.size() <= m_capacity)
            return std::nullopt;
        return take(std::string(m_entries.back().first));
    }

    void clear()
    {
        m_index.clear();
        m_entries.clear();
    }

private:
    using Entries = std::list<std::pair<std::string, T>>;

    std::size_t m_capacity;
    Entries m_entries;                                                        ///< most recently used first
    std::unordered_map<std::string_view, typename Entries::iterator> m_index; ///< keys are views into m_entries
};

} // namespace tenantry::sql
