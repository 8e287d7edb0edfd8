// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/privilegecalls.h"

using namespace Qt::StringLiterals;

namespace tenantry::client::privilegecalls {

namespace {

Reply<QStringList> asked(Api &api, const QString &path)
{
    return api.sendPlatform(Request::get(path)).map([](const json::Value &answer) -> Result<QStringList> {
        QStringList permissions;
        for (const json::Value &permission : answer["permissions"].array())
            permissions << permission.text();
        return permissions;
    });
}

} // namespace

Reply<QStringList> ofOrganization(Api &api, const QString &organization)
{
    return asked(api, u"/api/cloud/organizations/%1/privileges/"_s.arg(encoded(organization)));
}

Reply<QStringList> ofSite(Api &api, const QString &site)
{
    return asked(api, u"/api/cloud/sites/%1/privileges/"_s.arg(encoded(site)));
}

} // namespace tenantry::client::privilegecalls
