// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/appaccess.h"

#include "core/apps/appservice.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

Result<apps::App> appOfPath(const Services &services, const Call &call)
{
    apps::App app = TRY(services.apps.find(*call.site, *call.user, call.path("app")));
    const bool asksForInactive = TRY(call.query.boolean(u"is_active"_s)) == false;
    if (!app.active && !asksForInactive)
        return failure(apps::appNotFound(app.slug));
    return app;
}

} // namespace tenantry::server
