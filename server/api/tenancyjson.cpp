// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tenancyjson.h"

#include "core/base/datetime.h"
#include "core/json/nullable.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

json::Value time(Micros micros)
{
    return formatDateTime(micros);
}

json::Value nullableTime(const std::optional<Micros> &micros)
{
    return micros ? time(*micros) : json::Value();
}

void addCounters(json::Object &object, const Organization &organization)
{
    object.set("member_count", organization.memberCount);
    object.set("owner_count", organization.ownerCount);
    object.set("site_count", organization.siteCount);
    object.set("can_add_member", organization.canAddMember());
    object.set("can_add_site", organization.canAddSite());
}

} // namespace

json::Value accountSummary(const identity::Account &account)
{
    json::Object object;
    object.set("id", account.id);
    object.set("username", account.username);
    object.set("email", account.email);
    object.set("first_name", account.firstName);
    object.set("last_name", account.lastName);
    object.set("full_name", account.fullName());
    object.set("is_active", account.active);
    return object;
}

json::Value textsJson(const QStringList &texts)
{
    json::Array array;
    for (const QString &text : texts)
        array.emplace_back(text);
    return array;
}

json::Value toJson(const OrganizationView &view)
{
    const Organization &organization = view.organization;
    json::Object object = fieldsOf(organization);
    addCounters(object, organization);
    object.set("user_permissions", textsJson(view.mine.permissions));
    object.set("user_role", view.mine.role ? json::Value(access::nameOf(*view.mine.role)) : json::Value());
    object.set("created", time(organization.createdAt));
    object.set("modified", time(organization.modifiedAt));
    object.set("created_at", time(organization.createdAt));
    object.set("updated_at", time(organization.modifiedAt));
    return object;
}

json::Value toJson(const SiteView &view)
{
    const SiteRecord &site = view.site;
    json::Array domains;
    for (const Domain &domain : site.domains)
        domains.push_back(toJson(domain));
    json::Object object;
    object.set("uuid", site.uuid);
    object.set("slug", site.slug);
    object.set("name", site.name);
    object.set("description", json::orNull(site.description));
    object.set("schema_name", site.schemaName);
    object.set("environment", site.environment);
    object.set("is_active", site.active);
    if (view.may(u"view_site"_s))
        object.set("site_settings", site.settings);
    object.set("organization", site.organizationSlug);
    object.set("domains", std::move(domains));
    object.set("created_at", time(site.createdAt));
    object.set("modified_at", time(site.modifiedAt));
    return object;
}

json::Value toJson(const Domain &domain)
{
    json::Object object;
    object.set("uuid", domain.uuid);
    object.set("slug", domain.slug);
    object.set("domain", domain.domain);
    object.set("is_primary", domain.primary);
    object.set("site", domain.siteSlug);
    object.set("created_at", time(domain.createdAt));
    object.set("modified_at", time(domain.modifiedAt));
    return object;
}

json::Value toJson(const MemberView &view)
{
    const Member &member = view.member;
    json::Object object;
    object.set("id", member.id);
    object.set("organization", view.organizationSlug);
    object.set("organization_name", view.organizationName);
    object.set("user", accountSummary(member.account));
    object.set("role", access::nameOf(member.role));
    object.set("is_owner", member.role == access::MemberRole::Owner);
    object.set("title", member.title);
    object.set("department", member.department);
    object.set("phone", member.phone);
    object.set("is_active", member.active);
    object.set("joined_at", time(member.joinedAt));
    object.set("last_active", nullableTime(member.lastActive));
    object.set("created_at", time(member.createdAt));
    object.set("updated_at", time(member.modifiedAt));
    return object;
}

} // namespace tenantry::server
