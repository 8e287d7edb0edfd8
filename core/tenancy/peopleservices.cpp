// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/peopleservices.h"

#include "core/config/config.h"
#include "core/identity/identity.h"
#include "core/tenancy/tenancyservices.h"

namespace tenantry {

PeopleServices::PeopleServices(const Config &config, const Clock &clock, sql::Database &platform,
                               identity::Identity &identity, TenancyServices &tenancy, const mail::Outbox &mail)
    : m_accounts(identity.accounts(), identity.hasher(), tenancy.mirrors(), clock)
    , m_invitations(platform, mail, config.invitationDays, clock)
    , m_invitationAnswers(platform, tenancy.mirrors(), identity.hasher(), clock)
{
}

} // namespace tenantry
