// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/siteuserservice.h"

#include "core/access/roles/heldroles.h"
#include "core/access/roles/rank.h"
#include "core/access/roles/roleassignment.h"
#include "core/access/roles/rolemembers.h"
#include "core/access/roles/rolestore.h"
#include "core/audit/auditevents.h"
#include "core/base/fold.h"
#include "core/base/ids.h"
#include "core/identity/apikeys.h"
#include "core/identity/attributes/siteuserattributes.h"
#include "core/identity/links/emailverification.h"
#include "core/identity/mfa/secondfactors.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/rank.h"
#include "core/identity/sessions.h"
#include "core/identity/siteuserrules.h"
#include "core/identity/siteusers.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

using audit::history::Change;

namespace {

const QString manageUsers = u"manage_site_users"_s;

Result<void> requireManager(const SitePrincipal &who)
{
    if (who.may(manageUsers))
        return {};
    return failure(ErrorCode::Forbidden, u"Only those who manage the site's users may do this."_s,
                   u"Ask an administrator of the site for the permission manage_site_users."_s);
}

Result<void> checkMayGiveFlags(const SitePrincipal &who, const SiteUserChange &change)
{
    if (change.staff != true || access::holdsStaff(who))
        return {};
    return failure(ErrorCode::Forbidden, u"Only staff of the site, and those who manage it, make others staff."_s);
}

Error noSuchUser()
{
    return Error::make(ErrorCode::NotFound, u"The site has no such user."_s);
}

Result<SiteUser> existing(sql::Session &session, const QString &key)
{
    std::optional<SiteUser> user = TRY(SiteUsers::byUsername(session, key));
    if (!user && isUuid(key))
        user = TRY(SiteUsers::byId(session, key));
    if (!user)
        return failure(noSuchUser());
    return *std::move(user);
}

/// Whether the key means the caller.
bool isSelf(const SitePrincipal &who, const QString &key)
{
    return key == "me"_L1 || key == who.username || key == who.id;
}

/// The user that a path of the API names.
Result<SiteUser> named(sql::Session &session, const SitePrincipal &who, const QString &key)
{
    return existing(session, isSelf(who, key) ? who.id : key);
}

Result<void> checkMayChange(sql::Session &session, const SitePrincipal &who, const SiteUser &user,
                            const SiteUserChange &change, Micros now)
{
    const bool own = who.id == user.id;
    if (!own || change.isForManagersAlone())
        TRY(requireManager(who));
    TRY(checkRank(session, who, user, now));
    if (user.cloudUser && (change.isOfAccount() || !change.attributes))
        return failure(ErrorCode::BadRequest, u"This user follows an account of the platform; change it there."_s);
    if (change.deleted == true)
        return failure(ErrorCode::BadRequest, u"Delete the user instead of setting is_deleted."_s);
    if (own && change.active == false)
        return failure(ErrorCode::BadRequest, u"You cannot deactivate yourself."_s);
    if (user.deleted && change.deleted != false)
        return failure(ErrorCode::BadRequest, u"This user is deleted; set is_deleted to false first."_s);
    if (change.deleted && !who.superuser)
        return failure(ErrorCode::Forbidden, u"Only a superuser of the site brings a deleted user back."_s);
    if (!user.staff)
        TRY(checkMayGiveFlags(who, change));
    return {};
}

Result<void> checkFree(sql::Session &session, const SiteUser &user)
{
    std::vector<FieldError> problems;
    const auto named = TRY(SiteUsers::byUsername(session, user.username));
    if (named && named->id != user.id)
        problems.push_back({u"username"_s, u"This user name is taken."_s});
    const auto holder =
        TRY(session.first("SELECT id FROM {users} WHERE email_folded = $1 AND account_uuid IS NULL "
                          "AND id <> $2",
                          {folded(user.email), user.id}, [](const sql::Cursor &row) { return row.string(0); }));
    if (holder)
        problems.push_back({u"email"_s, u"A user of the site has this e-mail address already."_s});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

/// Who gave themselves another address shows that it is theirs, at the next sign-in; those who manage users know.
Result<void> settleAddress(sql::Transaction &transaction, const SitePrincipal &who, const SiteUser &user, Micros now)
{
    TRY(emailverification::settle(transaction, user.id));
    if (who.may(u"manage_site_users"_s))
        return {};
    return emailverification::require(transaction, user, now);
}

/// `reason`: what of the change the record itself does not show.
Result<SiteUser> store(sql::Transaction &transaction, const SiteUser &user, const QString &reason = {})
{
    if (!user.cloudUser) // the address of a mirror may be another's
        TRY(checkFree(transaction, user));
    TRY(transaction.execute("UPDATE {users} SET username = $2, email = $3, email_folded = $4, password_hash = $5, "
                            "first_name = $6, last_name = $7, is_active = $8, is_staff = $9, is_deleted = $10, "
                            "updated_at = $11, token_epoch = $12, attributes = $13 WHERE id = $1",
                            {user.id, user.username, user.email, folded(user.email), user.passwordHash, user.firstName,
                             user.lastName, user.active, user.staff, user.deleted, user.updatedAt, user.tokenEpoch,
                             user.attributes}));
    SiteUser stored = TRY(existing(transaction, user.id));
    TRY(SiteUsers::noteChange(transaction, stored, Change::Changed, reason));
    return stored;
}

Result<SiteUserDetail> insertUser(sql::Transaction &transaction, const SitePrincipal &who, SiteUser user,
                                  const SiteUserChange &wanted)
{
    TRY(checkFree(transaction, user));
    if (wanted.attributes)
        user.attributes = TRY(mergedAttributes(transaction, "{}", *wanted.attributes));
    TRY(SiteUsers::insert(transaction, user));
    SiteUser stored = TRY(existing(transaction, user.id));
    const QStringList roles = wanted.roleSlugs.value_or(QStringList());
    TRY(access::giveFirstRoles(transaction, who, user.id, roles, user.dateJoined));
    return SiteUserDetail::of(transaction, std::move(stored), user.dateJoined);
}

/// Of a record that goes by the id of a user; for those who manage users.
Result<Page<audit::history::Entry>> entriesOf(const Site &site, const SitePrincipal &who, const QString &key,
                                              const audit::history::Query &query,
                                              audit::history::Record (*recordOf)(const QString &userId))
{
    TRY(requireManager(who));
    return site.read(
        [&](sql::Session &session) -> Result<Page<audit::history::Entry>> {
            // Who signed up and never came back is gone; their history goes by their id.
            if (TRY(audit::history::isKnown(session, recordOf(key))))
                return audit::history::list(session, recordOf(key), query);
            const SiteUser user = TRY(named(session, who, key));
            return audit::history::list(session, recordOf(user.id), query);
        },
        sql::ReadKind::Snapshot);
}

/// What was signed in before is over, one session apart.
Result<void> endEverything(sql::Transaction &transaction, SiteUser &user, const QByteArray &keptSession = {})
{
    ++user.tokenEpoch;
    return Sessions::endOthers(transaction, user.id, keptSession, user.tokenEpoch);
}

} // namespace

Result<SiteUserDetail> SiteUserDetail::of(sql::Session &session, SiteUser user, Micros now)
{
    auto groups = TRY(access::SiteGroups::ofUser(session, user.id));
    auto roles = TRY(access::heldRoles(session, user.id, now));
    QStringList missing = TRY(identity::missingAttributes(session, user.attributes));
    return SiteUserDetail{std::move(user), std::move(groups), std::move(roles), std::move(missing)};
}

SiteUserService::SiteUserService(PasswordHasher &hasher, const Clock &clock)
    : m_hasher(hasher)
    , m_clock(clock)
{
}

Result<Page<SiteUserSummary>> SiteUserService::list(const Site &site, const SitePrincipal &who,
                                                    const SiteUserQuery &query, ByPolicy read) const
{
    if (read == ByPolicy::No)
        TRY(requireManager(who));
    return site.read([&](sql::Session &session) { return listSiteUsers(session, query, m_clock.now()); },
                     sql::ReadKind::Snapshot);
}

Result<SiteUserDetail> SiteUserService::find(const Site &site, const SitePrincipal &who, const QString &key,
                                             ByPolicy read) const
{
    if (!isSelf(who, key) && read == ByPolicy::No)
        TRY(requireManager(who));
    return site.read([&](sql::Session &session) -> Result<SiteUserDetail> {
        SiteUser user = TRY(named(session, who, key));
        return SiteUserDetail::of(session, std::move(user), m_clock.now());
    });
}

Result<Page<audit::history::Entry>> SiteUserService::history(const Site &site, const SitePrincipal &who,
                                                             const QString &key,
                                                             const audit::history::Query &query) const
{
    return entriesOf(site, who, key, query, SiteUsers::historyOf);
}

Result<Page<audit::history::Entry>> SiteUserService::roleHistory(const Site &site, const SitePrincipal &who,
                                                                 const QString &key,
                                                                 const audit::history::Query &query) const
{
    return entriesOf(site, who, key, query, access::rolemembers::historyOf);
}

Later<SiteUserDetail> SiteUserService::create(const Site &site, const SitePrincipal &who, SiteUserChange user) const
{
    TRY(requireManager(who));
    TRY(checkMayGiveFlags(who, user));
    SiteUser made;
    made.id = newUuid();
    made.dateJoined = made.updatedAt = m_clock.now();
    made.attributes = "{}";
    applyChange(user, made);
    TRY(checkUser(made, user.password));
    const QString password = user.password.value_or(QString());
    user.password.reset(); // what waits to be written knows the hash alone
    const auto insert = [site, who, made, user](const QString &hash) {
        return site.write([=](sql::Transaction &transaction) -> Result<SiteUserDetail> {
            SiteUser complete = made;
            complete.passwordHash = hash;
            return insertUser(transaction, who, std::move(complete), user);
        });
    };
    if (password.isEmpty())
        return insert(QString());
    return m_hasher.hash(password).andThen(insert);
}

Later<SiteUserDetail> SiteUserService::update(const Site &site, const SitePrincipal &who, const QString &key,
                                              SiteUserChange change) const
{
    // Looked at before anything is hashed, and once more where it is written.
    const SiteUser before = TRY(site.read([&](sql::Session &session) -> Result<SiteUser> {
        if (!isSelf(who, key))
            TRY(requireManager(who));
        SiteUser user = TRY(named(session, who, key));
        TRY(checkMayChange(session, who, user, change, m_clock.now()));
        return user;
    }));
    SiteUser after = before;
    applyChange(change, after);
    if (!before.cloudUser)
        TRY(checkUser(after, change.password));
    if (change.password.value_or(QString()).isEmpty())
        return this->change(site, who, before.id, change, QString());
    return m_hasher.hash(*change.password).andThen([this, site, who, id = before.id, change](const QString &hash) {
        return this->change(site, who, id, change, hash);
    });
}

Later<SiteUserDetail> SiteUserService::change(const Site &site, const SitePrincipal &who, const QString &id,
                                              const SiteUserChange &change, const QString &hash) const
{
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<SiteUserDetail> {
        SiteUser user = TRY(existing(transaction, id));
        TRY(checkMayChange(transaction, who, user, change, now));
        const bool wasActive = user.active;
        const QString formerAddress = user.email;
        applyChange(change, user);
        user.updatedAt = now;
        if (change.attributes)
            user.attributes = TRY(mergedAttributes(transaction, user.attributes, *change.attributes));
        if (!hash.isEmpty())
            user.passwordHash = hash;
        if (!hash.isEmpty() || (wasActive && !user.active))
            TRY(endEverything(transaction, user, change.keptSession));
        if (folded(user.email) != folded(formerAddress))
            TRY(settleAddress(transaction, who, user, now));
        if (!hash.isEmpty())
            TRY(SecondFactors::removeUnactivated(transaction, user.id));
        if (!hash.isEmpty())
            TRY(audit::record(transaction, u"user.password_change"_s, u"user:"_s + user.username));
        SiteUser stored = TRY(store(transaction, user, hash.isEmpty() ? QString() : u"A new password"_s));
        return SiteUserDetail::of(transaction, std::move(stored), now);
    });
}

Later<void> SiteUserService::remove(const Site &site, const SitePrincipal &who, const QString &key) const
{
    if (!isSelf(who, key))
        TRY(requireManager(who));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        TRY(access::rolestore::lock(transaction)); // nobody gives roles to who is being deleted
        SiteUser user = TRY(named(transaction, who, key));
        if (user.id == who.id)
            return failure(ErrorCode::BadRequest, u"You cannot delete yourself."_s);
        TRY(checkMayChange(transaction, who, user, {}, now));
        TRY(access::rolemembers::removeAll(transaction, user.id));
        user.deleted = true;
        user.active = false;
        user.updatedAt = now;
        TRY(endEverything(transaction, user));
        TRY(ApiKeys::revokeAll(transaction, user.id));
        TRY(store(transaction, user, u"The user was deleted"_s));
        return {};
    });
}

Later<void> SiteUserService::removeAuthenticators(const Site &site, const secrets::Caller &caller,
                                                  const QString &key) const
{
    TRY(requireManager(*caller.user));
    return site.write([=, now = m_clock.now()](sql::Transaction &transaction) -> Result<void> {
        const SiteUser user = TRY(named(transaction, *caller.user, key));
        if (user.id == caller.user->id)
            return failure(ErrorCode::BadRequest,
                           u"Your own second factor you remove at /_allauth/app/v1/account/authenticators/totp."_s);
        TRY(checkRank(transaction, *caller.user, user, now));
        if (user.cloudUser)
            return failure(ErrorCode::BadRequest, u"This user follows an account of the platform; change it there."_s);
        if (!TRY(SecondFactors::removeAll(transaction, user.id)))
            return failure(ErrorCode::NotFound, u"This user has no second factor."_s);
        return audit::record(transaction, {0, now, caller.name(), u"user.remove_authenticators"_s,
                                           u"user:"_s + user.username, caller.address, caller.correlationId});
    });
}

} // namespace tenantry::identity
