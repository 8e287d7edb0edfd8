// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/relations/cascades.h"
#include "core/data/relations/relations.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tenantry::data {

/// Everything a site has defined, at one moment: an immutable snapshot, shared by all requests until a change puts
/// another in its place. `version` rises with every change of a definition. Apps that are deleted are not in it.
class Catalogue
{
public:
    struct App
    {
        std::int64_t id = 0;
        QString slug;
        bool active = true;
        std::map<std::string, std::shared_ptr<const Table>, std::less<>> tables;
        /// Tables of other apps that it shows to be read, by the names of these mirrors (mirrors.h).
        std::map<std::string, std::shared_ptr<const Table>, std::less<>> mirrors = {};
    };

    Catalogue(std::int64_t version, std::map<QString, App> apps);

    std::int64_t version() const { return m_version; }
    const App *app(const QString &slug) const;
    /// The app's own, or the source of its mirror of that name. Null when there is no such app or table.
    std::shared_ptr<const Table> table(const QString &appSlug, std::string_view name) const;
    /// The same of mirrors only.
    std::shared_ptr<const Table> mirrored(const QString &appSlug, std::string_view name) const;
    const std::map<QString, App> &apps() const { return m_apps; }
    /// Among the tables whose rows can be asked for: those of active apps that are materialised.
    const Relations &relations() const { return m_relations; }

    /// Among all tables that are materialised.
    const std::shared_ptr<const Cascades> &cascades() const { return m_cascades; }

    using Time = std::chrono::steady_clock::time_point;
    /// When it was last known to be the current one; other servers may have changed definitions since.
    Time confirmedAt() const { return m_confirmedAt.load(std::memory_order_relaxed); }
    void confirm(Time now) const { m_confirmedAt.store(now, std::memory_order_relaxed); }

private:
    std::int64_t m_version;
    std::map<QString, App> m_apps;
    Relations m_relations;
    std::shared_ptr<const Cascades> m_cascades;
    mutable std::atomic<Time> m_confirmedAt{std::chrono::steady_clock::now()};
};

} // namespace tenantry::data
