// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/organization.h"
#include "core/tenancy/siterecord.h"

#include <initializer_list>

namespace tenantry {

// How every service of this room looks an object up for a caller: NotFound when it is not there or the caller may not
// even view it, Forbidden when the caller may view it but holds none of the permissions asked for.

Result<OrganizationView> organizationFor(sql::Session &platform, const PlatformPrincipal &who,
                                         const QString &slugOrUuid, std::initializer_list<QString> anyOf);

/// The organization as it is once no other write can change its members before this one ends.
Result<OrganizationView> lockedOrganizationFor(sql::Transaction &platform, const PlatformPrincipal &who,
                                               const QString &slugOrUuid, std::initializer_list<QString> anyOf);

Result<SiteView> siteFor(sql::Session &platform, const PlatformPrincipal &who, const QString &slugOrUuid,
                         std::initializer_list<QString> anyOf);

} // namespace tenantry
