// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/authorization.h"

#include "core/tenancy/organizationstore.h"
#include "core/tenancy/sitestore.h"

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

bool holdsAny(const QStringList &held, std::initializer_list<QString> anyOf)
{
    return std::any_of(anyOf.begin(), anyOf.end(), [&](const QString &codename) { return held.contains(codename); });
}

Error lacking(std::initializer_list<QString> anyOf, const QString &object)
{
    return Error::make(ErrorCode::Forbidden, u"You need the permission %1 on this %2."_s.arg(*anyOf.begin(), object));
}

} // namespace

Result<OrganizationView> organizationFor(sql::Session &platform, const PlatformPrincipal &who,
                                         const QString &slugOrUuid, std::initializer_list<QString> anyOf)
{
    const Error unknown = Error::make(ErrorCode::NotFound, u"There is no such organization."_s);
    auto organization = TRY(OrganizationStore::find(platform, slugOrUuid));
    if (!organization)
        return failure(unknown);
    OrganizationView view;
    view.mine = TRY(access::EffectivePermissions().onOrganization(platform, who, organization->id));
    view.organization = std::move(*organization);
    if (!view.mine.may(u"view_organization"_s))
        return failure(unknown);
    if (!holdsAny(view.mine.permissions, anyOf))
        return failure(lacking(anyOf, u"organization"_s));
    return view;
}

Result<OrganizationView> lockedOrganizationFor(sql::Transaction &platform, const PlatformPrincipal &who,
                                               const QString &slugOrUuid, std::initializer_list<QString> anyOf)
{
    const OrganizationView seen = TRY(organizationFor(platform, who, slugOrUuid, anyOf));
    TRY(OrganizationStore::lock(platform, seen.organization.id));
    return organizationFor(platform, who, seen.organization.uuid, anyOf);
}

Result<SiteView> siteFor(sql::Session &platform, const PlatformPrincipal &who, const QString &slugOrUuid,
                         std::initializer_list<QString> anyOf)
{
    const Error unknown = Error::make(ErrorCode::NotFound, u"There is no such site."_s);
    auto site = TRY(SiteStore::find(platform, slugOrUuid));
    if (!site)
        return failure(unknown);
    SiteView view;
    view.permissions = TRY(access::EffectivePermissions().onSite(platform, who, site->uuid));
    view.site = std::move(*site);
    if (!view.may(u"view_site"_s))
        return failure(unknown);
    if (!holdsAny(view.permissions, anyOf))
        return failure(lacking(anyOf, u"site"_s));
    return view;
}

} // namespace tenantry
