// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/oidc/idtoken.h"

#include "core/base/crypto.h"
#include "core/identity/oidc/jsonwebkey.h"
#include "core/json/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr qsizetype largestToken = 32 * 1024;
constexpr std::int64_t skew = 60; ///< seconds that clocks may differ
constexpr qsizetype longestSubject = 255;
constexpr json::ReadLimits limits{.depth = 8};

struct Parts
{
    json::Value header;
    json::Value claims;
    QByteArrayView signedPart;
    QByteArray signature;
};

json::Value decoded(QByteArrayView part)
{
    const auto text = crypto::fromBase64Url(part);
    if (!text)
        return {};
    return json::read({text->constData(), std::size_t(text->size())}, limits).value_or(json::Value());
}

std::optional<Parts> partsOf(const QByteArray &token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype last = token.lastIndexOf('.');
    if (token.size() > largestToken || first <= 0 || last <= first)
        return {};
    const QByteArrayView whole(token);
    const auto signature = crypto::fromBase64Url(whole.sliced(last + 1));
    Parts parts{decoded(whole.first(first)), decoded(whole.sliced(first + 1, last - first - 1)), whole.first(last),
                signature.value_or(QByteArray())};
    if (!parts.header.isObject() || !parts.claims.isObject() || parts.signature.isEmpty())
        return {};
    return parts;
}

tl::unexpected<Error> refused(const QString &why)
{
    return failure(Error::make(ErrorCode::Unauthorized, u"What the provider has said is not good; sign in again."_s)
                       .withCause(u"ID token: "_s + why));
}

bool isSigned(const Parts &parts, const json::Value &keySet)
{
    // An extension that we would have to understand.
    if (!parts.header["crit"].isNull())
        return false;
    const json::Value &wanted = parts.header["kid"];
    const json::Array &keys = keySet["keys"].array();
    return std::any_of(keys.begin(), keys.end(), [&](const json::Value &key) {
        const bool isMeant = !wanted.isString() || key["kid"] == wanted;
        const bool isForSigning = key["use"].isNull() || key["use"].string() == "sig";
        const bool isOfAlgorithm = key["alg"].isNull() || key["alg"] == parts.header["alg"];
        return isMeant && isForSigning && isOfAlgorithm &&
               isSignedBy(key, parts.header["alg"].string(), parts.signedPart, parts.signature);
    });
}

/// For us, and if for others too, then asked for by us.
bool isForUs(const json::Value &claims, const QString &clientId)
{
    const json::Value &audience = claims["aud"];
    const json::Array all = audience.isArray() ? audience.array() : json::Array{audience};
    const bool named = std::any_of(all.begin(), all.end(),
                                   [&](const json::Value &one) { return one.isString() && one.text() == clientId; });
    const json::Value &party = claims["azp"];
    const bool askedForByUs = party.isNull() ? all.size() == 1 : party.isString() && party.text() == clientId;
    return named && askedForByUs;
}

std::int64_t secondsOf(const json::Value &value, std::int64_t otherwise)
{
    const auto seconds = value.real();
    return seconds && *seconds > -1e15 && *seconds < 1e15 ? std::int64_t(*seconds) : otherwise;
}

/// Some providers write it as a text.
bool isTrue(const json::Value &value)
{
    return value.boolean() || value.string() == "true";
}

} // namespace

QString keyIdOf(const QByteArray &token)
{
    const auto parts = partsOf(token);
    return parts ? parts->header["kid"].text() : QString();
}

Result<ExternalIdentity> readIdToken(const QByteArray &token, const json::Value &keySet,
                                     const IdTokenExpectation &expected)
{
    const auto parts = partsOf(token);
    if (!parts)
        return refused(u"it is none"_s);
    if (!isSigned(*parts, keySet))
        return refused(u"the signature is not the provider's"_s);
    const json::Value &claims = parts->claims;
    const std::int64_t now = expected.now / 1'000'000;
    if (claims["iss"].text() != expected.issuer)
        return refused(u"another issuer"_s);
    if (!isForUs(claims, expected.clientId))
        return refused(u"another audience"_s);
    if (secondsOf(claims["exp"], 0) <= now - skew)
        return refused(u"it has expired"_s);
    if (secondsOf(claims["iat"], std::numeric_limits<std::int64_t>::max()) > now + skew)
        return refused(u"it is of the future"_s);
    if (expected.nonce.isEmpty() || claims["nonce"].text() != expected.nonce)
        return refused(u"another nonce"_s);
    const QString subject = claims["sub"].text();
    if (subject.isEmpty() || subject.size() > longestSubject)
        return refused(u"no subject"_s);
    return ExternalIdentity{expected.issuer,
                            subject,
                            claims["email"].text().trimmed(),
                            isTrue(claims["email_verified"]),
                            claims["given_name"].text(),
                            claims["family_name"].text()};
}

} // namespace tenantry::identity
