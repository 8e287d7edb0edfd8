// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/roles/role.h"
#include "core/sql/session.h"

#include <QStringList>

#include <map>

namespace tenantry::access {

// The roles that users hold in effect: given, through a site role, or by holding one above. Memberships that have
// expired by `now` count for nothing, and neither do the roles of deleted apps. Every function works inside a closure
// given to the site's read or write.

/// By app (site roles before all), then by name.
Result<std::vector<HeldRole>> heldRoles(sql::Session &session, const QString &userId, Micros now);
/// The same of some users at once, by their ids; who holds none is left out.
Result<std::map<QString, std::vector<HeldRole>>> heldRolesOf(sql::Session &session, const QStringList &userIds,
                                                             Micros now);

/// Those of one app, site roles left out. Empty when there is no such app.
Result<std::vector<HeldRole>> heldRolesInApp(sql::Session &session, const QString &appSlug, const QString &userId,
                                             Micros now);

/// The roles of one app as policies ask for them, and how long that is so unless something is changed.
struct RolesNow
{
    QStringList names;           ///< each once, in order
    std::optional<Micros> until; ///< when the first membership of the user's ends, if one does
};

Result<RolesNow> rolesNow(sql::Session &session, const QString &appSlug, const QString &userId, Micros now);
/// The names alone.
Result<QStringList> roleNames(sql::Session &session, const QString &appSlug, const QString &userId, Micros now);

} // namespace tenantry::access
