// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/siteuserjson.h"

#include "server/api/tenancyjson.h"

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

json::Array rolesJson(const std::vector<access::HeldRole> &roles)
{
    json::Array array;
    for (const access::HeldRole &role : roles)
        array.emplace_back(heldRoleJson(role));
    return array;
}

} // namespace

json::Object heldRoleJson(const access::HeldRole &role)
{
    json::Object object;
    object.set("name", role.name);
    object.set("slug", role.slug);
    object.set("type", access::roleTypeName(role.type));
    object.set("app_slug", role.appSlug);
    object.set("source", access::roleSourceName(role.source));
    return object;
}

json::Object siteUserRow(const identity::SiteUserSummary &summary)
{
    json::Object object = identity::toJson(summary.user);
    object.set("roles", rolesJson(summary.roles));
    return object;
}

json::Value siteUserDetail(const identity::SiteUserDetail &detail)
{
    json::Object object = identity::toJson(detail.user);
    object.set("roles", rolesJson(detail.roles));
    object.set("missing_attributes", textsJson(detail.missingAttributes));
    object.set("groups", groupsJson(detail.groups));
    object.set("user_permissions", json::Array());
    return object;
}

} // namespace tenantry::server
