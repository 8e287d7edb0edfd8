// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/secrets/caller.h"
#include "core/secrets/secretcache.h"
#include "core/secrets/secrethistory.h"
#include "core/secrets/secretstore.h"
#include "core/secrets/vault.h"
#include "core/tenancy/site.h"

namespace tenantry {
class Log;
}

namespace tenantry::access {
class PolicyChecks;
}

namespace tenantry::secrets {

/// Reading the secrets of a site. Public ones are for everybody; the others for who manages the site; those of an app
/// also for whom its policies let `read` the kind `secret:{key}`, and the private among them, where no policy speaks of
/// the key, for who holds a role in the app. What somebody may not read is not there for them. `app` is a slug, empty
/// for the site; an unknown one is NotFound. Thread-safe.
class SecretReads
{
public:
    /// All outlive it.
    SecretReads(const Vault &vault, const access::PolicyChecks &policies, const Clock &clock, const Log &log)
        : m_vault(vault)
        , m_policies(policies)
        , m_clock(clock)
        , m_log(log)
    {
    }

    /// Those of one level, without inheritance; only public ones with their values.
    Result<Page<Secret>> list(const Site &site, const Caller &caller, const QString &app, SecretQuery query) const;

    /// With its value: the app's, else the site's. NotFound also when it lacks one of the tags; Unauthorized for all
    /// but public ones when nobody is signed in. The reading of a sensitive one is written down before it is answered.
    Later<Secret> find(const Site &site, const Caller &caller, const QString &app, const QString &key,
                       const QStringList &tags) const;

    /// The same of several keys, in their order; what is not there is left out.
    Later<std::vector<Secret>> batch(const Site &site, const Caller &caller, const QString &app,
                                     const QStringList &keys) const;

    /// For who manages the site, of one level; NotFound when there never was such a secret.
    Result<Page<SecretHistoryEntry>> history(const Site &site, const Caller &caller, const QString &app,
                                             const QString &key, const SecretHistoryQuery &query) const;

    /// How many an app has of its own.
    Result<std::int64_t> count(const Site &site, std::int64_t appId) const;

private:
    using Entries = std::vector<SecretCache::Entry>;

    Result<Entries> resolve(const Site &site, const Caller &caller, const QString &app, const QStringList &keys) const;
    Result<Entries> load(const Site &site, const Caller &caller, const QString &app, const QStringList &keys) const;
    Result<std::vector<Secret>> readable(const Site &site, const Caller &caller, const QString &app,
                                         const Entries &entries) const;
    Result<bool> holdsRole(const Site &site, const Caller &caller, const QString &app) const;
    Result<bool> mayRead(const Site &site, const Caller &caller, const QString &app, const Secret &secret,
                         std::optional<bool> &member) const;
    Result<void> narrow(const Site &site, const Caller &caller, const QString &app, SecretQuery &query) const;
    Later<std::vector<Secret>> delivered(const Site &site, const Caller &caller, std::vector<Secret> secrets) const;

    const Vault &m_vault;
    const access::PolicyChecks &m_policies;
    const Clock &m_clock;
    const Log &m_log;
    mutable SecretCache m_cache;
};

} // namespace tenantry::secrets
