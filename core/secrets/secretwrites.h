// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/secrets/caller.h"
#include "core/secrets/secret.h"
#include "core/secrets/vault.h"
#include "core/tenancy/site.h"

namespace tenantry::secrets {

/// Making, changing and deleting secrets, for who manages the site. `app` is a slug, empty for the site; there is no
/// inheritance. Validation errors name the fields of the API. What is answered has its value where that is public. Each
/// change is in the history of its key. Thread-safe.
class SecretWrites
{
public:
    SecretWrites(const Vault &vault, const Clock &clock)
        : m_vault(vault)
        , m_clock(clock)
    {
    }

    /// Needs a value and a type. Conflict when the key exists at that level.
    Later<Secret> create(const Site &site, const Caller &caller, const QString &app, const QString &key,
                         const SecretChange &secret) const;
    Later<Secret> update(const Site &site, const Caller &caller, const QString &app, const QString &key,
                         const SecretChange &change) const;
    Later<void> remove(const Site &site, const Caller &caller, const QString &app, const QString &key) const;

private:
    const Vault &m_vault;
    const Clock &m_clock;
};

} // namespace tenantry::secrets
