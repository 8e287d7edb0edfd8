// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/sql/session.h"

#include <optional>

namespace tenantry::access {

/// An account as others meet it.
struct RankedAccount
{
    std::int64_t id = 0;
    bool superuser = false;
};

/// Whether `who` may do everything that this account may do, anywhere: nobody changes the password, e-mail address,
/// flags or roles of somebody who holds more than they do. Everybody ranks with themselves, and superusers with all.
/// Inside a read or write of the platform database.
Result<bool> ranksWith(sql::Session &platform, const PlatformPrincipal &who, const RankedAccount &account);

/// Somebody who becomes a member of an organization.
struct Joining
{
    std::int64_t organizationId = 0;
    std::optional<std::int64_t> accountId; ///< none: their other memberships are not looked at
};

/// Whether `who` holds everything that membership of this group gives to somebody who joins: nobody puts another into a
/// group that gives more. What it was granted counts on the sites of that organization, and of those they are an active
/// member of already; on others it counts for them no more than for a stranger, and whoever manages users there does
/// not decide whom this organization may invite.
Result<bool> holdsAllOfGroup(sql::Session &platform, const PlatformPrincipal &who, std::int64_t groupId,
                             const Joining &joining);

} // namespace tenantry::access
