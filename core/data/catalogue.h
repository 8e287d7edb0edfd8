// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tenantry::data {

/// Everything a site has defined, at one moment: an immutable snapshot, shared by all requests until a change puts
/// another in its place. `version` rises with every change of a definition.
class Catalogue
{
public:
    struct App
    {
        std::int64_t id = 0;
        QString slug;
        bool active = true;
        std::map<std::string, std::shared_ptr<const Table>, std::less<>> tables;
    };

    Catalogue(std::int64_t version, std::map<QString, App> apps)
        : m_version(version)
        , m_apps(std::move(apps))
    {
    }

    std::int64_t version() const { return m_version; }
    const App *app(const QString &slug) const;
    /// Null when there is no such app or table.
    std::shared_ptr<const Table> table(const QString &appSlug, std::string_view name) const;
    const std::map<QString, App> &apps() const { return m_apps; }

private:
    std::int64_t m_version;
    std::map<QString, App> m_apps;
};

} // namespace tenantry::data
