// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/siteuserjson.h"

namespace tenantry::server {

namespace {

json::Array groupsJson(const std::vector<access::SiteGroup> &groups)
{
    json::Array array;
    for (const access::SiteGroup &group : groups) {
        json::Object object;
        object.set("id", group.id);
        object.set("name", group.name);
        array.emplace_back(std::move(object));
    }
    return array;
}

} // namespace

json::Object siteUserRow(const identity::SiteUser &user)
{
    json::Object object = identity::toJson(user);
    object.set("roles", json::Array());
    return object;
}

json::Value siteUserDetail(const identity::SiteUserDetail &detail)
{
    json::Object object = siteUserRow(detail.user);
    object.set("missing_attributes", json::Array());
    object.set("groups", groupsJson(detail.groups));
    object.set("user_permissions", json::Array());
    return object;
}

} // namespace tenantry::server
