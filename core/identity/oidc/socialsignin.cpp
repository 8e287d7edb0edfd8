// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/socialsignin.h"

#include "core/identity/blacklist.h"
#include "core/identity/oidc/socialsignup.h"
#include "core/identity/providers/signinsettingsservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

Error notOffered()
{
    return Error::make(ErrorCode::NotFound, u"This site does not offer to sign in there."_s);
}

/// Whom of the site somebody at a provider is linked to. An id of GitHub and a subject of OpenID Connect may read alike
/// where one server speaks both, and are not the same.
Result<std::optional<SocialAccount>> linkOf(sql::Session &session, const ExternalIdentity &who, const QString &provider)
{
    auto link = TRY(socialaccounts::find(session, who.issuer, who.subject));
    if (link && isGitHub(link->provider) != isGitHub(provider))
        return failure(ErrorCode::Conflict, u"Somebody is known here by this name of another provider."_s);
    return link;
}

/// The user who is meant by who comes from a provider, made where that is allowed.
Result<QString> userFor(sql::Transaction &transaction, const ExternalIdentity &who, const QString &provider, Micros now)
{
    if (const auto linked = TRY(linkOf(transaction, who, provider)))
        return linked->userId;
    const QString userId = TRY(signUp(transaction, who, now));
    TRY(socialaccounts::add(transaction, who, provider, userId, now));
    return userId;
}

Result<SocialAccount> linked(sql::Transaction &transaction, const ExternalIdentity &who, const SignInAttempt &attempt,
                             Micros now)
{
    const auto present = TRY(linkOf(transaction, who, attempt.provider));
    if (present && present->userId != attempt.linkTo)
        return failure(ErrorCode::Conflict, u"This account is linked to another user of the site."_s);
    if (!present)
        TRY(socialaccounts::add(transaction, who, attempt.provider, attempt.linkTo, now));
    return SocialAccount{who.issuer, who.subject, attempt.provider, attempt.linkTo, who.email};
}

} // namespace

SocialSignIn::SocialSignIn(const secrets::Vault &vault, const Clock &clock, AuthorizationCodeFlow &codeFlow,
                           SignIn &signIn)
    : m_vault(vault)
    , m_clock(clock)
    , m_codeFlow(codeFlow)
    , m_signIn(signIn)
{
}

Later<SocialSignIn::Started> SocialSignIn::start(const Site &site, SignInAttempt wanted) const
{
    const auto client = clientOf(site, wanted.provider);
    if (!client)
        return failure(client.error());
    SignInAttempt attempt = SignInAttempt::make(m_clock);
    attempt.provider = wanted.provider;
    attempt.redirectUri = wanted.redirectUri;
    attempt.target = wanted.target;
    attempt.linkTo = wanted.linkTo;
    const QByteArray kept = m_codeFlow.sealed(attempt, site.uuid());
    return m_codeFlow.authorizationUrl(*client, attempt).map([kept](Result<QString> url) -> Result<Started> {
        QString address = TRY(std::move(url));
        return Started{kept, std::move(address)};
    });
}

Later<SignInAttempt> SocialSignIn::spend(const Site &site, const QByteArray &kept, const QString &state) const
{
    const auto attempt = m_codeFlow.opened(kept, site.uuid());
    const auto begunElsewhere = [] {
        return failure(ErrorCode::Unauthorized, u"This sign-in was not begun here, or too long ago."_s);
    };
    if (!attempt || attempt->state != state)
        return begunElsewhere();
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<SignInAttempt> {
        if (!TRY(blacklist::add(transaction, u"sign-in "_s + attempt->state, attempt->expiresAt, now)))
            return begunElsewhere();
        return *attempt;
    });
}

Later<PasswordOutcome> SocialSignIn::signIn(const Site &site, const SignInAttempt &attempt, const QString &code) const
{
    const auto client = clientOf(site, attempt.provider);
    if (!client)
        return failure(client.error());
    return m_codeFlow.identify(*client, attempt, code)
        .andThen([=, this](const ExternalIdentity &who) {
            return site.write([=, now = m_clock.now()](sql::Transaction &transaction) {
                return userFor(transaction, who, attempt.provider, now);
            });
        })
        .andThen(
            [=, this](const QString &userId) { return m_signIn.withProvider(Realm(site), userId, attempt.provider); });
}

Later<SocialAccount> SocialSignIn::link(const Site &site, const SignInAttempt &attempt, const QString &code) const
{
    const auto client = clientOf(site, attempt.provider);
    if (!client)
        return failure(client.error());
    return m_codeFlow.identify(*client, attempt, code).andThen([=, this](const ExternalIdentity &who) {
        return site.write(
            [=, now = m_clock.now()](sql::Transaction &transaction) { return linked(transaction, who, attempt, now); });
    });
}

Result<ProviderClient> SocialSignIn::clientOf(const Site &site, const QString &providerId) const
{
    return site.read([&](sql::Session &session) -> Result<ProviderClient> {
        const SignInConfiguration configuration = TRY(SignInConfiguration::load(session));
        const std::vector<Provider> open = configuration.open();
        const auto found =
            std::find_if(open.begin(), open.end(), [&](const Provider &provider) { return provider.id == providerId; });
        if (found == open.end())
            return failure(notOffered());
        ProviderClient client{site.uuid(), found->clientId, {}, found->effective(configuration.customOauth())};
        if (!found->sealedSecret.isEmpty()) {
            const secrets::DataKey key = TRY(m_vault.dataKey(session, site.uuid()));
            client.secret = TRY(key.open(found->sealedSecret, placeOfSecret(found->id)));
        }
        return client;
    });
}

} // namespace tenantry::identity
