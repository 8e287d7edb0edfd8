// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signin.h"

#include "core/config/config.h"
#include "core/identity/blacklist.h"
#include "core/identity/links/emailverification.h"
#include "core/identity/signinaudit.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

/// Who signed up shows first that the address is theirs.
Result<void> checkVerified(const Realm &realm, const Subject &subject)
{
    if (!subject.onSite || subject.isMirror())
        return {};
    if (TRY(realm.read([&](sql::Session &session) { return emailverification::isPending(session, *subject.user); })))
        return failure(emailverification::notVerified());
    return {};
}

} // namespace

SignIn::SignIn(const Config &config, const Clock &clock, sql::Database &platform, const Subjects &subjects,
               const Sessions &sessions, const Tokens &tokens, const SecondFactors &secondFactors,
               PasswordHasher &hasher, cache::FailureLocks &locks)
    : m_rotate(config.rotateRefreshTokens)
    , m_blacklistAfterRotation(config.blacklistAfterRotation)
    , m_clock(clock)
    , m_platform(platform)
    , m_subjects(subjects)
    , m_sessions(sessions)
    , m_tokens(tokens)
    , m_secondFactors(secondFactors)
    , m_pending(tokens, clock)
    , m_hasher(hasher)
    , m_lockout(config.rateLimits ? Lockout::Mode::Enforced : Lockout::Mode::Off, locks)
{
}

Later<PasswordOutcome> SignIn::withPassword(const Realm &realm, const PasswordTry &attempt, Grant grant)
{
    const QString pair = Lockout::pair(realm.name(), attempt.login, attempt.address);
    if (const auto open = m_lockout.check(pair); !open)
        return failure(open.error());
    auto found = m_subjects.byLogin(realm, attempt.login);
    if (!found)
        return failure(std::move(found).error());
    const QString hash = *found ? (*found)->passwordHash() : QString();
    return m_hasher.verify(attempt.password, hash)
        .andThen([this, realm, pair, grant, code = attempt.code,
                  subject = *std::move(found)](bool matches) -> Later<PasswordOutcome> {
            if (!matches || !subject->maySignIn()) {
                const bool locked = m_lockout.failed(pair);
                const Error refused =
                    Error::make(ErrorCode::Unauthorized, u"No active account matches this name and password."_s,
                                u"No active account found with the given credentials"_s);
                return signinaudit::failed(realm, subject, locked)
                    .map([refused](const Result<void> &) -> Result<PasswordOutcome> { return failure(refused); });
            }
            m_lockout.succeeded(pair);
            if (const auto verified = checkVerified(realm, *subject); !verified)
                return failure(verified.error());
            return afterPassword(realm, *subject, code, grant);
        });
}

Later<PasswordOutcome> SignIn::withProvider(const Realm &realm, const QString &userId, const QString &provider)
{
    const auto subject = m_subjects.byId(realm, userId);
    if (!subject)
        return failure(subject.error());
    if (!*subject || !(*subject)->maySignIn() || (*subject)->isMirror())
        return failure(ErrorCode::Unauthorized, u"You may not sign in here any more."_s);
    return afterPassword(realm, **subject, {}, Grant::TokensAndSession, provider);
}

Later<PasswordOutcome> SignIn::afterPassword(const Realm &realm, const Subject &subject, const QString &code,
                                             Grant grant, const QString &provider)
{
    const auto admitted = [](Result<SignedIn> who) -> Result<PasswordOutcome> {
        return PasswordOutcome{TRY(std::move(who))};
    };
    const FactorOwner owner = FactorOwner::of(realm, subject, m_platform);
    const auto state = m_secondFactors.of(owner);
    if (!state)
        return failure(state.error());
    if (!state->isRequired())
        return admit(realm, subject, grant, {{}, provider}).map(admitted);
    if (code.isEmpty())
        return Result<PasswordOutcome>(PasswordOutcome{{}, m_pending.issue(realm, subject, provider), state->types()});
    return spendCode(realm, subject, code)
        .andThen([=, this](const QString &factor) {
            return admit(realm, subject, grant, {factor, provider});
        })
        .map(admitted);
}

Later<SignedIn> SignIn::withSecondFactor(const Realm &realm, const QByteArray &token, const QString &code, Grant grant)
{
    const auto pending = pendingOf(realm, token);
    if (!pending)
        return failure(pending.error());
    if (!*pending)
        return failure(ErrorCode::Unauthorized, u"Sign in with your password first."_s);
    return spendCode(realm, (*pending)->subject, code).andThen([=, this, pending = **pending](const QString &factor) {
        return admit(realm, pending.subject, grant, {factor, pending.provider});
    });
}

Result<std::optional<QStringList>> SignIn::pendingFactors(const Realm &realm, const QByteArray &token) const
{
    const auto pending = TRY(pendingOf(realm, token));
    if (!pending)
        return std::optional<QStringList>();
    return std::optional(TRY(m_secondFactors.of(FactorOwner::of(realm, pending->subject, m_platform))).types());
}

Later<QString> SignIn::spendCode(const Realm &realm, const Subject &subject, const QString &code)
{
    const FactorOwner owner = FactorOwner::of(realm, subject, m_platform);
    const QString pair = owner.lockoutPair();
    if (const auto open = m_lockout.check(pair); !open)
        return failure(open.error());
    struct Spent
    {
        QString factor;
        std::optional<Error> wrong;
    };
    return m_secondFactors.spend(owner, code)
        .map([](Result<QString> factor) -> Result<Spent> {
            if (!factor && factor.error().code == ErrorCode::Validation)
                return Spent{{}, factor.error()};
            return Spent{TRY(std::move(factor)), {}};
        })
        .andThen([this, realm, subject, pair](const Spent &spent) -> Later<QString> {
            if (!spent.wrong) {
                m_lockout.succeeded(pair);
                return Result<QString>(spent.factor);
            }
            const bool locked = m_lockout.failed(pair);
            return signinaudit::failed(realm, subject, locked)
                .map([wrong = *spent.wrong](const Result<void> &) -> Result<QString> { return failure(wrong); });
        });
}

Result<std::optional<SignIn::Pending>> SignIn::pendingOf(const Realm &realm, const QByteArray &token) const
{
    const auto found = m_pending.find(realm, token);
    if (!found || (!found->accountUuid.isEmpty() && !realm.site()))
        return std::optional<Pending>();
    auto subject = TRY(found->accountUuid.isEmpty() ? m_subjects.byId(realm, found->userId)
                                                    : m_subjects.byAccount(*realm.site(), found->accountUuid));
    if (!subject || !subject->maySignIn() || subject->epoch() != found->epoch)
        return std::optional<Pending>();
    return std::optional(Pending{*std::move(subject), found->provider});
}

Later<Subject> SignIn::confirmPassword(const Realm &realm, const QString &id, const QString &password,
                                       const QByteArray &address)
{
    const QString pair = Lockout::pair(realm.name(), id, address);
    if (const auto open = m_lockout.check(pair); !open)
        return failure(open.error());
    auto found = m_subjects.byId(realm, id);
    if (!found)
        return failure(std::move(found).error());
    if (!*found)
        return failure(invalidToken());
    Subject subject = *std::move(*found);
    const QString hash = subject.passwordHash();
    if (hash.isEmpty())
        return Result<Subject>(std::move(subject));
    return m_hasher.verify(password, hash)
        .andThen([this, realm, pair, subject = std::move(subject)](bool matches) -> Later<Subject> {
            if (!matches) {
                const bool locked = m_lockout.failed(pair);
                return signinaudit::failed(realm, subject, locked).map([](const Result<void> &) -> Result<Subject> {
                    return failure(Error::field(u"current_password"_s, u"This is not your password."_s));
                });
            }
            m_lockout.succeeded(pair);
            return Result<Subject>(subject);
        });
}

Later<SignedIn> SignIn::admitAgain(const Realm &realm, const QString &id) const
{
    auto subject = m_subjects.byId(realm, id);
    if (!subject)
        return failure(std::move(subject).error());
    if (!*subject || !(*subject)->maySignIn())
        return failure(invalidToken());
    return admit(realm, *std::move(*subject), Grant::TokensAndSession);
}

Later<SignedIn> SignIn::enter(const Site &site, const Account &account) const
{
    auto subject = m_subjects.byAccount(site, account);
    if (!subject)
        return failure(std::move(subject).error());
    if (!subject->maySignIn())
        return failure(ErrorCode::NotFound, u"There is no such site."_s);
    return admit(Realm(site), *std::move(subject), Grant::Tokens, {}, How::Entered);
}

Later<TokenPair> SignIn::refresh(const Realm &realm, const QByteArray &refreshToken) const
{
    const auto claims = m_tokens.verify(realm.name(), refreshToken, TokenType::Refresh);
    if (!claims)
        return failure(claims.error());
    auto holder = holderOf(realm, *claims);
    if (!holder)
        return failure(std::move(holder).error());
    const bool spend = m_rotate && m_blacklistAfterRotation;
    return realm
        .write([claims = *claims, holder = *std::move(holder), spend,
                now = m_clock.now()](sql::Transaction &transaction) -> Result<Subject> {
            const bool good = spend ? TRY(blacklist::add(transaction, claims.id, claims.expiresAt, now))
                                    : !TRY(blacklist::contains(transaction, claims.id));
            if (!good)
                return failure(invalidToken());
            return Subjects::confirmSignIn(transaction, holder, now);
        })
        .map([tokens = m_tokens, rotate = m_rotate, realm, refreshToken](Result<Subject> subject) -> Result<TokenPair> {
            const auto holder = TRY(std::move(subject)).tokenHolder();
            TokenPair pair = tokens.issue(realm.name(), realm.slug(), holder);
            if (!rotate)
                pair.refresh = refreshToken;
            return pair;
        });
}

Result<void> SignIn::verify(const Realm &realm, const QByteArray &token) const
{
    const Claims claims = TRY(m_tokens.verify(realm.name(), token, std::nullopt));
    TRY(holderOf(realm, claims));
    if (claims.type == TokenType::Refresh &&
        TRY(realm.read([&](sql::Session &session) { return blacklist::contains(session, claims.id); })))
        return failure(invalidToken());
    return {};
}

Later<void> SignIn::blacklist(const Realm &realm, const QByteArray &refreshToken) const
{
    const auto claims = m_tokens.verify(realm.name(), refreshToken, TokenType::Refresh);
    if (!claims)
        return failure(claims.error());
    return realm.write([claims = *claims, onSite = realm.site() != nullptr,
                        now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        if (!TRY(blacklist::add(transaction, claims.id, claims.expiresAt, now)))
            return failure(invalidToken());
        if (onSite)
            TRY(signinaudit::signedOut(transaction, claims.holder.userId));
        return {};
    });
}

Result<std::optional<SignedIn>> SignIn::resume(const Realm &realm, const QByteArray &sessionToken) const
{
    const auto session = TRY(m_sessions.find(realm, sessionToken));
    if (!session)
        return std::optional<SignedIn>();
    auto subject = TRY(m_subjects.byId(realm, session->userId));
    if (!subject || !subject->maySignIn() || subject->epoch() != session->epoch)
        return std::optional<SignedIn>();
    const TokenPair tokens = m_tokens.issue(realm.name(), realm.slug(), subject->tokenHolder());
    return std::optional<SignedIn>(
        SignedIn{*std::move(subject), tokens, sessionToken, session->authenticatedAt, session->method});
}

Later<SignedIn> SignIn::admit(const Realm &realm, Subject subject, Grant grant, const SignInMethod &method,
                              How how) const
{
    const QByteArray sessionToken = grant == Grant::TokensAndSession ? Sessions::newToken() : QByteArray();
    const Micros now = m_clock.now();
    return realm
        .write([sessions = m_sessions, subject = std::move(subject), sessionToken, method, how,
                now](sql::Transaction &transaction) -> Result<Subject> {
            Subject current = TRY(Subjects::confirmSignIn(transaction, subject, now));
            TRY(signinaudit::signedIn(transaction, current, how == How::Entered));
            if (!sessionToken.isEmpty())
                TRY(sessions.begin(transaction, sessionToken, current.id(), current.epoch(), method));
            return current;
        })
        .map([tokens = m_tokens, realm, sessionToken, method, now](Result<Subject> current) -> Result<SignedIn> {
            Subject subject = TRY(std::move(current));
            const TokenPair pair = tokens.issue(realm.name(), realm.slug(), subject.tokenHolder());
            return SignedIn{std::move(subject), pair, sessionToken, now, method};
        });
}

Result<Subject> SignIn::holderOf(const Realm &realm, const Claims &claims) const
{
    auto subject = TRY(m_subjects.byId(realm, claims.holder.userId));
    if (!subject || !subject->maySignIn() || subject->epoch() != claims.holder.epoch)
        return failure(invalidToken());
    return *std::move(subject);
}

} // namespace tenantry::identity
