// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/oidc/idtoken.h"
#include "core/identity/oidc/providerdirectory.h"
#include "core/secrets/sealedbox.h"

namespace tenantry {
struct Config;
}

namespace tenantry::identity {

/// A sign-in at a provider that is under way. The browser keeps it, sealed: nothing is kept of who never comes back.
struct SignInAttempt
{
    QString provider; ///< Provider::id
    QString state;
    QString nonce;
    QString verifier;           ///< of PKCE (RFC 7636)
    QString redirectUri;        ///< where the provider sends the browser back to
    QString target;             ///< where it goes on to then; may be empty
    QString linkTo;             ///< id of the user who links their account there; empty: somebody signs in
    std::int64_t expiresAt = 0; ///< seconds

    /// A new one, good for ten minutes.
    static SignInAttempt make(const Clock &clock);
};

/// Who the site is at a provider.
struct ProviderClient
{
    QString site; ///< its UUID
    QString id;
    QByteArray secret; ///< empty: none
    OauthSettings settings;
};

/// The authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636), with a provider of OpenID Connect (Core
/// section 3.1), whose ID token says who has come, or with GitHub, whose API does. Thread-safe.
class AuthorizationCodeFlow
{
public:
    AuthorizationCodeFlow(const Config &config, const Clock &clock, PlainLoopback loopback);

    /// For the browser's cookie; `realm`: of the site, in which alone it can be opened.
    QByteArray sealed(const SignInAttempt &attempt, const QString &realm) const;
    /// Nothing when it was made elsewhere, or too long ago.
    std::optional<SignInAttempt> opened(const QByteArray &text, const QString &realm) const;

    /// Where the browser is sent to.
    Later<QString> authorizationUrl(const ProviderClient &client, const SignInAttempt &attempt);
    /// Who has come back with this code. Unauthorized when the provider does not take it, or says what does not hold;
    /// Unavailable when it cannot be asked.
    Later<ExternalIdentity> identify(const ProviderClient &client, const SignInAttempt &attempt, const QString &code);

private:
    Later<ProviderMetadata> metadataOf(const ProviderClient &client);
    Later<fetch::Answer> answered(const ProviderMetadata &provider, const fetch::Request &request);
    Later<ExternalIdentity> identifyByIdToken(const ProviderClient &client, const SignInAttempt &attempt,
                                              const ProviderMetadata &provider, const json::Value &given);
    Later<ExternalIdentity> identifyAtGitHub(const ProviderClient &client, const ProviderMetadata &provider,
                                             const json::Value &given);

    const Clock &m_clock;
    const secrets::Key m_key;
    ProviderDirectory m_directory;
    fetch::Fetcher m_fetcher; ///< last: its threads end before what their answers use
};

} // namespace tenantry::identity
