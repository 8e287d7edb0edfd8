// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/config.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tenantry::identity {

enum class TokenType { Access, Refresh };

/// Whom a token speaks for.
struct TokenHolder
{
    QString userId; ///< a site user's id, or an account's UUID
    QString username;
    QString email;
    std::int64_t epoch = 0; ///< Subject::epoch() at the time of issue
};

/// What a token says.
struct Claims
{
    TokenType type = TokenType::Access;
    QString realm; ///< Realm::name() of the issuer, whose key signs it
    TokenHolder holder;
    std::int64_t issuedAt = 0;  ///< seconds
    std::int64_t expiresAt = 0; ///< seconds; of a token that was verified, with the leeway
    QString id;                 ///< `jti`
    QString site = {};          ///< what the issuer is called: for whoever reads the token, nothing depends on it
};

/// What a sign-in or a refresh hands out.
struct TokenPair
{
    QByteArray access;
    QByteArray refresh;
    int expiresIn = 0; ///< seconds left of the access token
};

/// Makes and checks JSON Web Tokens (RFC 7519), HS256. Each realm's key is derived from the deployment's secret and the
/// realm's name; retired secrets sign nothing, but what they signed is taken until their time is over. The header's
/// `alg` is compared, never obeyed. Knows nothing of users: whether the holder still exists and the epoch still fits is
/// for the caller to see. Thread-safe.
class Tokens
{
public:
    Tokens(const Config &config, const Clock &clock);

    /// `site`: Realm::slug() of the realm.
    TokenPair issue(const QString &realm, const QString &site, const TokenHolder &holder) const;
    QByteArray sign(const Claims &claims) const;

    /// The claims of a token that this realm issued and that has not expired; `type`, when given, must match.
    /// Everything else is Unauthorized, and the message does not tell a forger which check failed. Tokens that came
    /// lately are remembered, so that clients which send one with each request do not have it decoded each time.
    Result<Claims> verify(const QString &realm, QByteArrayView token, std::optional<TokenType> type) const;

private:
    struct Memory;
    using ClaimsPtr = std::shared_ptr<const Claims>;

    /// The claims of a token that bears this realm's signature, expired or not; null when it is none.
    ClaimsPtr known(const QString &realm, const QByteArray &token) const;
    ClaimsPtr decode(const QString &realm, QByteArrayView token) const;
    std::optional<std::int64_t> acceptedUntil(const QString &realm, QByteArrayView signedPart,
                                              const QByteArray &signature) const;
    QByteArray signedFor(const Claims &about, TokenType type, std::int64_t lifetime) const;

    QByteArray m_secret;
    std::vector<RetiredKey> m_retired;
    std::int64_t m_accessLifetime;  ///< seconds
    std::int64_t m_refreshLifetime; ///< seconds
    std::int64_t m_leeway;          ///< seconds
    const Clock &m_clock;
    std::shared_ptr<Memory> m_memory; ///< shared by copies
};

/// What every answer to a bad token says.
Error invalidToken();

} // namespace tenantry::identity
