// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/effectivepermissions.h"
#include "core/base/clock.h"
#include "core/json/value.h"

#include <QString>

#include <optional>

namespace tenantry {

/// A business entity that owns members and sites. A snapshot.
struct Organization
{
    std::int64_t id = 0;
    QString uuid;
    QString slug;
    QString name;
    std::optional<QString> description;
    std::optional<QString> website;
    std::optional<QString> phone;
    std::optional<QString> email;
    std::optional<QString> address;
    QString subscriptionPlan = QStringLiteral("free");
    std::int64_t maxSites = 1;
    std::int64_t maxMembers = 5;
    bool active = true;
    bool verified = false;
    std::optional<Micros> verifiedAt;
    json::Value settings = json::Object();
    Micros createdAt = 0;
    Micros modifiedAt = 0;

    std::int64_t memberCount = 0; ///< active members
    std::int64_t ownerCount = 0;  ///< active owners
    std::int64_t siteCount = 0;
    std::int64_t openInvitations = 0; ///< counted by the services, for whom the time matters

    bool canAddMember() const { return memberCount + openInvitations < maxMembers; }
    bool canAddSite() const { return siteCount < maxSites; }
};

/// What the API and the history of an organization have in common: its own fields, but for its times.
json::Object fieldsOf(const Organization &organization);

/// An organization as one account sees it.
struct OrganizationView
{
    Organization organization;
    access::EffectivePermissions::OnOrganization mine;
};

/// What a caller may set of an organization; what is absent stays as it is (or takes its default).
struct OrganizationChange
{
    std::optional<QString> slug; ///< on creation only
    std::optional<QString> name;
    std::optional<std::optional<QString>> description;
    std::optional<std::optional<QString>> website;
    std::optional<std::optional<QString>> phone;
    std::optional<std::optional<QString>> email;
    std::optional<std::optional<QString>> address;
    std::optional<bool> active;
    std::optional<json::Value> settings;
    // Taken from superusers, ignored from others.
    std::optional<QString> subscriptionPlan;
    std::optional<std::int64_t> maxSites;
    std::optional<std::int64_t> maxMembers;
};

} // namespace tenantry
