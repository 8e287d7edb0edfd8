// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/memberservice.h"

#include "core/identity/accounts.h"
#include "core/tenancy/authorization.h"
#include "core/tenancy/invitations/invitationstore.h"
#include "core/tenancy/mirrors/mirrors.h"
#include "core/tenancy/organizationstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

using identity::Account;
using identity::Accounts;

const QString view = u"view_organization"_s;
const QString manage = u"manage_organization"_s;

Result<Account> accountToAdd(sql::Session &platform, const MemberReference &whom)
{
    const QString field = whom.userId ? u"user_id"_s : u"username"_s;
    const auto account =
        TRY(whom.userId ? Accounts::byId(platform, *whom.userId) : Accounts::byUsernameOrUuid(platform, whom.username));
    if (!account || account->deleted)
        return failure(Error::field(field, u"There is no account of this name."_s));
    return *account;
}

Error noSuchMember()
{
    return Error::make(ErrorCode::NotFound, u"The organization has no such member."_s);
}

Result<Member> memberNamed(sql::Session &platform, const Organization &organization, const QString &username)
{
    const auto account = TRY(Accounts::byUsernameOrUuid(platform, username));
    if (!account)
        return failure(noSuchMember());
    auto member = TRY(MemberStore::find(platform, organization.id, account->id));
    if (!member)
        return failure(noSuchMember());
    return std::move(*member);
}

MemberView viewOf(Member member, const Organization &organization)
{
    return {std::move(member), organization.slug, organization.name};
}

Result<void> checkLimit(sql::Session &platform, const PlatformPrincipal &who, Organization organization, Micros now)
{
    organization.openInvitations = TRY(InvitationStore::countOpen(platform, organization.id, now));
    if (!who.superuser && !organization.canAddMember()) {
        return failure(ErrorCode::BadRequest,
                       u"The organization has reached its limit of %1 members, open invitations counted."_s.arg(
                           organization.maxMembers));
    }
    return {};
}

/// An organization always keeps an active owner: `before` may not stop being the last one.
Result<void> checkLastOwner(const Member &before, bool staysOwner, const Organization &organization)
{
    if (before.isActiveOwner() && !staysOwner && organization.ownerCount <= 1) {
        return failure(ErrorCode::BadRequest,
                       u"This is the organization's last owner; make somebody else an owner first."_s);
    }
    return {};
}

/// Nobody gives or takes a role that gives more than they hold.
Result<void> checkRank(const OrganizationView &view, access::MemberRole role)
{
    const QStringList given = access::permissionsOfRole(role);
    if (std::ranges::all_of(given, [&](const QString &codename) { return view.mine.may(codename); }))
        return {};
    return failure(ErrorCode::Forbidden, u"Owners are made, changed and removed by those who hold as much."_s);
}

void apply(const MemberChange &change, Member &member)
{
    member.role = change.role.value_or(member.role);
    member.title = change.title.value_or(member.title);
    member.department = change.department.value_or(member.department);
    member.phone = change.phone.value_or(member.phone);
    member.active = change.active.value_or(member.active);
}

} // namespace

MemberService::MemberService(sql::Database &platform, Mirrors &mirrors, const Clock &clock)
    : m_platform(platform)
    , m_mirrors(mirrors)
    , m_clock(clock)
{
}

Result<Page<MemberView>> MemberService::list(const PlatformPrincipal &who, const QString &organization,
                                             const MemberQuery &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<MemberView>> {
            const Organization owner = TRY(organizationFor(platform, who, organization, {view})).organization;
            Page<Member> members = TRY(MemberStore::list(platform, owner.id, query));
            Page<MemberView> page;
            page.total = members.total;
            for (Member &member : members.items)
                page.items.push_back(viewOf(std::move(member), owner));
            return page;
        },
        sql::ReadKind::Snapshot);
}

Result<MemberView> MemberService::find(const PlatformPrincipal &who, const QString &organization,
                                       const QString &username) const
{
    return m_platform.read([&](sql::Session &platform) -> Result<MemberView> {
        const Organization owner = TRY(organizationFor(platform, who, organization, {view})).organization;
        return viewOf(TRY(memberNamed(platform, owner, username)), owner);
    });
}

Result<Page<audit::history::Entry>> MemberService::history(const PlatformPrincipal &who, const QString &organization,
                                                           const QString &username,
                                                           const audit::history::Query &query) const
{
    return m_platform.read(
        [&](sql::Session &platform) -> Result<Page<audit::history::Entry>> {
            const Organization owner = TRY(organizationFor(platform, who, organization, {manage})).organization;
            const auto account = TRY(Accounts::byUsernameOrUuid(platform, username));
            if (!account)
                return failure(noSuchMember());
            return audit::history::listOf(
                platform, MemberStore::historyOf(owner.id, account->id), query,
                [&](sql::Session &platform) { return memberNamed(platform, owner, account->uuid); });
        },
        sql::ReadKind::Snapshot);
}

Later<MemberView> MemberService::add(const PlatformPrincipal &who, const QString &organization,
                                     const MemberReference &whom, const MemberChange &fields) const
{
    const Micros now = m_clock.now();
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<MemberView> {
        platform.setOrigin(who.origin);
        const OrganizationView view = TRY(lockedOrganizationFor(platform, who, organization, {manage}));
        const Organization &owner = view.organization;
        TRY(checkRank(view, fields.role.value_or(access::MemberRole::Member)));
        Member member;
        member.organizationId = owner.id;
        member.account = TRY(accountToAdd(platform, whom));
        if (TRY(MemberStore::find(platform, owner.id, member.account.id))) {
            return failure(ErrorCode::BadRequest, u"%1 is a member already."_s.arg(member.account.username));
        }
        TRY(checkLimit(platform, who, owner, now));
        apply(fields, member);
        member.joinedAt = member.createdAt = member.modifiedAt = now;
        TRY(MemberStore::insert(platform, member));
        TRY(mirrorjobs::addForOrganization(platform, member.account.id, owner.id));
        return viewOf(TRY(memberNamed(platform, owner, member.account.uuid)), owner);
    }));
}

Later<MemberView> MemberService::update(const PlatformPrincipal &who, const QString &organization,
                                        const QString &username, const MemberChange &change) const
{
    const Micros now = m_clock.now();
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<MemberView> {
        platform.setOrigin(who.origin);
        const OrganizationView view = TRY(lockedOrganizationFor(platform, who, organization, {manage}));
        const Organization &owner = view.organization;
        const Member before = TRY(memberNamed(platform, owner, username));
        Member member = before;
        apply(change, member);
        TRY(checkRank(view, before.role));
        TRY(checkRank(view, member.role));
        TRY(checkLastOwner(before, member.isActiveOwner(), owner));
        if (member.active && !before.active) {
            // With the membership come the permissions on sites that went with it, whatever they are.
            TRY(checkRank(view, access::MemberRole::Owner));
            TRY(checkLimit(platform, who, owner, now));
        }
        member.modifiedAt = now;
        TRY(MemberStore::update(platform, member));
        TRY(mirrorjobs::addForOrganization(platform, member.account.id, owner.id));
        return viewOf(std::move(member), owner);
    }));
}

Later<void> MemberService::remove(const PlatformPrincipal &who, const QString &organization,
                                  const QString &username) const
{
    return m_mirrors.followed(m_platform.write([=](sql::Transaction &platform) -> Result<void> {
        platform.setOrigin(who.origin);
        const OrganizationView seen = TRY(lockedOrganizationFor(platform, who, organization, {view}));
        const Organization &owner = seen.organization;
        const Member member = TRY(memberNamed(platform, owner, username));
        if (member.account.id != who.id) {
            TRY(organizationFor(platform, who, owner.uuid, {manage}));
            TRY(checkRank(seen, member.role));
        }
        TRY(checkLastOwner(member, false, owner));
        TRY(mirrorjobs::addForOrganization(platform, member.account.id, owner.id));
        return MemberStore::remove(platform, member);
    }));
}

} // namespace tenantry
