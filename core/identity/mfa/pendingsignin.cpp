// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/mfa/pendingsignin.h"

#include "core/base/ids.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

constexpr std::int64_t lifetime = 10 * 60; ///< seconds
constexpr auto mirrorPrefix = "account:"_L1;

/// Signatures depend on it, so that no other token is one of these, and none of these another.
QString purpose(const Realm &realm)
{
    return realm.name() + u"/second factor"_s;
}

} // namespace

PendingSignIns::PendingSignIns(const Tokens &tokens, const Clock &clock)
    : m_tokens(tokens)
    , m_clock(clock)
{
}

QByteArray PendingSignIns::issue(const Realm &realm, const Subject &subject, const QString &provider) const
{
    const std::int64_t now = m_clock.now() / 1'000'000;
    Claims claims;
    claims.type = TokenType::Access;
    claims.realm = purpose(realm);
    claims.holder.userId = subject.isMirror() ? mirrorPrefix + subject.account->uuid : subject.id();
    claims.holder.username = provider;
    claims.holder.epoch = subject.epoch();
    claims.issuedAt = now;
    claims.expiresAt = now + lifetime;
    claims.id = newUuid();
    return m_tokens.sign(claims);
}

std::optional<PendingSignIn> PendingSignIns::find(const Realm &realm, const QByteArray &token) const
{
    const auto claims = m_tokens.verify(purpose(realm), token, TokenType::Access);
    if (!claims)
        return {};
    const QString &id = claims->holder.userId;
    if (id.startsWith(mirrorPrefix))
        return PendingSignIn{{}, id.sliced(mirrorPrefix.size()), claims->holder.username, claims->holder.epoch};
    return PendingSignIn{id, {}, claims->holder.username, claims->holder.epoch};
}

} // namespace tenantry::identity
