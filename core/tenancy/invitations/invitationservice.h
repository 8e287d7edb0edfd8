// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/mail/outbox.h"
#include "core/sql/database.h"
#include "core/tenancy/invitations/invitationstore.h"
#include "core/tenancy/memberservice.h"

namespace tenantry {

class Mirrors;

/// What people do with the invitations of an organization who may invite; answering one is InvitationAnswers' work.
/// Nobody invites to more than they hold, and the invitation counts in the organization's limit while it is open.
/// Whether the address has an account is not told. `organization` is a slug or UUID; `origin` is what the link in the
/// mail begins with ("https://app.example.org"). Thread-safe.
class InvitationService
{
public:
    InvitationService(sql::Database &platform, const mail::Outbox &outbox, int validDays, const Clock &clock);

    Result<Page<Invitation>> list(const PlatformPrincipal &who, const QString &organization,
                                  const InvitationQuery &query) const;
    Result<Invitation> find(const PlatformPrincipal &who, const QString &organization, std::int64_t id) const;
    /// What was done to it, the latest first.
    Result<Page<audit::history::Entry>> history(const PlatformPrincipal &who, const QString &organization,
                                                std::int64_t id, const audit::history::Query &query) const;
    /// Makes an account that cannot be used yet where the address has none.
    Later<Invitation> create(const PlatformPrincipal &who, const QString &organization, const InvitationDraft &draft,
                             const QString &origin) const;
    /// Only an open one, or one whose time is over.
    Later<void> revoke(const PlatformPrincipal &who, const QString &organization, std::int64_t id) const;
    /// A new token and a new time, in the name of who resends; the token that was mailed before is dead. `invitee`: the
    /// id of the account that has the address, or the invitation's UUID. Not for those that were answered or revoked.
    Later<Invitation> resend(const PlatformPrincipal &who, const QString &organization, const QString &invitee,
                             const QString &origin) const;

private:
    sql::Database &m_platform;
    const mail::Outbox &m_outbox;
    const Micros m_validity;
    const Clock &m_clock;
};

} // namespace tenantry
