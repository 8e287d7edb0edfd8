// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/organization.h"

#include "core/base/datetime.h"
#include "core/json/nullable.h"

namespace tenantry {

json::Object fieldsOf(const Organization &organization)
{
    json::Object fields;
    fields.set("uuid", organization.uuid);
    fields.set("name", organization.name);
    fields.set("slug", organization.slug);
    fields.set("description", json::orNull(organization.description));
    fields.set("website", json::orNull(organization.website));
    fields.set("phone", json::orNull(organization.phone));
    fields.set("email", json::orNull(organization.email));
    fields.set("address", json::orNull(organization.address));
    fields.set("subscription_plan", organization.subscriptionPlan);
    fields.set("max_sites", organization.maxSites);
    fields.set("max_members", organization.maxMembers);
    fields.set("is_active", organization.active);
    fields.set("is_verified", organization.verified);
    fields.set("verified_at",
               organization.verifiedAt ? json::Value(formatDateTime(*organization.verifiedAt)) : json::Value());
    fields.set("settings", organization.settings);
    return fields;
}

} // namespace tenantry
