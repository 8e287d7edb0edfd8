// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/identity.h"

#include "core/access/effectivepermissions.h"
#include "core/config/config.h"

namespace tenantry::identity {

namespace {

PlainLoopback loopbackOf(const Config &config)
{
    return config.development || config.local ? PlainLoopback::Allowed : PlainLoopback::Refused;
}

constexpr Micros day = Micros{24 * 60 * 60} * 1'000'000;

} // namespace

Identity::Identity(const Config &config, const Clock &clock, sql::Database &platform, const secrets::Vault &vault,
                   cache::FailureLocks &locks)
    : Identity(config, clock, platform, vault, locks,
               [](sql::Session &session, const PlatformPrincipal &who, const QString &siteUuid) {
                   return access::EffectivePermissions().onSite(session, who, siteUuid);
               })
{
}

Identity::Identity(const Config &config, const Clock &clock, sql::Database &platform, const secrets::Vault &vault,
                   cache::FailureLocks &locks, SitePermissionSource permissions)
    : m_tokens(config, clock)
    , m_sessions(config.sessionDays * day, clock)
    , m_apiKeys(clock)
    , m_subjects(platform, std::move(permissions))
    , m_accounts(platform, m_hasher, clock)
    , m_siteUsers(m_hasher, clock)
    , m_attributes(clock)
    , m_preferences(clock)
    , m_signInSettings(vault, clock, loopbackOf(config))
    , m_authenticator(m_subjects, m_sessions, m_tokens, m_apiKeys)
    , m_secondFactors(vault, clock)
    , m_signIn(config, clock, platform, m_subjects, m_sessions, m_tokens, m_secondFactors, m_hasher, locks)
    , m_socialSignIn(vault, clock, m_codeFlow, m_signIn)
    , m_codeFlow(config, clock, loopbackOf(config))
{
}

} // namespace tenantry::identity
