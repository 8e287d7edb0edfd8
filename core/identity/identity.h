// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"
#include "core/identity/attributes/attributeschemas.h"
#include "core/identity/authenticator.h"
#include "core/identity/oidc/socialsignin.h"
#include "core/identity/preferences/userpreferences.h"
#include "core/identity/providers/signinsettingsservice.h"
#include "core/identity/signin.h"
#include "core/identity/siteuserservice.h"

namespace tenantry::identity {

/// The services of this room, built together. Outlives every request; the platform database and the vault outlive it.
/// Thread-safe.
class Identity
{
public:
    /// All outlive the services. `locks` hold up guessing.
    Identity(const Config &config, const Clock &clock, sql::Database &platform, const secrets::Vault &vault,
             cache::FailureLocks &locks);
    Identity(const Config &config, const Clock &clock, sql::Database &platform, const secrets::Vault &vault,
             cache::FailureLocks &locks, SitePermissionSource permissions);

    const Accounts &accounts() const { return m_accounts; }
    const SiteUserService &siteUsers() const { return m_siteUsers; }
    const AttributeSchemas &attributes() const { return m_attributes; }
    const UserPreferences &preferences() const { return m_preferences; }
    const SignInSettingsService &signInSettings() const { return m_signInSettings; }
    const Subjects &subjects() const { return m_subjects; }
    const Tokens &tokens() const { return m_tokens; }
    const Sessions &sessions() const { return m_sessions; }
    const ApiKeys &apiKeys() const { return m_apiKeys; }
    const Authenticator &authenticator() const { return m_authenticator; }
    const SecondFactors &secondFactors() const { return m_secondFactors; }
    const SocialSignIn &socialSignIn() const { return m_socialSignIn; }
    SignIn &signIn() { return m_signIn; }
    PasswordHasher &hasher() { return m_hasher; }

private:
    Tokens m_tokens;
    Sessions m_sessions;
    ApiKeys m_apiKeys;
    Subjects m_subjects;
    Accounts m_accounts;
    SiteUserService m_siteUsers;
    AttributeSchemas m_attributes;
    UserPreferences m_preferences;
    SignInSettingsService m_signInSettings;
    Authenticator m_authenticator;
    SecondFactors m_secondFactors;
    SignIn m_signIn;
    SocialSignIn m_socialSignIn;
    AuthorizationCodeFlow m_codeFlow; ///< with threads, too
    PasswordHasher m_hasher;          ///< last, so that its threads end before what their answers use
};

} // namespace tenantry::identity
