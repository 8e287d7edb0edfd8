// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/history.h"
#include "core/base/clock.h"
#include "core/base/later.h"
#include "core/identity/providers/provider.h"
#include "core/identity/signinsettings.h"
#include "core/secrets/caller.h"
#include "core/secrets/vault.h"
#include "core/tenancy/site.h"

namespace tenantry::identity {

/// A site's sign-in settings with its providers.
struct SignInConfiguration
{
    SignInSettings settings;
    std::vector<Provider> providers; ///< by id

    static Result<SignInConfiguration> load(sql::Session &session);
    json::Value customOauth() const;
    /// Those that people may sign in with now.
    std::vector<Provider> open() const;
};

/// What those who manage a site say about signing in to it. Thread-safe.
class SignInSettingsService
{
public:
    SignInSettingsService(const secrets::Vault &vault, const Clock &clock, PlainLoopback loopback);

    /// Forbidden for who does not manage the site.
    Result<SignInConfiguration> find(const Site &site, const secrets::Caller &caller) const;
    /// What was done to them, without the providers' secrets. Forbidden for who does not manage the site.
    Result<Page<audit::history::Entry>> history(const Site &site, const secrets::Caller &caller,
                                                const audit::history::Query &query) const;
    /// `providers`, when given, stand in place of those that are there. Validation errors name the fields of the API;
    /// nothing is changed then. Every change is in the site's audit.
    Later<SignInConfiguration> update(const Site &site, const secrets::Caller &caller,
                                      const SignInSettingsChange &change,
                                      const std::optional<std::vector<ProviderWanted>> &providers) const;

private:
    Result<std::vector<Provider>> sealedProviders(sql::Transaction &transaction, const Site &site,
                                                  const std::vector<Provider> &former,
                                                  const std::vector<ProviderWanted> &wanted) const;

    const secrets::Vault &m_vault;
    const Clock &m_clock;
    const PlainLoopback m_loopback;
};

} // namespace tenantry::identity
