// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apps/appmanager.h"

using namespace Qt::StringLiterals;

namespace tenantry::apps {

bool isAppManager(const SitePrincipal &principal)
{
    return principal.may(u"manage_site"_s) || principal.may(u"admin_site"_s);
}

Result<void> requireAppManager(const SitePrincipal &principal)
{
    if (isAppManager(principal))
        return {};
    return failure(ErrorCode::Forbidden, u"Only app managers may do this."_s,
                   u"Ask for the permission manage_site or admin_site."_s);
}

} // namespace tenantry::apps
