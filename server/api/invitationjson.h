// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/tenancy/invitations/invitationanswers.h"

namespace tenantry::server {

/// An invitation, as those see it who invite. Who the invitee is shows once it was accepted: before, it would tell
/// whether the address has an account.
json::Value invitationJson(const Invitation &invitation, Micros now);
/// What of it is shown to whoever holds its token.
json::Value invitationJson(const ReceivedInvitation &received);

} // namespace tenantry::server
