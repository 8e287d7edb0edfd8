// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/authorizationcodeflow.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/config/config.h"
#include "core/identity/oidc/github.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr std::int64_t lifetime = 10 * 60; ///< seconds
constexpr int tokenBytes = 32;
constexpr int tooManyRequests = 429;
constexpr json::ReadLimits limits{.depth = 8};

using Parameters = std::vector<std::pair<const char *, QString>>;

QByteArray formEncoded(const Parameters &parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        if (!text.isEmpty())
            text += '&';
        text += name;
        text += '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

QByteArray placeOf(const QString &realm)
{
    return "tenantry sign-in at a provider of " + realm.toUtf8();
}

/// RFC 6749 section 2.3.1: both are form-encoded before they are joined.
QByteArray basicAuthorization(const ProviderClient &client)
{
    const QByteArray pair =
        QUrl::toPercentEncoding(client.id) + ':' + QUrl::toPercentEncoding(QString::fromUtf8(client.secret));
    return "Authorization: Basic " + pair.toBase64();
}

Error refused(const QString &cause)
{
    return Error::make(ErrorCode::Unauthorized, u"The provider has not let you in; sign in again."_s).withCause(cause);
}

Error unavailable(const QString &cause)
{
    return Error::make(ErrorCode::Unavailable, u"The provider cannot be asked now; try again later."_s)
        .withCause(cause);
}

/// RFC 6749 section 4.1.3, with the verifier of RFC 7636.
fetch::Request tokenRequest(const ProviderClient &client, const SignInAttempt &attempt,
                            const ProviderMetadata &provider, const QString &code)
{
    Parameters form{{"grant_type", u"authorization_code"_s},
                    {"code", code},
                    {"redirect_uri", attempt.redirectUri},
                    {"code_verifier", attempt.verifier}};
    QByteArrayList headers{"Accept: application/json", "Content-Type: application/x-www-form-urlencoded"};
    const bool isBasic = client.settings.authentication == ClientAuthentication::Basic && !client.secret.isEmpty();
    if (isBasic)
        headers.append(basicAuthorization(client));
    else
        form.emplace_back("client_id", client.id);
    if (client.settings.authentication == ClientAuthentication::Post && !client.secret.isEmpty())
        form.emplace_back("client_secret", QString::fromUtf8(client.secret));
    return {provider.tokenEndpoint, formEncoded(form), headers, client.site};
}

/// What the token endpoint gives for a code. Some answer 200 to a code that is none, too, and say so inside.
Result<json::Value> tokensIn(const fetch::Answer &answer)
{
    const auto body = json::read({answer.body.constData(), std::size_t(answer.body.size())}, limits);
    if (answer.status != 200 || !body || !body->isObject() || !(*body)["error"].isNull())
        return failure(refused(u"the token endpoint answers %1"_s.arg(answer.status)));
    return *body;
}

/// A member of what the token endpoint has given.
QByteArray tokenIn(const json::Value &given, const char *name)
{
    return QByteArray::fromStdString(std::string(given[name].string()));
}

QString chanceText()
{
    return QString::fromLatin1(randomToken(tokenBytes));
}

} // namespace

SignInAttempt SignInAttempt::make(const Clock &clock)
{
    SignInAttempt attempt;
    attempt.state = chanceText();
    attempt.nonce = chanceText();
    attempt.verifier = chanceText();
    attempt.expiresAt = clock.seconds() + lifetime;
    return attempt;
}

AuthorizationCodeFlow::AuthorizationCodeFlow(const Config &config, const Clock &clock, PlainLoopback loopback)
    : m_clock(clock)
    , m_key(secrets::Key::derived(config.secretKey, "tenantry sign-in at providers"))
    , m_directory(m_fetcher, clock, loopback)
    , m_fetcher(loopback == PlainLoopback::Allowed ? fetch::Reach::PublicAndLoopback : fetch::Reach::Public)
{
}

QByteArray AuthorizationCodeFlow::sealed(const SignInAttempt &attempt, const QString &realm) const
{
    json::Object object;
    object.set("provider", attempt.provider);
    object.set("state", attempt.state);
    object.set("nonce", attempt.nonce);
    object.set("verifier", attempt.verifier);
    object.set("redirect_uri", attempt.redirectUri);
    object.set("target", attempt.target);
    object.set("link_to", attempt.linkTo);
    object.set("expires_at", attempt.expiresAt);
    return secrets::seal(m_key, json::write(json::Value(std::move(object))), placeOf(realm));
}

std::optional<SignInAttempt> AuthorizationCodeFlow::opened(const QByteArray &text, const QString &realm) const
{
    const auto plain = secrets::open(m_key, text, placeOf(realm));
    const auto read = plain ? json::read({plain->constData(), std::size_t(plain->size())}, limits)
                            : Result<json::Value>(json::Value());
    const json::Value value = read.value_or(json::Value());
    SignInAttempt attempt{value["provider"].text(),     value["state"].text(),
                          value["nonce"].text(),        value["verifier"].text(),
                          value["redirect_uri"].text(), value["target"].text(),
                          value["link_to"].text(),      value["expires_at"].integer().value_or(0)};
    return attempt.expiresAt > m_clock.seconds() ? std::optional(attempt) : std::nullopt;
}

Later<QString> AuthorizationCodeFlow::authorizationUrl(const ProviderClient &client, const SignInAttempt &attempt)
{
    return metadataOf(client).map([client, attempt](Result<ProviderMetadata> found) -> Result<QString> {
        const ProviderMetadata provider = TRY(std::move(found));
        const QByteArray challenge = crypto::base64Url(crypto::sha256(attempt.verifier.toLatin1()));
        Parameters parameters{{"response_type", u"code"_s},
                              {"client_id", client.id},
                              {"redirect_uri", attempt.redirectUri},
                              {"scope", client.settings.scopes.join(u' ')},
                              {"state", attempt.state},
                              {"code_challenge", QString::fromLatin1(challenge)},
                              {"code_challenge_method", u"S256"_s}};
        if (client.settings.protocol == Protocol::OpenIdConnect)
            parameters.emplace_back("nonce", attempt.nonce);
        return provider.authorizationEndpoint + u'?' + QString::fromLatin1(formEncoded(parameters));
    });
}

Later<ExternalIdentity> AuthorizationCodeFlow::identify(const ProviderClient &client, const SignInAttempt &attempt,
                                                        const QString &code)
{
    return metadataOf(client).andThen([=, this](const ProviderMetadata &provider) {
        return answered(provider, tokenRequest(client, attempt, provider, code))
            .andThen([=, this](const fetch::Answer &answer) -> Later<ExternalIdentity> {
                const json::Value given = TRY(tokensIn(answer));
                return client.settings.protocol == Protocol::GitHub
                           ? identifyAtGitHub(client, provider, given)
                           : identifyByIdToken(client, attempt, provider, given);
            });
    });
}

Later<ProviderMetadata> AuthorizationCodeFlow::metadataOf(const ProviderClient &client)
{
    if (client.settings.protocol == Protocol::GitHub)
        return Result<ProviderMetadata>(github::metadata(client.settings.serverUrl));
    return m_directory.metadata(client.site, client.settings.serverUrl);
}

/// Unavailable when the provider cannot be asked, which is remembered for a while.
Later<fetch::Answer> AuthorizationCodeFlow::answered(const ProviderMetadata &provider, const fetch::Request &request)
{
    if (m_directory.isFailing(request.onBehalfOf, provider))
        return failure(unavailable(u"the provider could not be asked a moment ago"_s));
    return m_fetcher.send(request).map([=, this](Result<fetch::Answer> answer) -> Result<fetch::Answer> {
        const bool hasFailed = answer ? answer->status >= 500 || answer->status == tooManyRequests
                                      : answer.error().code == ErrorCode::Unavailable; // else it was not asked
        if (hasFailed)
            m_directory.noteFailure(request.onBehalfOf, provider);
        if (!answer)
            return failure(unavailable(answer.error().cause));
        if (hasFailed)
            return failure(unavailable(u"%1 answers %2"_s.arg(request.url).arg(answer->status)));
        return answer;
    });
}

Later<ExternalIdentity> AuthorizationCodeFlow::identifyByIdToken(const ProviderClient &client,
                                                                 const SignInAttempt &attempt,
                                                                 const ProviderMetadata &provider,
                                                                 const json::Value &given)
{
    const QByteArray token = tokenIn(given, "id_token");
    if (token.isEmpty())
        return failure(refused(u"the token endpoint gives no ID token"_s));
    return m_directory.keySet(client.site, provider, keyIdOf(token))
        .map([=, this](Result<json::Value> keySet) -> Result<ExternalIdentity> {
            const json::Value keys = TRY(std::move(keySet));
            return readIdToken(token, keys, {provider.issuer, client.id, attempt.nonce, m_clock.now()});
        });
}

Later<ExternalIdentity> AuthorizationCodeFlow::identifyAtGitHub(const ProviderClient &client,
                                                                const ProviderMetadata &provider,
                                                                const json::Value &given)
{
    const QByteArray token = tokenIn(given, "access_token");
    if (!github::isAccessToken(token))
        return failure(refused(u"the token endpoint gives no access token"_s));
    const auto asked = [=, this](const QString &path) {
        return answered(provider, github::apiRequest(client.site, provider.issuer, path, token));
    };
    return asked(github::userPath).andThen([=](const fetch::Answer &answer) -> Later<ExternalIdentity> {
        const ExternalIdentity user = TRY(github::readUser(provider.issuer, answer));
        return asked(github::emailsPath).map([user](Result<fetch::Answer> emails) -> Result<ExternalIdentity> {
            ExternalIdentity who = user;
            who.email = github::verifiedAddress(TRY(std::move(emails)));
            who.emailVerified = !who.email.isEmpty();
            return who;
        });
    });
}

} // namespace tenantry::identity
