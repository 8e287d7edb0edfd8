// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/invitationjson.h"

#include "core/base/datetime.h"
#include "server/api/tenancyjson.h"

namespace tenantry::server {

json::Value invitationJson(const Invitation &invitation, Micros now)
{
    const InvitationStatus status = invitation.statusAt(now);
    const bool accepted = status == InvitationStatus::Accepted;
    json::Object object;
    object.set("id", invitation.id);
    object.set("uuid", invitation.uuid);
    object.set("organization", invitation.organizationSlug);
    object.set("organization_name", invitation.organizationName);
    object.set("invitee_identifier", invitation.email);
    object.set("invitee", accepted && invitation.accountId ? json::Value(*invitation.accountId) : json::Value());
    object.set("role", access::nameOf(invitation.role));
    object.set("invited_by", invitation.invitedBy ? accountSummary(*invitation.invitedBy) : json::Value());
    object.set("invitation_config", configJson(invitation));
    object.set("status", nameOf(status));
    object.set("is_accepted", accepted);
    object.set("accepted_at",
               invitation.acceptedAt ? json::Value(formatDateTime(*invitation.acceptedAt)) : json::Value());
    object.set("expires_at", formatDateTime(invitation.expiresAt));
    object.set("is_expired", status == InvitationStatus::Expired);
    object.set("is_valid", status == InvitationStatus::Pending);
    object.set("message", invitation.message);
    object.set("created_at", formatDateTime(invitation.createdAt));
    object.set("updated_at", formatDateTime(invitation.modifiedAt));
    return object;
}

json::Value invitationJson(const ReceivedInvitation &received)
{
    const Invitation &invitation = received.invitation;
    json::Object object;
    object.set("organization_name", invitation.organizationName);
    object.set("invitee_identifier", invitation.email);
    object.set("invited_by", invitation.invitedBy ? json::Value(invitation.invitedBy->fullName()) : json::Value());
    object.set("role", access::nameOf(invitation.role));
    object.set("expires_at", formatDateTime(invitation.expiresAt));
    object.set("status", nameOf(received.status));
    object.set("requires_password", received.requiresPassword);
    return object;
}

} // namespace tenantry::server
