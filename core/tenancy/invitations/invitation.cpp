// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/invitations/invitation.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr std::array names{
    std::pair{InvitationStatus::Pending, "pending"_L1},   std::pair{InvitationStatus::Accepted, "accepted"_L1},
    std::pair{InvitationStatus::Declined, "declined"_L1}, std::pair{InvitationStatus::Expired, "expired"_L1},
    std::pair{InvitationStatus::Revoked, "revoked"_L1},
};

} // namespace

QString nameOf(InvitationStatus status)
{
    for (const auto &[known, name] : names) {
        if (known == status)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<InvitationStatus> invitationStatusNamed(const QString &name)
{
    for (const auto &[status, known] : names) {
        if (name == known)
            return status;
    }
    return {};
}

json::Value configJson(const Invitation &invitation)
{
    json::Array groups;
    for (const InvitedGroup &invited : invitation.groups)
        groups.emplace_back(invited.name);
    json::Array sites;
    for (const InvitedSite &invited : invitation.sites) {
        json::Object site;
        site.set("slug", invited.slug);
        site.set("permissions", json::Array(invited.permissions.begin(), invited.permissions.end()));
        sites.emplace_back(std::move(site));
    }
    json::Object config;
    config.set("group", std::move(groups));
    config.set("site", std::move(sites));
    return config;
}

} // namespace tenantry
