// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenancy/accounts/accountservice.h"
#include "core/tenancy/invitations/invitationanswers.h"
#include "core/tenancy/invitations/invitationservice.h"

namespace tenantry {

struct Config;
class TenancyServices;
namespace identity {
class Identity;
}

/// The services of this room that work with passwords and mails, too. Outlives every request, as what it is made of
/// outlives it. Thread-safe.
class PeopleServices
{
public:
    PeopleServices(const Config &config, const Clock &clock, sql::Database &platform, identity::Identity &identity,
                   TenancyServices &tenancy, const mail::Outbox &mail);

    const AccountService &accounts() const { return m_accounts; }
    const InvitationService &invitations() const { return m_invitations; }
    const InvitationAnswers &invitationAnswers() const { return m_invitationAnswers; }

private:
    AccountService m_accounts;
    InvitationService m_invitations;
    InvitationAnswers m_invitationAnswers;
};

} // namespace tenantry
