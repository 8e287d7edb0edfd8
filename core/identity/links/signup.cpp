// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/signup.h"

#include "core/base/fold.h"
#include "core/base/ids.h"
#include "core/identity/links/emailverification.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/signinsettings.h"
#include "core/identity/siteuserrules.h"
#include "core/identity/siteusers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

using mailedlinks::MailedLink;
using mailedlinks::Purpose;

constexpr qsizetype longestUsername = 150;

Subject subjectOf(const SiteUser &user)
{
    Subject subject;
    subject.onSite = true;
    subject.user = user;
    return subject;
}

/// The e-mail address, as far as a user name may hold it.
QString usernameFrom(const QString &email)
{
    static const QRegularExpression foreign(u"[^\\w.@+-]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name = email.left(longestUsername);
    return name.replace(foreign, u"-"_s);
}

/// A user name that looks like somebody's address would be taken for them.
Result<void> checkWanted(const SiteUser &user, const QString &password)
{
    Result<void> checked = checkUser(user, password);
    std::vector<FieldError> problems = checked ? std::vector<FieldError>() : std::move(checked).error().fields;
    const auto isAbout = [&](const QString &field) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const FieldError &error) { return error.path == field; });
    };
    if (!isAbout(u"email"_s) && !mail::isMailable(user.email))
        problems.push_back({u"email"_s, u"No mail can be sent to this address."_s});
    if (user.username.contains(u'@') && folded(user.username) != folded(usernameFrom(user.email)))
        problems.push_back({u"username"_s, u"A user name that is an e-mail address must be one's own."_s});
    if (password.isEmpty())
        problems.push_back({u"password"_s, u"Choose a password."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

/// What somebody is told whose address has a user already. No link, even where the address is yet to be verified: the
/// password may be that of somebody else who signed up with it, and whoever reads the mail would let them in.
Result<void> tellOfAccount(sql::Transaction &transaction, const SiteUser &user, const LinkMail &link)
{
    if (!user.maySignIn())
        return mailLink(transaction, link, std::nullopt);
    return mailNotice(transaction, accountmails::haveAccount(link.origin, user.email), link);
}

Result<void> makeUser(sql::Transaction &transaction, SiteUser user, bool nameIsWanted, const LinkMail &link)
{
    TRY(emailverification::removeAbandoned(transaction, link.now));
    if (nameIsWanted && TRY(SiteUsers::byUsername(transaction, user.username)))
        return failure(Error::field(u"username"_s, u"This user name is taken."_s));
    if (const auto known = TRY(SiteUsers::byEmail(transaction, user.email)))
        return tellOfAccount(transaction, *known, link);
    if (!nameIsWanted)
        user.username = TRY(SiteUsers::freeUsername(transaction, user.username));
    TRY(SiteUsers::insert(transaction, user));
    TRY(emailverification::require(transaction, user, link.now));
    return mailLink(transaction, link, subjectOf(user));
}

/// The user that the link is for, when it is any good.
Result<SiteUser> holderOf(sql::Session &session, const std::optional<MailedLink> &link)
{
    const auto user = link ? TRY(SiteUsers::byId(session, link->userId)) : std::nullopt;
    if (!user || !link->isFor(subjectOf(*user)))
        return failure(mailedlinks::invalidKey());
    return *user;
}

/// `post` with a token that goes with the link.
template<class Post>
Later<QByteArray> withToken(LinkMail link, Post post)
{
    const QByteArray token = link.sessionToken;
    return post(std::move(link)).map([token](const Result<void> &done) -> Result<QByteArray> {
        TRY(done);
        return token;
    });
}

/// Of two who come at once with one address, the later finds the user of the other when it looks again.
template<class Write>
Later<void> againAfterRace(Write write)
{
    Promise<void> promise;
    Later<void> later = promise.later();
    write().then([promise, write](Result<void> done) {
        if (done || done.error().code != ErrorCode::UniqueViolation)
            return promise.settle(std::move(done));
        write().then([promise](Result<void> again) { promise.settle(std::move(again)); });
    });
    return later;
}

} // namespace

SignUp::SignUp(const mail::Outbox &outbox, PasswordHasher &hasher, const Tokens &tokens, const Clock &clock,
               MailPace pace)
    : m_outbox(outbox)
    , m_hasher(hasher)
    , m_pending(tokens, clock)
    , m_clock(clock)
    , m_pace(pace)
{
}

LinkMail SignUp::linkFor(const Site &site, const QString &userId, const accountmails::Origin &origin) const
{
    return {Purpose::VerifyEmail, mailedlinks::newKey(), m_pending.issue(site, userId), origin, m_pace, m_clock.now()};
}

Later<QByteArray> SignUp::create(const Site &site, const NewSiteUser &wanted, const accountmails::Origin &origin) const
{
    const auto settings = site.read([](sql::Session &session) { return SignInSettings::load(session); });
    if (!settings)
        return failure(settings.error());
    if (!settings->allowEmailSignup)
        return failure(ErrorCode::Forbidden, u"Sign-up is closed on this site."_s,
                       u"Ask an administrator of the site for an account."_s);
    SiteUser user;
    user.id = newUuid();
    user.email = wanted.email.trimmed();
    user.username = wanted.username.isEmpty() ? usernameFrom(user.email) : wanted.username;
    user.attributes = "{}";
    const LinkMail link = linkFor(site, user.id, origin);
    user.dateJoined = user.updatedAt = link.now;
    if (const auto checked = checkWanted(user, wanted.password); !checked)
        return failure(checked.error());
    const bool nameIsWanted = !wanted.username.isEmpty();
    // Hashed whether or not there will be a user, so that it takes as long.
    return m_hasher.hash(wanted.password)
        .andThen([&outbox = m_outbox, site, user, nameIsWanted, link](const QString &hash) {
            return withToken(link, [&](const LinkMail &mail) {
                return againAfterRace([=, &outbox] {
                    return outbox.write(&site, [=](sql::Transaction &transaction) {
                        SiteUser complete = user;
                        complete.passwordHash = hash;
                        return makeUser(transaction, std::move(complete), nameIsWanted, mail);
                    });
                });
            });
        });
}

Later<QByteArray> SignUp::mailAgain(const Site &site, const QString &login, const accountmails::Origin &origin) const
{
    const auto known = site.read([&](sql::Session &session) { return SiteUsers::byLogin(session, login); });
    if (!known)
        return failure(known.error());
    return withToken(linkFor(site, *known ? (*known)->id : newUuid(), origin), [&](const LinkMail &link) {
        return m_outbox.write(&site, [link, login](sql::Transaction &transaction) -> Result<void> {
            const auto user = TRY(SiteUsers::byLogin(transaction, login));
            if (!user || !user->maySignIn() || !TRY(emailverification::isPending(transaction, *user)))
                return mailLink(transaction, link, std::nullopt);
            return mailLink(transaction, link, subjectOf(*user));
        });
    });
}

Result<bool> SignUp::isPending(const Site &site, const QByteArray &sessionToken) const
{
    const auto userId = m_pending.find(site, sessionToken);
    if (!userId)
        return false;
    return site.read([&](sql::Session &session) -> Result<bool> {
        const auto user = TRY(SiteUsers::byId(session, *userId));
        return !user || (user->maySignIn() && TRY(emailverification::isPending(session, *user)));
    });
}

Result<QString> SignUp::addressOf(const Site &site, const QByteArray &key) const
{
    return site.read([&](sql::Session &session) -> Result<QString> {
        const auto link = TRY(mailedlinks::find(session, Purpose::VerifyEmail, key, m_clock.now()));
        return TRY(holderOf(session, link)).email;
    });
}

Later<SignUp::Verified> SignUp::verify(const Site &site, const QByteArray &key, const QByteArray &sessionToken) const
{
    return site.write([key, sessionToken, now = m_clock.now()](sql::Transaction &transaction) -> Result<Verified> {
        const auto link = TRY(mailedlinks::find(transaction, Purpose::VerifyEmail, key, now));
        const SiteUser user = TRY(holderOf(transaction, link));
        if (!TRY(mailedlinks::spend(transaction, key)))
            return failure(mailedlinks::invalidKey());
        TRY(emailverification::settle(transaction, user.id));
        return Verified{user.id, link->isOfSession(sessionToken)};
    });
}

} // namespace tenantry::identity
