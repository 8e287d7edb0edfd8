// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "core/base/clock.h"
#include "core/identity/account.h"

#include <QString>

#include <optional>

namespace tenantry {

/// An account's place in an organization. A snapshot.
struct Member
{
    std::int64_t id = 0;
    std::int64_t organizationId = 0;
    access::MemberRole role = access::MemberRole::Member;
    QString title;
    QString department;
    QString phone;
    bool active = true;
    Micros joinedAt = 0;
    std::optional<Micros> lastActive;
    Micros createdAt = 0;
    Micros modifiedAt = 0;
    identity::Account account;

    bool isActiveOwner() const { return active && role == access::MemberRole::Owner; }
};

/// What a caller may set of a member; what is absent stays as it is (or takes its default).
struct MemberChange
{
    std::optional<access::MemberRole> role;
    std::optional<QString> title;
    std::optional<QString> department;
    std::optional<QString> phone;
    std::optional<bool> active;
};

} // namespace tenantry
