// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace tenantry::identity {

/// What addresses have answered lately, and which of them did not: a hundred at most, the latest. Not thread-safe.
template<class T>
class RecentAnswers
{
public:
    struct Answer
    {
        std::optional<T> value;
        Micros age = 0;         ///< of the value
        bool isFailing = false; ///< it was asked in the last half minute and did not answer well
    };

    /// What is older than `lifetime` is not known any more.
    explicit RecentAnswers(Micros lifetime)
        : m_lifetime(lifetime)
    {
    }

    Answer find(const QString &url, Micros now) const
    {
        const auto entry = m_entries.find(url);
        if (entry == m_entries.end())
            return {};
        const Entry &known = entry->second;
        Answer answer;
        answer.isFailing = known.failedAt && now - *known.failedAt < failureLasts;
        if (known.value && now - known.at < m_lifetime) {
            answer.value = known.value;
            answer.age = now - known.at;
        }
        return answer;
    }

    void keep(const QString &url, T value, Micros now)
    {
        makeRoom(url, now);
        m_entries[url] = {std::move(value), now, {}};
    }

    /// What it answered before that stays known.
    void noteFailure(const QString &url, Micros now)
    {
        makeRoom(url, now);
        m_entries[url].failedAt = now;
    }

private:
    static constexpr std::size_t most = 100;
    static constexpr Micros failureLasts = Micros{30} * 1'000'000;

    struct Entry
    {
        std::optional<T> value;
        Micros at = 0;
        std::optional<Micros> failedAt;

        Micros askedAt() const { return std::max(at, failedAt.value_or(0)); }
    };

    void makeRoom(const QString &url, Micros now)
    {
        std::erase_if(m_entries, [&](const auto &entry) { return now - entry.second.askedAt() >= m_lifetime; });
        if (m_entries.size() < most || m_entries.contains(url))
            return;
        m_entries.erase(std::min_element(m_entries.begin(), m_entries.end(), [](const auto &one, const auto &other) {
            return one.second.askedAt() < other.second.askedAt();
        }));
    }

    const Micros m_lifetime;
    std::unordered_map<QString, Entry> m_entries;
};

} // namespace tenantry::identity
