// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/access/roles/rolebook.h"
#include "core/sql/session.h"

#include <QSet>

namespace tenantry::access {

/// A user as others meet them.
struct RankedUser
{
    QString id;
    bool superuser = false;
    bool mirror = false; ///< of a platform account, whose permissions are not in the site
    bool staff = false;
};

/// Whether `who` may make others staff of the site, or change who is: staff themselves, and who manages the site.
/// Policies may go by it, so it is given by nobody who does not hold it.
bool holdsStaff(const SitePrincipal &who);

/// How far somebody reaches who manages users: nobody changes who holds more than they do, or gives a role that gives
/// more than they hold. Roles count for those who do not manage the site; who does can make any role and give it to
/// themselves.
class Rank
{
public:
    static Result<Rank> of(sql::Session &session, const SitePrincipal &who, Micros now);

    /// Whether they hold everything that this user holds. Mirrors are reached by those alone who manage the site: the
    /// permissions of mirrors are not in the site, but `admin_site` makes them superusers of it.
    Result<bool> reaches(sql::Session &session, const RankedUser &user) const;
    /// Whether they hold all these app roles, of which the slugs are given.
    bool holds(const QStringList &appRoles) const;

private:
    Rank(SitePrincipal who, Micros now)
        : m_who(std::move(who))
        , m_now(now)
    {
    }

    SitePrincipal m_who;
    Micros m_now;
    QSet<QString> m_appRoles; ///< slugs; empty for those who hold all
};

} // namespace tenantry::access
