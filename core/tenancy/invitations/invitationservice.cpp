// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitationservice.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/identity/accounts.h"
#include "core/identity/names.h"
#include "core/mail/address.h"
#include "core/mail/queue.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/invitations/invitationgifts.h"
#include "core/tenancy/invitations/invitationmail.h"
#include "core/tenancy/invitations/invitedaccounts.h"
#include "core/tenancy/memberstore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr int tokenBytes = 32;
constexpr Micros day = Micros{24 * 60 * 60} * 1'000'000;

const QString invite = u"invite_members"_s;
const QString identifier = u"invitee_identifier"_s;

/// What is sent with the mail, and what of it is kept.
struct Token
{
    QByteArray plain = randomToken(tokenBytes);
    QByteArray hash = crypto::sha256Hex(plain);
};

Result<Invitation> existing(sql::Session &platform, std::int64_t organizationId, std::int64_t id)
{
    auto invitation = TRY(InvitationStore::byId(platform, organizationId, id));
    if (!invitation)
        return failure(ErrorCode::NotFound, u"The organization has no such invitation."_s);
    return *std::move(invitation);
}

Result<void> checkAddress(const QString &email)
{
    if (const auto problem = identity::emailProblem(email))
        return failure(Error::field(identifier, *problem));
    if (!mail::isMailable(email))
        return failure(Error::field(identifier, u"No mail can be sent to this address."_s));
    return {};
}

Result<void> checkRoom(sql::Session &platform, const PlatformPrincipal &who, Organization organization, Micros now)
{
    organization.openInvitations = TRY(InvitationStore::countOpen(platform, organization.id, now));
    if (who.superuser || organization.canAddMember())
        return {};
    return failure(ErrorCode::BadRequest,
                   u"The organization has reached its limit of %1 members, open invitations counted."_s.arg(
                       organization.maxMembers));
}

Result<void> checkNoMember(sql::Session &platform, const Organization &organization, std::int64_t accountId)
{
    const auto member = TRY(MemberStore::find(platform, organization.id, accountId));
    if (member && member->active)
        return failure(ErrorCode::BadRequest, u"Who has this address is a member already."_s);
    return {};
}

/// One that is over makes room for the next.
Result<void> checkNoneOpen(sql::Transaction &platform, const Organization &organization, const QString &email,
                           Micros now)
{
    auto pending = TRY(InvitationStore::pendingTo(platform, organization.id, email));
    if (!pending)
        return {};
    if (pending->isOpenAt(now))
        return failure(ErrorCode::BadRequest, u"There is an open invitation for this address."_s);
    pending->status = InvitationStatus::Expired;
    pending->modifiedAt = now;
    return InvitationStore::update(platform, *pending);
}

Result<identity::Account> inviterOf(sql::Session &platform, const PlatformPrincipal &who)
{
    auto account = TRY(identity::Accounts::byId(platform, who.id));
    if (!account)
        return failure(ErrorCode::Unauthorized, u"This account is gone; sign in again."_s);
    return *std::move(account);
}

Result<void> mailTo(sql::Transaction &platform, const Invitation &invitation, const identity::Account &account,
                    const Token &token, const QString &origin, Micros now)
{
    const Invitee invitee = TRY(invitedaccounts::isWaiting(platform, account)) ? Invitee::New : Invitee::Known;
    return mail::enqueue(platform, invitationMail(invitation, invitee, token.plain, origin), now);
}

} // namespace

InvitationService::InvitationService(sql::Database &platform, const mail::Outbox &outbox, int validDays,
                                     const Clock &clock)
    : m_platform(platform)
    , m_outbox(outbox)
    , m_validity(validDays * day)
    , m_clock(clock)
{
}

Result<Page<Invitation>> InvitationService::list(const PlatformPrincipal &who, const QString &organization,
                                                 const InvitationQuery &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<Invitation>> {
            const Organization owner = TRY(organizationFor(platform, who, organization, {invite})).organization;
            return InvitationStore::list(platform, owner.id, query, m_clock.now());
        },
        sql::ReadKind::Snapshot);
}

Result<Invitation> InvitationService::find(const PlatformPrincipal &who, const QString &organization,
                                           std::int64_t id) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<Invitation> {
        const Organization owner = TRY(organizationFor(platform, who, organization, {invite})).organization;
        return existing(platform, owner.id, id);
    });
}

Result<Page<audit::history::Entry>> InvitationService::history(const PlatformPrincipal &who,
                                                               const QString &organization, std::int64_t id,
                                                               const audit::history::Query &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            const OrganizationView view = TRY(organizationFor(platform, who, organization, {invite}));
            TRY(existing(platform, view.organization.id, id));
            return audit::history::list(platform, InvitationStore::historyOf(id), query);
        },
        sql::ReadKind::Snapshot);
}

Later<Invitation> InvitationService::create(const PlatformPrincipal &who, const QString &organization,
                                            const InvitationDraft &draft, const QString &origin) const
{
    const Micros now = m_clock.now();
    Invitation wanted;
    wanted.uuid = newUuid();
    wanted.email = draft.email.trimmed();
    wanted.role = draft.role;
    wanted.message = draft.message.trimmed();
    wanted.createdAt = wanted.modifiedAt = now;
    wanted.expiresAt = now + m_validity;
    return m_outbox.write(
        nullptr, [=, token = Token(), accountUuid = newUuid()](sql::Transaction &platform) -> Result<Invitation> {
            platform.setOrigin(who.origin);
            const OrganizationView view = TRY(lockedOrganizationFor(platform, who, organization, {invite}));
            TRY(checkAddress(wanted.email));
            Invitation invitation = wanted;
            invitation.organizationId = view.organization.id;
            invitation.organizationSlug = view.organization.slug;
            invitation.organizationName = view.organization.name;
            invitation.invitedBy = TRY(inviterOf(platform, who));
            TRY(findGifts(platform, view.organization, draft, invitation));
            TRY(checkMayGive(platform, who, view, invitation));
            TRY(checkNoneOpen(platform, view.organization, invitation.email, now));
            TRY(checkRoom(platform, who, view.organization, now));
            TRY(invitedaccounts::sweep(platform, now));
            const identity::Account account =
                TRY(invitedaccounts::ensure(platform, invitation.email, accountUuid, now));
            TRY(checkNoMember(platform, view.organization, account.id));
            invitation.accountId = account.id;
            invitation.id = TRY(InvitationStore::insert(platform, invitation, token.hash));
            TRY(mailTo(platform, invitation, account, token, origin, now));
            return invitation;
        });
}

Later<void> InvitationService::revoke(const PlatformPrincipal &who, const QString &organization, std::int64_t id) const
{
    const Micros now = m_clock.now();
    return m_platform.write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        const OrganizationView view = TRY(lockedOrganizationFor(platform, who, organization, {invite}));
        Invitation invitation = TRY(existing(platform, view.organization.id, id));
        if (invitation.status != InvitationStatus::Pending)
            return failure(ErrorCode::BadRequest,
                           u"This invitation is %1; there is nothing to revoke."_s.arg(nameOf(invitation.status)));
        invitation.status = InvitationStatus::Revoked;
        invitation.modifiedAt = now;
        TRY(InvitationStore::update(platform, invitation));
        return invitedaccounts::sweep(platform, now);
    });
}

Later<Invitation> InvitationService::resend(const PlatformPrincipal &who, const QString &organization,
                                            const QString &invitee, const QString &origin) const
{
    const Micros now = m_clock.now();
    return m_outbox.write(
        nullptr,
        [=, token = Token(), accountUuid = newUuid(),
         expiresAt = now + m_validity](sql::Transaction &platform) -> Result<Invitation> {
            platform.setOrigin(who.origin);
            const OrganizationView view = TRY(lockedOrganizationFor(platform, who, organization, {invite}));
            auto found = TRY(InvitationStore::to(platform, view.organization.id, invitee));
            if (!found)
                return failure(ErrorCode::NotFound, u"The organization has not invited anybody of this id."_s);
            Invitation invitation = *std::move(found);
            const InvitationStatus status = invitation.statusAt(now);
            if (status != InvitationStatus::Pending && status != InvitationStatus::Expired) {
                return failure(ErrorCode::BadRequest,
                               u"This invitation is %1; it is not sent once more."_s.arg(nameOf(status)));
            }
            TRY(checkMayGive(platform, who, view, invitation));
            if (status == InvitationStatus::Expired) {
                TRY(checkNoneOpen(platform, view.organization, invitation.email, now));
                TRY(checkRoom(platform, who, view.organization, now));
            }
            // The one that was made for it may be gone since it expired.
            const identity::Account account =
                TRY(invitedaccounts::ensure(platform, invitation.email, accountUuid, now));
            invitation.accountId = account.id;
            invitation.status = InvitationStatus::Pending;
            invitation.invitedBy = TRY(inviterOf(platform, who));
            invitation.expiresAt = expiresAt;
            invitation.modifiedAt = now;
            TRY(InvitationStore::update(platform, invitation));
            TRY(InvitationStore::setTokenHash(platform, invitation.id, token.hash));
            TRY(mailTo(platform, invitation, account, token, origin, now));
            return invitation;
        });
}

} // namespace tenantry
