// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secretlevel.h"

#include "core/apps/appservice.h"
#include "core/apps/appstore.h"

namespace tenantry::secrets {

Result<std::int64_t> levelOf(sql::Session &session, const Caller &caller, const QString &appSlug)
{
    if (appSlug.isEmpty())
        return 0;
    const auto app = TRY(apps::appstore::find(session, appSlug));
    if (!app || (!app->active && !caller.isManager()))
        return failure(apps::appNotFound(appSlug));
    return app->id;
}

} // namespace tenantry::secrets
