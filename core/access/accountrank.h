// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/sql/session.h"

namespace tenantry::access {

/// An account as others meet it.
struct RankedAccount
{
    std::int64_t id = 0;
    bool superuser = false;
};

/// Whether `who` may do everything that this account may do, anywhere: nobody changes the password, e-mail address,
/// flags or roles of somebody who holds more than they do (access-control.md section 2.4). Everybody ranks with
/// themselves, and superusers with all. Inside a read or write of the platform database.
Result<bool> ranksWith(sql::Session &platform, const PlatformPrincipal &who, const RankedAccount &account);

/// Whether `who` holds everything that membership of this group gives: nobody puts another into a group that gives
/// more.
Result<bool> holdsAllOfGroup(sql::Session &platform, const PlatformPrincipal &who, std::int64_t groupId);

} // namespace tenantry::access
