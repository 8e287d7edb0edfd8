// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitationgifts.h"

#include "core/access/accountrank.h"
#include "core/access/permissioncatalogue.h"
#include "core/tenancy/grants/grantstore.h"
#include "core/tenancy/grants/sitegrants.h"
#include "core/tenancy/groups/groupstore.h"
#include "core/tenancy/mirrors/mirrorjobs.h"
#include "core/tenancy/sitestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

const QString groupField = u"invitation_config.group"_s;
const QString siteField = u"invitation_config.site"_s;

Result<InvitedGroup> foundGroup(sql::Session &platform, const InvitationDraft::Group &wanted)
{
    const auto group =
        TRY(wanted.id ? GroupStore::find(platform, *wanted.id) : GroupStore::named(platform, wanted.name));
    if (!group) {
        const QString name = wanted.id ? QString::number(*wanted.id) : wanted.name;
        return failure(Error::field(groupField, u"There is no group %1."_s.arg(name)));
    }
    return InvitedGroup{group->id, group->name};
}

Result<InvitedSite> foundSite(sql::Session &platform, const Organization &organization,
                              const InvitationDraft::Site &wanted)
{
    const auto site = TRY(SiteStore::find(platform, wanted.slug));
    if (!site || site->organizationId != organization.id)
        return failure(Error::field(siteField, u"The organization has no site %1."_s.arg(wanted.slug)));
    if (wanted.permissions.isEmpty())
        return failure(Error::field(siteField, u"Say which permissions are given on %1."_s.arg(wanted.slug)));
    QStringList permissions =
        TRY(access::checkedCodenames(wanted.permissions, access::sitePermissionNames(), siteField));
    return InvitedSite{site->uuid, site->slug, std::move(permissions)};
}

} // namespace

Result<void> findGifts(sql::Session &platform, const Organization &organization, const InvitationDraft &draft,
                       Invitation &invitation)
{
    for (const InvitationDraft::Group &wanted : draft.groups) {
        InvitedGroup group = TRY(foundGroup(platform, wanted));
        if (!std::ranges::any_of(invitation.groups, [&](const InvitedGroup &known) { return known.id == group.id; }))
            invitation.groups.push_back(std::move(group));
    }
    for (const InvitationDraft::Site &wanted : draft.sites) {
        InvitedSite site = TRY(foundSite(platform, organization, wanted));
        if (std::ranges::any_of(invitation.sites, [&](const InvitedSite &known) { return known.uuid == site.uuid; }))
            return failure(Error::field(siteField, u"The site %1 is named twice."_s.arg(site.slug)));
        invitation.sites.push_back(std::move(site));
    }
    return {};
}

Result<void> checkMayGive(sql::Session &platform, const PlatformPrincipal &who, const OrganizationView &organization,
                          const Invitation &invitation, std::optional<std::int64_t> accountId)
{
    TRY(checkHolds(organization.mine.permissions, access::permissionsOfRole(invitation.role)));
    for (const InvitedGroup &group : invitation.groups) {
        if (!TRY(access::holdsAllOfGroup(platform, who, group.id, {invitation.organizationId, accountId})))
            return failure(ErrorCode::Forbidden, u"The group %1 gives more than you hold."_s.arg(group.name));
    }
    for (const InvitedSite &site : invitation.sites) {
        if (TRY(SiteStore::find(platform, site.uuid)))
            TRY(checkHolds(TRY(access::EffectivePermissions().onSite(platform, who, site.uuid)), site.permissions));
    }
    return {};
}

Result<void> give(sql::Transaction &platform, const Invitation &invitation, const identity::Account &account,
                  Micros now)
{
    const QString byInvitation = u"The invitation was accepted"_s;
    for (const InvitedGroup &invited : invitation.groups) {
        const auto group = TRY(GroupStore::find(platform, invited.id));
        if (!group)
            continue;
        TRY(GroupStore::addMember(platform, *group, account, byInvitation));
        TRY(mirrorjobs::addForGroup(platform, group->id, account.id));
    }
    for (const InvitedSite &invited : invitation.sites) {
        const auto site = TRY(SiteStore::find(platform, invited.uuid));
        if (!site)
            continue;
        TRY(GrantStore::grant(platform, *site, {account.id, {}}, invited.permissions, now, byInvitation));
    }
    return mirrorjobs::addForOrganization(platform, account.id, invitation.organizationId);
}

} // namespace tenantry
