// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace tenantry::secrets {

/// Opened secrets that were read lately. What this server changes in the site is known at once, what another changes
/// within a second: an entry is good for that long, and only while nobody here has written to the site's own tables.
/// Bounded in memory. Thread-safe.
class SecretCache
{
public:
    /// Null: there is no such secret.
    using Entry = std::shared_ptr<const Secret>;

    /// What is known of the key in the app (slug; empty: of the site); nothing when it has to be looked up. `version`
    /// is the site's ownWrites(), asked before the lookup.
    std::optional<Entry> find(const QString &site, const QString &app, const QString &key, std::uint64_t version);
    void put(const QString &site, const QString &app, const QString &key, std::uint64_t version, Entry entry);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Slot
    {
        Entry entry;
        std::uint64_t version = 0;
        Time readAt;
    };

    static constexpr std::chrono::milliseconds maxAge{900};
    static constexpr qsizetype maxBytes = 16 * 1024 * 1024;

    std::mutex m_mutex;
    std::unordered_map<QString, Slot> m_slots;
    qsizetype m_bytes = 0;
};

} // namespace tenantry::secrets
