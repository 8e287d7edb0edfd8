// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/accounts/accountservice.h"

#include "core/access/accountrank.h"
#include "core/access/effectivepermissions.h"
#include "core/base/fold.h"
#include "core/base/takegiven.h"
#include "core/identity/mfa/secondfactors.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/sessions.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/groups/groupstore.h"
#include "core/tenancy/invitations/invitedaccounts.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/organizationstore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

using identity::Account;
using identity::Accounts;

const QString viewUser = u"view_user"_s;
const QString addUser = u"add_user"_s;
const QString changeUser = u"change_user"_s;
const QString deleteUser = u"delete_user"_s;

Result<bool> holds(sql::Session &platform, const PlatformPrincipal &who, const QString &codename)
{
    if (who.superuser)
        return true;
    return TRY(access::EffectivePermissions().onEveryObject(platform, who.id)).contains(codename);
}

/// Whether the caller is shown accounts with which they have nothing to do.
Result<bool> seesAll(sql::Session &platform, const PlatformPrincipal &who)
{
    for (const QString &codename : {viewUser, changeUser, deleteUser}) {
        if (TRY(holds(platform, who, codename)))
            return true;
    }
    return false;
}

/// The account that a path of the API names, if the caller may know of it.
Result<Account> named(sql::Session &platform, const PlatformPrincipal &who, const QString &key)
{
    auto account = TRY(key == "me"_L1 ? Accounts::byId(platform, who.id) : Accounts::byUsernameOrUuid(platform, key));
    if (!account || (account->id != who.id && !TRY(seesAll(platform, who))))
        return failure(ErrorCode::NotFound, u"There is no such account."_s);
    return *std::move(account);
}

Result<void> checkRank(sql::Session &platform, const PlatformPrincipal &who, const Account &account)
{
    if (TRY(access::ranksWith(platform, who, {account.id, account.superuser})))
        return {};
    return failure(ErrorCode::Forbidden,
                   u"This account may do more than yours, and is changed only by those who may too."_s);
}

Result<void> require(sql::Session &platform, const PlatformPrincipal &who, const QString &codename)
{
    if (TRY(holds(platform, who, codename)))
        return {};
    return failure(ErrorCode::Forbidden, u"You need the permission %1."_s.arg(codename));
}

Result<void> checkSelf(const AccountChange &change)
{
    if (change.active == false)
        return failure(ErrorCode::BadRequest, u"You cannot deactivate yourself."_s);
    if (change.superuser == false)
        return failure(ErrorCode::BadRequest, u"You cannot take your own rights; another administrator can."_s);
    return {};
}

Result<void> checkMayChange(sql::Session &platform, const PlatformPrincipal &who, const Account &account,
                            const AccountChange &change)
{
    const bool own = who.id == account.id;
    // Whoever could call any address theirs would be given what is meant for those who have it: invitations, resets.
    const bool movesAddress = change.email && folded(*change.email) != folded(account.email);
    if (!own || change.isForManagersAlone() || movesAddress)
        TRY(require(platform, who, changeUser));
    TRY(checkRank(platform, who, account));
    if ((change.staff || change.superuser || change.deleted) && !who.superuser)
        return failure(ErrorCode::Forbidden,
                       u"Only a platform administrator changes is_staff, is_superuser and is_deleted."_s);
    if (own)
        TRY(checkSelf(change));
    if (change.deleted == true)
        return failure(ErrorCode::BadRequest, u"Delete the account instead of setting is_deleted."_s);
    if (account.deleted && change.deleted != false)
        return failure(ErrorCode::BadRequest, u"This account is deleted; set is_deleted to false first."_s);
    return {};
}

void apply(const AccountChange &change, Account &account)
{
    takeGiven(change.username, account.username);
    if (change.email)
        account.email = change.email->trimmed();
    takeGiven(change.firstName, account.firstName);
    takeGiven(change.lastName, account.lastName);
    takeGiven(change.active, account.active);
    takeGiven(change.staff, account.staff);
    takeGiven(change.superuser, account.superuser);
    takeGiven(change.deleted, account.deleted);
}

/// What sites see of an account has changed, or will.
Result<void> noteMirrors(sql::Transaction &platform, const Account &account)
{
    if (account.superuser)
        return mirrorjobs::addForEverySite(platform, account.id);
    return mirrorjobs::addForSitesOf(platform, account.id);
}

/// An organization always keeps an active owner.
Result<void> leave(sql::Transaction &platform, const Member &member)
{
    TRY(OrganizationStore::lock(platform, member.organizationId));
    if (member.isActiveOwner() && TRY(OrganizationStore::ownerCount(platform, member.organizationId)) <= 1) {
        return failure(ErrorCode::BadRequest,
                       u"This account is the last owner of an organization; make somebody else an owner first."_s);
    }
    return MemberStore::remove(platform, member);
}

Result<void> leaveEverything(sql::Transaction &platform, const Account &account)
{
    for (const Member &member : TRY(MemberStore::ofAccount(platform, account.id)))
        TRY(leave(platform, member));
    TRY(GroupStore::removeFromAll(platform, account));
    return GrantStore::revokeAll(platform, {account.id, {}}, u"The account was deleted"_s);
}

} // namespace

AccountService::AccountService(Accounts accounts, identity::PasswordHasher &hasher, Mirrors &mirrors,
                               const Clock &clock)
    : m_accounts(accounts)
    , m_hasher(hasher)
    , m_mirrors(mirrors)
    , m_clock(clock)
{
}

Result<Page<Account>> AccountService::list(const PlatformPrincipal &who, identity::AccountFilter filter) const
{
    return m_accounts.database().read(
        [&](sql::Session &platform) -> Result<Page<Account>> {
            if (!TRY(seesAll(platform, who))) {
                filter.among = TRY(MemberStore::colleagues(platform, who.id));
                filter.among->push_back(who.id);
            }
            auto found = TRY(Accounts::list(platform, filter));
            return Page<Account>{std::move(found.accounts), found.total};
        },
        sql::ReadKind::Snapshot);
}

Result<Account> AccountService::find(const PlatformPrincipal &who, const QString &key) const
{
    return m_accounts.database().read([&](sql::Session &platform) { return named(platform, who, key); });
}

Result<Page<audit::history::Entry>> AccountService::history(const PlatformPrincipal &who, const QString &key,
                                                            const audit::history::Query &query) const
{
    return m_accounts.database().read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            if (who.superuser && TRY(audit::history::isKnown(platform, Accounts::historyOf(key))))
                return audit::history::list(platform, Accounts::historyOf(key), query);
            const Account account = TRY(named(platform, who, key));
            TRY(require(platform, who, changeUser));
            return audit::history::list(platform, Accounts::historyOf(account.uuid), query);
        },
        sql::ReadKind::Snapshot);
}

Later<Account> AccountService::create(const PlatformPrincipal &who, const identity::NewAccount &account) const
{
    TRY(m_accounts.database().read([&](sql::Session &platform) { return require(platform, who, addUser); }));
    if ((account.staff || account.superuser) && !who.superuser)
        return failure(ErrorCode::Forbidden, u"Only a platform administrator gives is_staff and is_superuser."_s);
    return m_accounts.create(account, [origin = who.origin, now = m_clock.now()](sql::Transaction &platform) {
        platform.setOrigin(origin);
        return invitedaccounts::sweep(platform, now);
    });
}

Later<Account> AccountService::update(const PlatformPrincipal &who, const QString &key,
                                      const AccountChange &change) const
{
    // Looked at before anything is hashed, and once more where it is written.
    Account after = TRY(m_accounts.database().read([&](sql::Session &platform) -> Result<Account> {
        Account account = TRY(named(platform, who, key));
        TRY(checkMayChange(platform, who, account, change));
        return account;
    }));
    apply(change, after);
    const QString password = change.password.value_or(QString());
    TRY(Accounts::checkFields(after, password));
    if (password.isEmpty())
        return this->change(who, after.uuid, change, QString());
    // A copy: what waits to be hashed may outlive this.
    return m_hasher.hash(password).andThen([self = *this, who, uuid = after.uuid, change](const QString &hash) {
        return self.change(who, uuid, change, hash);
    });
}

Later<Account> AccountService::change(const PlatformPrincipal &who, const QString &key, const AccountChange &change,
                                      const QString &hash) const
{
    return m_mirrors.followed(m_accounts.database().write([=](sql::Transaction &platform) -> Result<Account> {
        platform.setOrigin(who.origin);
        Account account = TRY(named(platform, who, key));
        TRY(checkMayChange(platform, who, account, change));
        TRY(noteMirrors(platform, account));
        const bool wasActive = account.active;
        apply(change, account);
        if (!hash.isEmpty()) {
            account.passwordHash = hash;
            TRY(identity::SecondFactors::removeUnactivated(platform, account.uuid));
        }
        if (!hash.isEmpty() || (wasActive && !account.active)) {
            ++account.tokenEpoch;
            TRY(identity::Sessions::endOthers(platform, account.uuid, change.keptSession, account.tokenEpoch));
        }
        if (account.active || !account.passwordHash.isEmpty())
            TRY(invitedaccounts::forget(platform, account.id));
        TRY(Accounts::store(platform, account, hash.isEmpty() ? QString() : u"A new password"_s));
        TRY(noteMirrors(platform, account));
        return account;
    }));
}

Later<void> AccountService::remove(const PlatformPrincipal &who, const QString &key) const
{
    return m_mirrors.followed(m_accounts.database().write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        Account account = TRY(named(platform, who, key));
        if (account.id == who.id)
            return failure(ErrorCode::BadRequest, u"You cannot delete yourself."_s);
        TRY(require(platform, who, deleteUser));
        TRY(checkRank(platform, who, account));
        if (account.deleted)
            return {};
        TRY(noteMirrors(platform, account));
        TRY(leaveEverything(platform, account));
        account.deleted = true;
        account.active = false;
        ++account.tokenEpoch;
        return Accounts::store(platform, account, u"The account was deleted"_s);
    }));
}

} // namespace tenantry
