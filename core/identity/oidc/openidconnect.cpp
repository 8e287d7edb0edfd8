// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/openidconnect.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/config/config.h"
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

Result<QByteArray> idTokenIn(const Result<fetch::Answer> &answer)
{
    if (!answer)
        return failure(unavailable(answer.error().cause));
    const QString said = u"the token endpoint answers %1"_s.arg(answer->status);
    if (answer->status >= 500 || answer->status == tooManyRequests)
        return failure(unavailable(said));
    const auto body = json::read({answer->body.constData(), std::size_t(answer->body.size())}, limits);
    if (answer->status != 200 || !body || !(*body)["id_token"].isString())
        return failure(refused(said));
    return QByteArray::fromStdString(std::string((*body)["id_token"].string()));
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

OpenIdConnect::OpenIdConnect(const Config &config, const Clock &clock, PlainLoopback loopback)
    : m_clock(clock)
    , m_key(secrets::Key::derived(config.secretKey, "tenantry sign-in at providers"))
    , m_directory(m_fetcher, clock, loopback)
    , m_fetcher(loopback == PlainLoopback::Allowed ? fetch::Reach::PublicAndLoopback : fetch::Reach::Public)
{
}

QByteArray OpenIdConnect::sealed(const SignInAttempt &attempt, const QString &realm) const
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

std::optional<SignInAttempt> OpenIdConnect::opened(const QByteArray &text, const QString &realm) const
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

Later<QString> OpenIdConnect::authorizationUrl(const ProviderClient &client, const SignInAttempt &attempt)
{
    return m_directory.metadata(client.site, client.settings.serverUrl)
        .map([client, attempt](Result<ProviderMetadata> found) -> Result<QString> {
            const ProviderMetadata provider = TRY(std::move(found));
            const QByteArray challenge = crypto::base64Url(crypto::sha256(attempt.verifier.toLatin1()));
            return provider.authorizationEndpoint + u'?' +
                   QString::fromLatin1(formEncoded({{"response_type", u"code"_s},
                                                    {"client_id", client.id},
                                                    {"redirect_uri", attempt.redirectUri},
                                                    {"scope", client.settings.scopes.join(u' ')},
                                                    {"state", attempt.state},
                                                    {"nonce", attempt.nonce},
                                                    {"code_challenge", QString::fromLatin1(challenge)},
                                                    {"code_challenge_method", u"S256"_s}}));
        });
}

Later<ExternalIdentity> OpenIdConnect::identify(const ProviderClient &client, const SignInAttempt &attempt,
                                                const QString &code)
{
    return m_directory.metadata(client.site, client.settings.serverUrl)
        .andThen([=, this](const ProviderMetadata &provider) {
            return exchanged(client, attempt, provider, code).andThen([=, this](const QByteArray &token) {
                return m_directory.keySet(client.site, provider, keyIdOf(token))
                    .map([=, this](Result<json::Value> keySet) -> Result<ExternalIdentity> {
                        return readIdToken(token, TRY(std::move(keySet)),
                                           {provider.issuer, client.id, attempt.nonce, m_clock.now()});
                    });
            });
        });
}

/// The ID token for the code.
Later<QByteArray> OpenIdConnect::exchanged(const ProviderClient &client, const SignInAttempt &attempt,
                                           const ProviderMetadata &provider, const QString &code)
{
    if (m_directory.isFailing(client.site, provider))
        return failure(unavailable(u"the token endpoint could not be asked a moment ago"_s));
    return m_fetcher.send(tokenRequest(client, attempt, provider, code))
        .map([this, site = client.site, provider](const Result<fetch::Answer> &answer) {
            Result<QByteArray> token = idTokenIn(answer);
            const bool wasAsked = answer || answer.error().code == ErrorCode::Unavailable;
            if (!token && wasAsked && token.error().code == ErrorCode::Unavailable)
                m_directory.noteFailure(site, provider);
            return token;
        });
}

} // namespace tenantry::identity
