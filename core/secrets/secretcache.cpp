// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretcache.h"

namespace tenantry::secrets {

namespace {

QString nameOfSlot(const QString &site, const QString &app, const QString &key)
{
    return site + u'/' + app + u'/' + key;
}

/// About what an entry takes; the stored text is as long as the value.
qsizetype weightOf(const QString &name, const SecretCache::Entry &entry)
{
    return 512 + 2 * name.size() + (entry ? 4 * entry->stored.size() : 0);
}

} // namespace

std::optional<SecretCache::Entry> SecretCache::find(const QString &site, const QString &app, const QString &key,
                                                    std::uint64_t version)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_slots.find(nameOfSlot(site, app, key));
    const Time now = std::chrono::steady_clock::now();
    if (found == m_slots.end() || found->second.version != version || now - found->second.readAt >= maxAge)
        return std::nullopt;
    return found->second.entry;
}

void SecretCache::put(const QString &site, const QString &app, const QString &key, std::uint64_t version, Entry entry)
{
    const QString name = nameOfSlot(site, app, key);
    const qsizetype weight = weightOf(name, entry);
    const std::lock_guard lock(m_mutex);
    if (m_bytes + weight > maxBytes) {
        m_slots.clear();
        m_bytes = 0;
    }
    if (const auto former = m_slots.find(name); former != m_slots.end())
        m_bytes -= weightOf(name, former->second.entry);
    m_slots[name] = {std::move(entry), version, std::chrono::steady_clock::now()};
    m_bytes += weight;
}

} // namespace tenantry::secrets
