// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitationanswers.h"

#include "core/base/crypto.h"
#include "core/base/fold.h"
#include "core/identity/accounts.h"
#include "core/identity/passwordhasher.h"
#include "core/identity/passwordrules.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/invitations/invitationgifts.h"
#include "core/tenancy/invitations/invitedaccounts.h"
#include "core/tenancy/memberstore.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/organizationstore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr qsizetype longestName = 150;

/// An invitation that can be answered, and whoever has its address.
struct Opened
{
    Invitation invitation;
    identity::Account account;
    bool unused = false; ///< the account was made for an invitation and has no password yet
};

Result<Invitation> withToken(sql::Session &platform, const QByteArray &tokenHash)
{
    auto invitation = TRY(InvitationStore::byTokenHash(platform, tokenHash));
    if (!invitation)
        return failure(ErrorCode::NotFound, u"There is no such invitation."_s);
    return *std::move(invitation);
}

Result<Invitation> openWithToken(sql::Session &platform, const QByteArray &tokenHash, Micros now)
{
    Invitation invitation = TRY(withToken(platform, tokenHash));
    if (!invitation.isOpenAt(now)) {
        return failure(ErrorCode::BadRequest, u"This invitation is %1 and cannot be answered any more."_s.arg(
                                                  nameOf(invitation.statusAt(now))));
    }
    return invitation;
}

/// The account that has the address now: who had it before has no say.
Result<Opened> opened(sql::Session &platform, const QByteArray &tokenHash, const Acceptance &how, Micros now)
{
    Opened opened;
    opened.invitation = TRY(openWithToken(platform, tokenHash, now));
    if (how.signedIn && folded(how.signedIn->email) != folded(opened.invitation.email)) {
        return failure(ErrorCode::Forbidden, u"This invitation is for another e-mail address than yours."_s,
                       u"Sign out, or sign in as whom it was sent to."_s);
    }
    auto account = TRY(identity::Accounts::byEmail(platform, opened.invitation.email));
    if (!account)
        return failure(ErrorCode::BadRequest, u"No account has this address any more; ask for a new invitation."_s);
    opened.unused = TRY(invitedaccounts::isWaiting(platform, *account));
    if (!opened.unused && !account->maySignIn())
        return failure(ErrorCode::BadRequest, u"The account with this address is out of use."_s);
    opened.account = *std::move(account);
    return opened;
}

Result<void> checkNewcomer(const Acceptance &how, const identity::Account &account)
{
    std::vector<FieldError> problems;
    if (how.firstName.size() > longestName)
        problems.push_back({u"first_name"_s, u"At most 150 characters."_s});
    if (how.lastName.size() > longestName)
        problems.push_back({u"last_name"_s, u"At most 150 characters."_s});
    if (how.password.isEmpty())
        problems.push_back({u"password"_s, u"Choose a password for your new account."_s});
    else if (const auto problem = identity::passwordProblem(
                 how.password, {account.username, account.email, how.firstName, how.lastName}))
        problems.push_back({u"password"_s, *problem});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return {};
}

Result<void> checkPassword(const Opened &opened, const Acceptance &how)
{
    if (opened.unused)
        return checkNewcomer(how, opened.account);
    if (!how.password.isEmpty()) {
        return failure(Error::field(u"password"_s, u"The account with this address has a password already; accept "
                                                   "without one."_s));
    }
    return {};
}

/// Who invited must still be able to give all of it.
Result<void> checkInviter(sql::Session &platform, const Opened &opened)
{
    const Error over =
        Error::make(ErrorCode::BadRequest, u"Who sent this invitation may not give what it offers any more."_s,
                    u"Ask the organization for a new one."_s);
    const auto &inviter = opened.invitation.invitedBy;
    if (!inviter || !inviter->maySignIn())
        return failure(over);
    const PlatformPrincipal who = inviter->principal();
    const auto view = organizationFor(platform, who, opened.invitation.organizationSlug, {u"invite_members"_s});
    const auto may =
        view ? checkMayGive(platform, who, *view, opened.invitation, opened.account.id) : failure(view.error());
    if (may)
        return {};
    const bool refused = may.error().code == ErrorCode::Forbidden || may.error().code == ErrorCode::NotFound;
    return failure(refused ? over : may.error());
}

/// The member that the account becomes, or becomes again.
Result<void> join(sql::Transaction &platform, const Opened &opened, Micros now)
{
    const Invitation &invitation = opened.invitation;
    auto member = TRY(MemberStore::find(platform, invitation.organizationId, opened.account.id));
    if (member && member->active)
        return failure(ErrorCode::BadRequest, u"You are a member of this organization already."_s);
    if (member) // anew, with what this invitation gives: who invites need not hold what the member was given before
        TRY(MemberStore::remove(platform, *member));
    Member joining;
    joining.organizationId = invitation.organizationId;
    joining.account = opened.account;
    joining.role = invitation.role;
    joining.joinedAt = joining.createdAt = joining.modifiedAt = now;
    return MemberStore::insert(platform, joining);
}

/// The invitation counts in the limit as long as it is open; the limit may have been lowered since.
Result<void> checkRoom(sql::Session &platform, const Invitation &invitation)
{
    const auto organization = TRY(OrganizationStore::find(platform, invitation.organizationSlug));
    const bool bypasses = invitation.invitedBy && invitation.invitedBy->superuser;
    if (organization && (bypasses || organization->memberCount < organization->maxMembers))
        return {};
    return failure(ErrorCode::BadRequest, u"The organization has reached its limit of members."_s);
}

Result<MemberView> accepted(sql::Transaction &platform, Opened opened, const Acceptance &how, const QString &hash,
                            Micros now)
{
    TRY(checkPassword(opened, how));
    if (opened.unused && hash.isEmpty())
        return failure(ErrorCode::Conflict, u"The account was changed meanwhile; try again."_s);
    TRY(checkInviter(platform, opened));
    TRY(checkRoom(platform, opened.invitation));
    if (opened.unused) {
        TRY(invitedaccounts::forget(platform, opened.account.id));
        TRY(identity::Accounts::takeIntoUse(platform, opened.account, hash, how.firstName, how.lastName));
    }
    TRY(join(platform, opened, now));
    TRY(give(platform, opened.invitation, opened.account, now));
    Invitation &invitation = opened.invitation;
    invitation.accountId = opened.account.id;
    invitation.status = InvitationStatus::Accepted;
    invitation.acceptedAt = invitation.modifiedAt = now;
    TRY(InvitationStore::update(platform, invitation));
    auto member = TRY(MemberStore::find(platform, invitation.organizationId, opened.account.id));
    return MemberView{*std::move(member), invitation.organizationSlug, invitation.organizationName};
}

} // namespace

InvitationAnswers::InvitationAnswers(sql::Database &platform, Mirrors &mirrors, identity::PasswordHasher &hasher,
                                     const Clock &clock)
    : m_platform(platform)
    , m_mirrors(mirrors)
    , m_hasher(hasher)
    , m_clock(clock)
{
}

Result<ReceivedInvitation> InvitationAnswers::find(const QByteArray &token) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<ReceivedInvitation> {
        Invitation invitation = TRY(withToken(platform, crypto::sha256Hex(token)));
        const InvitationStatus status = invitation.statusAt(m_clock.now());
        const auto account = TRY(identity::Accounts::byEmail(platform, invitation.email));
        const bool unused =
            status == InvitationStatus::Pending && account && TRY(invitedaccounts::isWaiting(platform, *account));
        return ReceivedInvitation{std::move(invitation), status, unused};
    });
}

Later<MemberView> InvitationAnswers::accept(const QByteArray &token, const Acceptance &how) const
{
    const QByteArray tokenHash = crypto::sha256Hex(token);
    // Looked at before anything is hashed, and once more where it is written.
    const Opened seen =
        TRY(m_platform.read([&](sql::Session &platform) { return opened(platform, tokenHash, how, m_clock.now()); }));
    TRY(checkPassword(seen, how));
    // Without `this`: what waits to be hashed may outlive it.
    const auto write = [&mirrors = m_mirrors, &database = m_platform, tokenHash, how, now = m_clock.now(),
                        organizationId = seen.invitation.organizationId](const QString &hash) {
        return mirrors.followed(database.write([=](sql::Transaction &platform) -> Result<MemberView> {
            platform.setOrigin(how.origin);
            // Of several that accept at once the first is in; the others find the invitation accepted.
            TRY(OrganizationStore::lock(platform, organizationId));
            Opened current = TRY(opened(platform, tokenHash, how, now));
            return accepted(platform, std::move(current), how, hash, now);
        }));
    };
    if (!seen.unused)
        return write(QString());
    return m_hasher.hash(how.password).andThen(write);
}

Later<void> InvitationAnswers::decline(const QByteArray &token, const std::shared_ptr<const sql::Origin> &origin) const
{
    return m_platform.write([tokenHash = crypto::sha256Hex(token), now = m_clock.now(),
                             origin](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(origin);
        const std::int64_t organizationId = TRY(withToken(platform, tokenHash)).organizationId;
        TRY(OrganizationStore::lock(platform, organizationId));
        Invitation invitation = TRY(openWithToken(platform, tokenHash, now));
        invitation.status = InvitationStatus::Declined;
        invitation.modifiedAt = now;
        TRY(InvitationStore::update(platform, invitation));
        return invitedaccounts::sweep(platform, now);
    });
}

} // namespace tenantry
