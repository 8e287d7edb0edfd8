// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/pendingverification.h"

#include "core/base/ids.h"
#include "core/identity/links/mailedlinks.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

/// Signatures depend on it, so that no other token is one of these, and none of these another.
QString purpose(const Site &site)
{
    return site.uuid() + u"/verify email"_s;
}

} // namespace

PendingVerifications::PendingVerifications(const Tokens &tokens, const Clock &clock)
    : m_tokens(tokens)
    , m_clock(clock)
{
}

QByteArray PendingVerifications::issue(const Site &site, const QString &userId) const
{
    Claims claims;
    claims.type = TokenType::Access;
    claims.realm = purpose(site);
    claims.holder.userId = userId;
    claims.issuedAt = m_clock.seconds();
    claims.expiresAt = claims.issuedAt + mailedlinks::lifetime(mailedlinks::Purpose::VerifyEmail) / 1'000'000;
    claims.id = newUuid();
    return m_tokens.sign(claims);
}

std::optional<QString> PendingVerifications::find(const Site &site, const QByteArray &token) const
{
    const auto claims = m_tokens.verify(purpose(site), token, TokenType::Access);
    return claims ? std::optional(claims->holder.userId) : std::nullopt;
}

} // namespace tenantry::identity
