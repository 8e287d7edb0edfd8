// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/lockout.h"
#include "core/identity/mfa/pendingsignin.h"
#include "core/identity/mfa/secondfactors.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/sessions.h"
#include "core/identity/subjects.h"
#include "core/identity/tokens.h"

namespace tenantry {
struct Config;
}

namespace tenantry::identity {

/// A try to sign in with a password.
struct PasswordTry
{
    QString login; ///< an e-mail address or a user name
    QString password;
    QByteArray address; ///< where it comes from
    QString code = {};  ///< of the second factor, for who sends both at once
};

/// What a successful sign-in gives.
enum class Grant {
    Tokens,
    TokensAndSession,
};

/// Somebody who has signed in, and what they were handed.
struct SignedIn
{
    Subject subject;
    TokenPair tokens;
    QByteArray sessionToken; ///< empty when no session was asked for
    Micros at = 0;           ///< when they last showed who they are
    SignInMethod method = {};
};

/// What the right password leads to, and coming from a provider.
struct PasswordOutcome
{
    std::optional<SignedIn> signedIn;
    QByteArray pending = {};  ///< otherwise: withSecondFactor() goes on with it
    QStringList factors = {}; ///< what may be sent then: "totp", "recovery_codes"
};

/// Signing in and out of a realm: passwords, token pairs and sessions. Thread-safe.
class SignIn
{
public:
    SignIn(const Config &config, const Clock &clock, sql::Database &platform, const Subjects &subjects,
           const Sessions &sessions, const Tokens &tokens, const SecondFactors &secondFactors, PasswordHasher &hasher,
           cache::FailureLocks &locks);

    /// Unauthorized for a wrong pair, with the same words and in the same time whether or not there is such a user;
    /// RateLimited while the pair is locked; emailverification::notVerified() for who has yet to show that their
    /// address is theirs. Who has a second factor is not signed in without it; a wrong code is a validation error about
    /// `code`.
    Later<PasswordOutcome> withPassword(const Realm &realm, const PasswordTry &attempt, Grant grant);
    /// The second step, with PasswordOutcome::pending: Unauthorized when that is none, or too old. Five wrong codes
    /// lock out whoever knows the password: RateLimited.
    Later<SignedIn> withSecondFactor(const Realm &realm, const QByteArray &pending, const QString &code, Grant grant);
    /// A user of a site whom a provider has named. Unauthorized when they may not sign in any more.
    Later<PasswordOutcome> withProvider(const Realm &realm, const QString &userId, const QString &provider);
    /// What may be sent to go on with a sign-in; nothing when the token is none.
    Result<std::optional<QStringList>> pendingFactors(const Realm &realm, const QByteArray &pending) const;
    /// Spends a code of somebody who is signed in; errors as above.
    Later<QString> spendCode(const Realm &realm, const Subject &subject, const QString &code);
    /// Whether the user or account of this id, who is signed in, knows their password: a validation error about the
    /// field current_password otherwise. Nothing is asked of who has none. RateLimited after too many tries.
    Later<Subject> confirmPassword(const Realm &realm, const QString &id, const QString &password,
                                   const QByteArray &address);
    /// A new session and tokens for somebody who was just confirmed and whose password has changed since.
    Later<SignedIn> admitAgain(const Realm &realm, const QString &id) const;
    /// Lets a platform account into a site without its password, as its mirror. NotFound without a permission there.
    Later<SignedIn> enter(const Site &site, const Account &account) const;

    /// A new pair for a refresh token, which is spent by it: of two at the same time, one wins.
    Later<TokenPair> refresh(const Realm &realm, const QByteArray &refreshToken) const;
    /// Whether a token of either type is good now.
    Result<void> verify(const Realm &realm, const QByteArray &token) const;
    /// Withdraws a refresh token.
    Later<void> blacklist(const Realm &realm, const QByteArray &refreshToken) const;

    /// Who holds a session, with fresh tokens; nothing when the session is dead.
    Result<std::optional<SignedIn>> resume(const Realm &realm, const QByteArray &sessionToken) const;

private:
    enum class How {
        SignedIn, ///< with what only they know
        Entered   ///< as a platform account
    };
    struct Pending
    {
        Subject subject;
        QString provider;
    };
    Later<PasswordOutcome> afterPassword(const Realm &realm, const Subject &subject, const QString &code, Grant grant,
                                         const QString &provider = {});
    Result<std::optional<Pending>> pendingOf(const Realm &realm, const QByteArray &token) const;
    Later<SignedIn> admit(const Realm &realm, Subject subject, Grant grant, const SignInMethod &method = {},
                          How how = How::SignedIn) const;
    Result<Subject> holderOf(const Realm &realm, const Claims &claims) const;

    bool m_rotate;
    bool m_blacklistAfterRotation;
    const Clock &m_clock;
    sql::Database &m_platform;
    const Subjects &m_subjects;
    const Sessions &m_sessions;
    const Tokens &m_tokens;
    const SecondFactors &m_secondFactors;
    const PendingSignIns m_pending;
    PasswordHasher &m_hasher;
    Lockout m_lockout;
};

} // namespace tenantry::identity
