// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/identity/realm.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tenantry::identity {

/// What somebody has shown besides a password, or instead of one.
struct SignInMethod
{
    QString secondFactor; ///< "totp", "recovery_codes"; empty: none
    QString provider;     ///< who has said so; empty: a password was given
};

/// A signed-in client that is known by an opaque token.
struct Session
{
    QByteArray tokenHash;
    QString userId;
    std::int64_t epoch = 0; ///< Subject::epoch() when it began
    Micros createdAt = 0;
    Micros renewedAt = 0;
    Micros expiresAt = 0;
    Micros authenticatedAt = 0; ///< when its holder last showed who they are
    SignInMethod method;
};

/// The sessions a realm has issued. Tokens carry 256 bits of randomness and are stored hashed. A session slides: use
/// moves its end, written at most every five minutes. Thread-safe.
class Sessions
{
public:
    Sessions(Micros lifetime, const Clock &clock);

    static QByteArray newToken();

    /// Inside a write: begins a session for a token made with newToken().
    Result<void> begin(sql::Transaction &transaction, const QByteArray &token, const QString &userId,
                       std::int64_t epoch, const SignInMethod &method = {}) const;
    /// The live session of the token, or nothing. Renews it beside the request when that is due.
    Result<std::optional<Session>> find(const Realm &realm, const QByteArray &token) const;
    /// Its holder has shown once more who they are.
    Later<void> confirm(const Realm &realm, const QByteArray &token) const;
    /// Ends the token's session, and no other; not an error when there is none.
    Later<void> end(const Realm &realm, const QByteArray &token) const;
    /// Inside a write: ends all sessions of a user.
    static Result<void> endAll(sql::Transaction &transaction, const QString &userId);
    /// The same but for the session of the token `kept`, if it is the user's; that goes on with the user's new `epoch`.
    static Result<void> endOthers(sql::Transaction &transaction, const QString &userId, const QByteArray &kept,
                                  std::int64_t epoch);

private:
    void renew(const Realm &realm, const Session &session) const;

    Micros m_lifetime;
    const Clock &m_clock;
};

} // namespace tenantry::identity
