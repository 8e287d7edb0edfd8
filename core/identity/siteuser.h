// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/sql/cursor.h"

#include <QString>

#include <optional>

namespace tenantry::identity {

/// A person inside one site. A snapshot of a row of the site's {users}.
struct SiteUser
{
    QString id; ///< UUID
    QString username;
    QString email;
    QString passwordHash; ///< empty: no usable password; always empty for mirrors
    QString firstName;
    QString lastName;
    bool active = true;
    bool staff = false;
    bool superuser = false;
    bool deleted = false;
    bool cloudUser = false; ///< mirror of a platform account
    QString accountUuid;    ///< of that account
    std::string attributes; ///< a JSON object as text; parsed only where it is shown
    Micros dateJoined = 0;
    std::optional<Micros> lastLogin;
    Micros updatedAt = 0;
    std::int64_t tokenEpoch = 0; ///< raised by a password change and by deactivation; ends what was issued before

    QString fullName() const; ///< the names joined, else the user name
    bool maySignIn() const { return active && !deleted; }

    /// The columns of {users} in the order that from() reads them; write them behind an alias `u` in a join.
    static const char *const columns;
    static constexpr int columnCount = 17;
    static SiteUser from(const sql::Cursor &row, int firstColumn = 0);
};

/// The object of `/api/users/`, without what other rooms know (groups, permissions, roles).
json::Object toJson(const SiteUser &user);

} // namespace tenantry::identity
