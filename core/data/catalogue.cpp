// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalogue.h"

namespace tenantry::data {

const Catalogue::App *Catalogue::app(const QString &slug) const
{
    const auto found = m_apps.find(slug);
    return found == m_apps.end() ? nullptr : &found->second;
}

std::shared_ptr<const Table> Catalogue::table(const QString &appSlug, std::string_view name) const
{
    const App *owner = app(appSlug);
    if (!owner)
        return nullptr;
    const auto found = owner->tables.find(name);
    return found == owner->tables.end() ? nullptr : found->second;
}

} // namespace tenantry::data
