// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/oidc/authorizationcodeflow.h"
#include "core/identity/oidc/socialaccounts.h"
#include "core/identity/providers/provider.h"
#include "core/identity/signin.h"
#include "core/secrets/vault.h"

namespace tenantry::identity {

/// Signing in to a site with one of its providers. Who comes from there is who they were linked to, by the provider's
/// name for them, and nobody for having the same e-mail address. Thread-safe.
class SocialSignIn
{
public:
    SocialSignIn(const secrets::Vault &vault, const Clock &clock, AuthorizationCodeFlow &codeFlow, SignIn &signIn);

    /// What the browser keeps, and where it goes.
    struct Started
    {
        QByteArray attempt;
        QString url;
    };

    /// NotFound when the site offers no such provider; Unavailable when it cannot be asked. The rest of `attempt` is
    /// made up here: its provider, redirectUri, target and linkTo count.
    Later<Started> start(const Site &site, SignInAttempt attempt) const;

    /// The attempt that the browser kept, spent by this: Unauthorized when it is none, when `state` is another's, or
    /// for the second time.
    Later<SignInAttempt> spend(const Site &site, const QByteArray &kept, const QString &state) const;

    /// Who has come back. Conflict for whose address is known here but who was not linked; Forbidden for a stranger
    /// where strangers may not sign up, or without a verified address; what AuthorizationCodeFlow::identify() says.
    Later<PasswordOutcome> signIn(const Site &site, const SignInAttempt &attempt, const QString &code) const;
    /// Links who has come back to the user who began. Conflict when they are linked to another.
    Later<SocialAccount> link(const Site &site, const SignInAttempt &attempt, const QString &code) const;

private:
    Result<ProviderClient> clientOf(const Site &site, const QString &providerId) const;

    const secrets::Vault &m_vault;
    const Clock &m_clock;
    AuthorizationCodeFlow &m_codeFlow;
    SignIn &m_signIn;
};

} // namespace tenantry::identity
