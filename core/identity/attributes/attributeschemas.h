// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/identity/attributes/attributeschema.h"
#include "core/tenancy/site.h"

namespace tenantry::identity {

/// The schema of a site, and since when.
struct SiteAttributeSchema
{
    AttributeSchema schema;
    bool exists = false;
    bool created = false; ///< by the write that answers this
    Micros createdAt = 0;
    Micros updatedAt = 0;
};

/// The one schema that a site has for the attributes of its users. Everybody signed in may look at it; who holds
/// `manage_site` writes it. Thread-safe.
class AttributeSchemas
{
public:
    explicit AttributeSchemas(const Clock &clock)
        : m_clock(clock)
    {
    }

    Result<SiteAttributeSchema> find(const Site &site) const;
    /// Instead of the one that was there. Users stay as they are, also where their attributes fit no more.
    Later<SiteAttributeSchema> replace(const Site &site, const SitePrincipal &who, const json::Value &definition) const;

    /// Inside a closure given to the site's read or write.
    static Result<SiteAttributeSchema> load(sql::Session &session);

private:
    const Clock &m_clock;
};

} // namespace tenantry::identity
