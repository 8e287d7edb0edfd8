// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/identity/preferences/preferences.h"
#include "core/tenancy/site.h"

namespace tenantry::identity {

/// Everybody's own preferences on a site. Thread-safe.
class UserPreferences
{
public:
    explicit UserPreferences(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// The defaults for who has never changed them.
    Result<Preferences> find(const Site &site, const SitePrincipal &who) const;
    Later<Preferences> update(const Site &site, const SitePrincipal &who, const PreferencesChange &change) const;

private:
    const Clock &m_clock;
};

} // namespace tenantry::identity
