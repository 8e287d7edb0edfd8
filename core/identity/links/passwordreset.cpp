// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/links/passwordreset.h"

#include "core/audit/auditevents.h"
#include "core/base/fold.h"
#include "core/identity/accounts.h"
#include "core/identity/apikeys.h"
#include "core/identity/links/emailverification.h"
#include "core/identity/mfa/secondfactors.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/passwordrules.h"
#include "core/identity/sessions.h"
#include "core/identity/siteusers.h"
#include "core/identity/subjects.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

namespace {

using mailedlinks::Purpose;

/// Who the link is for as they are now, in the realm of the session.
Result<Subject> holderOf(sql::Session &session, bool onSite, const QByteArray &key, Micros now)
{
    const auto link = TRY(mailedlinks::find(session, Purpose::ResetPassword, key, now));
    if (!link)
        return failure(mailedlinks::invalidKey());
    Subject subject;
    subject.onSite = onSite;
    if (onSite)
        subject.user = TRY(SiteUsers::byId(session, link->userId));
    else
        subject.account = TRY(Accounts::byUuid(session, link->userId));
    if ((!subject.user && !subject.account) || !link->isFor(subject))
        return failure(mailedlinks::invalidKey());
    return subject;
}

QStringList personalDataOf(const Subject &subject)
{
    if (subject.user)
        return {subject.user->username, subject.user->email, subject.user->firstName, subject.user->lastName};
    const Account &account = *subject.account;
    return {account.username, account.email, account.firstName, account.lastName};
}

Result<void> store(sql::Transaction &transaction, const Subject &subject, const QString &hash, Micros now)
{
    const QString id = subject.id();
    if (subject.onSite) {
        TRY(transaction.execute("UPDATE {users} SET password_hash = $2, token_epoch = token_epoch + 1, updated_at = $3 "
                                "WHERE id = $1",
                                {id, hash, now}));
        TRY(audit::record(transaction, u"user.password_change"_s, u"user:"_s + subject.username()));
        if (const std::optional<SiteUser> changed = TRY(SiteUsers::byId(transaction, id)))
            TRY(SiteUsers::noteChange(transaction, *changed, audit::history::Change::Changed,
                                      u"A new password, by a link that was mailed"_s));
        TRY(emailverification::settle(transaction, id));
        // Whoever had the account before its owner came back by mail keeps no way in.
        TRY(ApiKeys::revokeAll(transaction, id));
        TRY(transaction.execute("DELETE FROM {social_accounts} WHERE user_id = $1", {id}));
    } else {
        TRY(transaction.execute(
            "UPDATE {accounts} SET password_hash = $2, token_epoch = token_epoch + 1 WHERE uuid = $1", {id, hash}));
        if (const std::optional<Account> changed = TRY(Accounts::byUuid(transaction, id)))
            TRY(Accounts::noteChange(transaction, *changed, audit::history::Change::Changed,
                                     u"A new password, by a link that was mailed"_s));
    }
    TRY(SecondFactors::removeUnactivated(transaction, id));
    TRY(mailedlinks::revokeAll(transaction, id));
    return Sessions::endAll(transaction, id);
}

} // namespace

PasswordReset::PasswordReset(const Subjects &subjects, const mail::Outbox &outbox, PasswordHasher &hasher,
                             const Clock &clock, MailPace pace)
    : m_subjects(subjects)
    , m_outbox(outbox)
    , m_hasher(hasher)
    , m_clock(clock)
    , m_pace(pace)
{
}

Later<void> PasswordReset::request(const Realm &realm, const QString &email, const accountmails::Origin &origin) const
{
    const LinkMail link{Purpose::ResetPassword, mailedlinks::newKey(), {}, origin, m_pace, m_clock.now()};
    auto found = m_subjects.byLogin(realm, email.trimmed());
    if (!found)
        return failure(std::move(found).error());
    const bool isTheirs = *found && folded((*found)->email()) == folded(email.trimmed()) && (*found)->maySignIn();
    const std::optional<Subject> subject = isTheirs ? *std::move(found) : std::nullopt;
    return m_outbox.write(realm.site(), [link, subject](sql::Transaction &transaction) -> Result<void> {
        if (subject && subject->isMirror())
            return mailNotice(transaction, accountmails::passwordIsOfPlatform(link.origin, subject->email()), link);
        return mailLink(transaction, link, subject);
    });
}

Result<void> PasswordReset::check(const Realm &realm, const QByteArray &key) const
{
    return realm.read([&](sql::Session &session) -> Result<void> {
        TRY(holderOf(session, realm.site() != nullptr, key, m_clock.now()));
        return {};
    });
}

Later<void> PasswordReset::reset(const Realm &realm, const QByteArray &key, const QString &password) const
{
    const bool onSite = realm.site() != nullptr;
    const auto holder =
        realm.read([&](sql::Session &session) { return holderOf(session, onSite, key, m_clock.now()); });
    if (!holder)
        return failure(holder.error());
    if (const auto problem = passwordProblem(password, personalDataOf(*holder)))
        return failure(Error::field(u"password"_s, *problem));
    return m_hasher.hash(password).andThen([realm, key, onSite, now = m_clock.now()](const QString &hash) {
        return realm.write([=](sql::Transaction &transaction) -> Result<void> {
            const Subject subject = TRY(holderOf(transaction, onSite, key, now));
            if (!TRY(mailedlinks::spend(transaction, key)))
                return failure(mailedlinks::invalidKey());
            return store(transaction, subject, hash, now);
        });
    });
}

} // namespace tenantry::identity
