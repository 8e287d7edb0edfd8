// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/sql/session.h"
#include "core/tenancy/invitations/invitation.h"
#include "core/tenancy/organization.h"

namespace tenantry {

// What an invitation gives its invitee, and who may give it: role, groups, and permissions on sites of the
// organization.

/// Groups and sites of a draft, found; validation errors are about `invitation_config.group` and
/// `invitation_config.site`.
Result<void> findGifts(sql::Session &platform, const Organization &organization, const InvitationDraft &draft,
                       Invitation &invitation);

/// Forbidden where the invitation gives what this account does not hold itself now. What it gives that is not there
/// any more gives nothing. `accountId`: who accepts it, whose other memberships count then; whoever invites is not told
/// of them.
Result<void> checkMayGive(sql::Session &platform, const PlatformPrincipal &who, const OrganizationView &organization,
                          const Invitation &invitation, std::optional<std::int64_t> accountId = {});

/// Puts the account into the groups, and grants it the permissions, as far as they are there still.
Result<void> give(sql::Transaction &platform, const Invitation &invitation, const identity::Account &account,
                  Micros now);

} // namespace tenantry
