// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/json/value.h"
#include "core/sql/cursor.h"

#include <QString>

#include <optional>

namespace tenantry::identity {

/// A person on the control plane, as stored in the platform database. A snapshot.
struct Account
{
    std::int64_t id = 0;
    QString uuid;
    QString username;
    QString email;
    QString passwordHash; ///< empty: no usable password
    QString firstName;
    QString lastName;
    bool active = true;
    bool staff = false;
    bool superuser = false;
    bool deleted = false;
    Micros dateJoined = 0;
    std::optional<Micros> lastLogin;
    std::int64_t tokenEpoch = 0; ///< raised by a password change and by deactivation; ends what was issued before

    QString fullName() const; ///< the names joined, else the user name
    bool maySignIn() const { return active && !deleted; }
    PlatformPrincipal principal() const;

    /// The columns of {accounts} in the order that from() reads them; write them behind an alias `a` in a join.
    static const char *const columns;
    static Account from(const sql::Cursor &row, int firstColumn = 0);
};

/// The object of `/api/cloud/users/`; never the password's hash.
json::Object toJson(const Account &account);

} // namespace tenantry::identity
