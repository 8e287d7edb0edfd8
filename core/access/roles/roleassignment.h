// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/access/roles/role.h"
#include "core/base/later.h"
#include "core/tenancy/site.h"

#include <QStringList>

namespace tenantry::access {

/// Every role times every user.
struct RoleOrder
{
    static constexpr qsizetype maxItems = 100;

    QStringList roles;     ///< slugs of app roles and site roles, 1 to maxItems
    QStringList usernames; ///< 1 to maxItems
    /// When the memberships end; absent leaves the end of those that are there, null makes them last.
    std::optional<std::optional<Micros>> expiresAt;
};

/// A pair for which nothing was done.
struct RoleFailure
{
    QString username;
    QString role;
    QString reason;
};

struct RoleOutcome
{
    std::int64_t done = 0; ///< pairs, those included for which there was nothing to do
    std::vector<RoleFailure> failures;
};

/// Gives roles to users and takes them away, for those who hold `manage_site_users`. A bad pair does not stop the
/// others; a bad order (limits, an end in the past) is Validation and does nothing. Thread-safe.
class RoleAssignment
{
public:
    explicit RoleAssignment(const Clock &clock)
        : m_clock(clock)
    {
    }

    Later<RoleOutcome> assign(const Site &site, const SitePrincipal &who, const RoleOrder &order) const;
    /// Takes what was given; what comes through another role stays.
    Later<RoleOutcome> revoke(const Site &site, const SitePrincipal &who, const RoleOrder &order) const;

private:
    const Clock &m_clock;
};

/// The same for somebody who is just being made, inside that write: all or none. Problems are named `role_slugs`.
Result<void> giveFirstRoles(sql::Transaction &transaction, const SitePrincipal &who, const QString &userId,
                            const QStringList &roles, Micros now);

} // namespace tenantry::access
