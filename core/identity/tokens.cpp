// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokens.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/config/config.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <mutex>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype maxTokenBytes = 8 * 1024;
constexpr std::size_t maxKnown = 4096;
/// Nothing in a token of ours nests.
constexpr json::ReadLimits tokenLimits{.depth = 4};

const QByteArray &encodedHeader()
{
    static const QByteArray header = crypto::base64Url(QByteArrayView(R"({"alg":"HS256","typ":"JWT"})"));
    return header;
}

std::string_view typeName(TokenType type)
{
    return type == TokenType::Access ? "access" : "refresh";
}

std::optional<TokenType> typeNamed(std::string_view name)
{
    if (name == typeName(TokenType::Access))
        return TokenType::Access;
    if (name == typeName(TokenType::Refresh))
        return TokenType::Refresh;
    return {};
}

QByteArray payloadOf(const Claims &claims)
{
    QByteArray text;
    json::Writer writer(text);
    writer.beginObject()
        .member("token_type", typeName(claims.type))
        .member("exp", claims.expiresAt)
        .member("iat", claims.issuedAt)
        .member("jti", claims.id)
        .member("user_id", claims.holder.userId)
        .member("username", claims.holder.username)
        .member("email", claims.holder.email)
        .member("site", claims.site)
        .member("realm", claims.realm)
        .member("epoch", claims.holder.epoch)
        .endObject();
    return text;
}

std::optional<json::Value> decodedJson(QByteArrayView part)
{
    const auto text = crypto::fromBase64Url(part);
    if (!text)
        return {};
    const auto value = json::read(std::string_view(text->constData(), size_t(text->size())), tokenLimits);
    return value ? std::optional<json::Value>(*value) : std::nullopt;
}

/// Any header with our algorithm will do, as long as it asks for no extension that we would have to understand.
bool isOurAlgorithm(QByteArrayView header)
{
    if (header == encodedHeader())
        return true;
    const auto value = decodedJson(header);
    return value && (*value)["alg"].string() == "HS256" && (*value)["crit"].isNull();
}

std::optional<Claims> claimsFrom(const json::Value &payload)
{
    const auto type = typeNamed(payload["token_type"].string());
    const auto expires = payload["exp"].integer();
    const auto issued = payload["iat"].integer();
    const auto epoch = payload["epoch"].integer();
    // Tokens that were issued before there was a `realm` have its name in `site`.
    const json::Value &realm = payload["realm"].isNull() ? payload["site"] : payload["realm"];
    if (!type || !expires || !issued || !epoch || !payload["jti"].isString() || !payload["user_id"].isString() ||
        !realm.isString())
        return {};
    Claims claims;
    claims.type = *type;
    claims.realm = realm.text();
    claims.site = payload["site"].text();
    claims.holder = {payload["user_id"].text(), payload["username"].text(), payload["email"].text(), *epoch};
    claims.issuedAt = *issued;
    claims.expiresAt = *expires;
    claims.id = payload["jti"].text();
    return claims;
}

QByteArray realmKey(const QByteArray &deploymentSecret, const QString &realm)
{
    return crypto::hmacSha256(deploymentSecret, "tenantry/jwt/1/" + realm.toUtf8());
}

} // namespace

Error invalidToken()
{
    return Error::make(ErrorCode::Unauthorized, u"The token is invalid or has expired; sign in again."_s,
                       u"token_not_valid"_s);
}

/// Tokens and what they say; each was signed by the realm in its claims.
struct Tokens::Memory
{
    ClaimsPtr find(const QByteArray &token)
    {
        const std::lock_guard lock(mutex);
        const auto found = claims.find(token);
        return found == claims.end() ? nullptr : found->second;
    }

    void insert(const QByteArray &token, ClaimsPtr of)
    {
        const std::lock_guard lock(mutex);
        if (claims.size() >= maxKnown)
            claims.clear();
        claims.emplace(token, std::move(of));
    }

    std::mutex mutex;
    std::unordered_map<QByteArray, ClaimsPtr> claims;
};

Tokens::Tokens(const Config &config, const Clock &clock)
    : m_secret(config.secretKey)
    , m_retired(config.retiredKeys)
    , m_accessLifetime(std::int64_t{60} * config.accessTokenMinutes)
    , m_refreshLifetime(std::int64_t{24 * 60 * 60} * config.refreshTokenDays)
    , m_leeway(config.tokenLeewaySeconds)
    , m_clock(clock)
    , m_memory(std::make_shared<Memory>())
{
}

TokenPair Tokens::issue(const QString &realm, const QString &site, const TokenHolder &holder) const
{
    Claims about;
    about.realm = realm;
    about.site = site;
    about.holder = holder;
    return {signedFor(about, TokenType::Access, m_accessLifetime),
            signedFor(about, TokenType::Refresh, m_refreshLifetime), int(m_accessLifetime)};
}

QByteArray Tokens::sign(const Claims &claims) const
{
    const QByteArray signedPart = encodedHeader() + '.' + crypto::base64Url(payloadOf(claims));
    return signedPart + '.' + crypto::base64Url(crypto::hmacSha256(realmKey(m_secret, claims.realm), signedPart));
}

Result<Claims> Tokens::verify(const QString &realm, QByteArrayView token, std::optional<TokenType> type) const
{
    const ClaimsPtr claims = token.size() > maxTokenBytes ? nullptr : known(realm, token.toByteArray());
    if (!claims || claims->realm != realm || claims->expiresAt <= m_clock.seconds() || (type && claims->type != *type))
        return failure(invalidToken());
    return *claims;
}

Tokens::ClaimsPtr Tokens::known(const QString &realm, const QByteArray &token) const
{
    if (ClaimsPtr claims = m_memory->find(token))
        return claims;
    ClaimsPtr claims = decode(realm, token);
    // Only what a realm has signed for itself is remembered: nobody else can fill the memory.
    if (claims && claims->realm == realm)
        m_memory->insert(token, claims);
    return claims;
}

Tokens::ClaimsPtr Tokens::decode(const QString &realm, QByteArrayView token) const
{
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype lastDot = token.lastIndexOf('.');
    if (firstDot <= 0 || lastDot <= firstDot)
        return nullptr;
    const QByteArrayView signedPart = token.first(lastDot);
    const auto signature = crypto::fromBase64Url(token.sliced(lastDot + 1));
    const auto until = signature ? acceptedUntil(realm, signedPart, *signature) : std::nullopt;
    if (!until || !isOurAlgorithm(token.first(firstDot)))
        return nullptr;
    const auto payload = decodedJson(token.sliced(firstDot + 1, lastDot - firstDot - 1));
    auto claims = payload ? claimsFrom(*payload) : std::nullopt;
    if (!claims)
        return nullptr;
    const std::int64_t latest = std::numeric_limits<std::int64_t>::max() - m_leeway;
    claims->expiresAt = std::min(std::min(claims->expiresAt, latest) + m_leeway, *until);
    return std::make_shared<const Claims>(*std::move(claims));
}

/// The second at which the secret that made the signature, one of ours, is good no more; nothing when none of them did.
std::optional<std::int64_t> Tokens::acceptedUntil(const QString &realm, QByteArrayView signedPart,
                                                  const QByteArray &signature) const
{
    const auto signedWith = [&](const QByteArray &key) {
        return crypto::equalInConstantTime(signature, crypto::hmacSha256(realmKey(key, realm), signedPart));
    };
    if (signedWith(m_secret))
        return std::numeric_limits<std::int64_t>::max();
    for (const RetiredKey &key : m_retired) {
        if (signedWith(key.secret))
            return key.until;
    }
    return {};
}

QByteArray Tokens::signedFor(const Claims &about, TokenType type, std::int64_t lifetime) const
{
    Claims claims = about;
    claims.type = type;
    claims.issuedAt = m_clock.seconds();
    claims.expiresAt = claims.issuedAt + lifetime;
    claims.id = newUuid();
    return sign(claims);
}

} // namespace tenantry::identity
