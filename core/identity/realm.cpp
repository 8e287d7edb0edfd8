// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/realm.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

Realm::Realm(sql::Database &platform, std::shared_ptr<const sql::Origin> origin)
    : m_place(&platform)
    , m_origin(std::move(origin))
    , m_name(u"public"_s)
{
}

Realm::Realm(Site site)
    : m_place(std::move(site))
    , m_name(std::get<Site>(m_place).uuid())
{
}

} // namespace tenantry::identity
