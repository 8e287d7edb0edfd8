// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/later.h"
#include "core/secrets/secrettypestore.h"
#include "core/tenancy/site.h"

namespace tenantry::secrets {

/// The types of a site's secrets: everybody who is signed in sees them, who manages the site makes, changes and deletes
/// those of its own. Thread-safe.
class SecretTypeService
{
public:
    explicit SecretTypeService(const Clock &clock)
        : m_clock(clock)
    {
    }

    Result<Page<SecretType>> list(const Site &site, const SecretTypeQuery &query) const;
    Result<SecretType> find(const Site &site, const QString &slug) const;

    /// Validation errors name the fields of the API; a name that is taken is one too.
    Later<SecretType> create(const Site &site, const SitePrincipal &who, const SecretTypeChange &type) const;
    /// Secrets that are there stay as they are, whether or not they fit the new schema.
    Later<SecretType> update(const Site &site, const SitePrincipal &who, const QString &slug,
                             const SecretTypeChange &change) const;
    /// BadRequest while secrets are of this type.
    Later<void> remove(const Site &site, const SitePrincipal &who, const QString &slug) const;

private:
    const Clock &m_clock;
};

} // namespace tenantry::secrets
