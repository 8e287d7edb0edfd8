// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/role.h"
#include "core/identity/siteuser.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

#include <QStringList>

#include <optional>

namespace tenantry::identity {

/// Which users to list.
struct SiteUserQuery
{
    QString search; ///< part of user name, e-mail, first or last name, ignoring case
    std::optional<bool> active;
    std::optional<bool> staff;
    std::optional<bool> superuser;
    std::optional<bool> cloudUser;
    bool deleted = false;
    std::optional<Micros> joinedFrom;  ///< inclusive
    std::optional<Micros> joinedUntil; ///< inclusive
    QStringList roles;                 ///< slugs of which one is held in effect; empty: whatever they hold
    std::vector<std::pair<QString, QString>> attributes; ///< name and value as text; unknown names narrow nothing
    QString ordering;                                    ///< "username", "-last_login"; empty: by user name
    Window window;
};

/// A user as lists show it.
struct SiteUserSummary
{
    SiteUser user;
    std::vector<access::HeldRole> roles; ///< in effect
};

/// Works inside a closure given to the site's read, which keeps a snapshot.
Result<Page<SiteUserSummary>> listSiteUsers(sql::Session &session, const SiteUserQuery &query, Micros now);

} // namespace tenantry::identity
