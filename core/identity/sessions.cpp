// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/sessions.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/identity/signinaudit.h"

namespace tenantry::identity {

namespace {

constexpr Micros renewalInterval = Micros{5 * 60} * 1'000'000;
constexpr int tokenBytes = 32;

Session sessionFrom(const sql::Cursor &row)
{
    Session session;
    session.tokenHash = row.string(0).toLatin1();
    session.userId = row.string(1);
    session.epoch = row.integer(2);
    session.createdAt = row.integer(3);
    session.renewedAt = row.integer(4);
    session.expiresAt = row.integer(5);
    session.authenticatedAt = row.integer(6);
    session.method = {row.string(7), row.string(8)};
    return session;
}

} // namespace

Sessions::Sessions(Micros lifetime, const Clock &clock)
    : m_lifetime(lifetime)
    , m_clock(clock)
{
}

QByteArray Sessions::newToken()
{
    return randomToken(tokenBytes);
}

Result<void> Sessions::begin(sql::Transaction &transaction, const QByteArray &token, const QString &userId,
                             std::int64_t epoch, const SignInMethod &method) const
{
    const Micros now = m_clock.now();
    TRY(transaction.execute("DELETE FROM {sessions} WHERE expires_at <= $1", {now}));
    TRY(transaction.execute(
        "INSERT INTO {sessions} (token_hash, user_id, epoch, created_at, renewed_at, expires_at, "
        "authenticated_at, second_factor, provider) VALUES ($1, $2, $3, $4, $4, $5, $4, $6, $7)",
        {crypto::sha256Hex(token), userId, epoch, now, now + m_lifetime, method.secondFactor, method.provider}));
    return {};
}

Result<std::optional<Session>> Sessions::find(const Realm &realm, const QByteArray &token) const
{
    const auto found = TRY(realm.read([&](sql::Session &session) {
        return session.first("SELECT token_hash, user_id, epoch, created_at, renewed_at, expires_at, "
                             "authenticated_at, second_factor, provider FROM {sessions} "
                             "WHERE token_hash = $1 AND expires_at > $2",
                             {crypto::sha256Hex(token), m_clock.now()}, sessionFrom);
    }));
    if (found && m_clock.now() - found->renewedAt >= renewalInterval)
        renew(realm, *found);
    return found;
}

Later<void> Sessions::confirm(const Realm &realm, const QByteArray &token) const
{
    return realm.write(
        [hash = crypto::sha256Hex(token), now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
            TRY(transaction.execute("UPDATE {sessions} SET authenticated_at = $2 WHERE token_hash = $1", {hash, now}));
            return {};
        });
}

Later<void> Sessions::end(const Realm &realm, const QByteArray &token) const
{
    return realm.write([onSite = realm.site() != nullptr,
                        hash = crypto::sha256Hex(token)](sql::Transaction &transaction) -> Result<void> {
        const auto userId = TRY(transaction.first("DELETE FROM {sessions} WHERE token_hash = $1 RETURNING user_id",
                                                  {hash}, [](const sql::Cursor &row) { return row.string(0); }));
        return userId && onSite ? signinaudit::signedOut(transaction, *userId) : Result<void>();
    });
}

Result<void> Sessions::endAll(sql::Transaction &transaction, const QString &userId)
{
    TRY(transaction.execute("DELETE FROM {sessions} WHERE user_id = $1", {userId}));
    return {};
}

Result<void> Sessions::endOthers(sql::Transaction &transaction, const QString &userId, const QByteArray &kept,
                                 std::int64_t epoch)
{
    const QByteArray hash = crypto::sha256Hex(kept);
    TRY(transaction.execute("DELETE FROM {sessions} WHERE user_id = $1 AND token_hash <> $2", {userId, hash}));
    TRY(transaction.execute("UPDATE {sessions} SET epoch = $3 WHERE user_id = $1 AND token_hash = $2",
                            {userId, hash, epoch}));
    return {};
}

void Sessions::renew(const Realm &realm, const Session &session) const
{
    const Micros now = m_clock.now();
    auto renewed = realm.write([hash = session.tokenHash, seen = session.renewedAt, now,
                                lifetime = m_lifetime](sql::Transaction &transaction) {
        // Of many requests that find the renewal due, one writes.
        return transaction.execute("UPDATE {sessions} SET renewed_at = $3, expires_at = $4 "
                                   "WHERE token_hash = $1 AND renewed_at = $2",
                                   {hash, seen, now, now + lifetime});
    });
    // The request does not wait for it: a renewal that fails is due again at the next use.
    std::move(renewed).then([](const Result<std::int64_t> &) {});
}

} // namespace tenantry::identity
