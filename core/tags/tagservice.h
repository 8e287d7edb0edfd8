// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/tags/tag.h"
#include "core/tenancy/listing.h"
#include "core/tenancy/site.h"

namespace tenantry::tags {

/// The tags of a site: everybody who is signed in sees them, who manages the site changes them. Thread-safe.
class TagService
{
public:
    explicit TagService(const Clock &clock)
        : m_clock(clock)
    {
    }

    Result<Page<Tag>> list(const Site &site, const QString &search, const Window &window) const;
    Result<Tag> find(const Site &site, const QString &slug) const;

    /// Validation errors name the fields of the API; a name that is taken is ErrorCode::Conflict.
    Later<Tag> create(const Site &site, const SitePrincipal &who, const TagChange &tag) const;
    Later<Tag> update(const Site &site, const SitePrincipal &who, const QString &slug, const TagChange &change) const;
    /// What was marked with it is not any more.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &slug) const;

private:
    const Clock &m_clock;
};

} // namespace tenantry::tags
