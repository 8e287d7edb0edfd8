// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"

#include <optional>

namespace tenantry {
struct Config;
}

namespace tenantry::identity {

/// What a start did so that somebody can administer the platform.
struct FirstAdministrator
{
    bool made = false;    ///< false: there was one already
    QString email;        ///< of the one that was made
    QString password;     ///< when it was made up here, for the operator to read once; else empty
    QString passwordFile; ///< where it was written too (mode 0600); else empty
};

/// Name of the file in the data directory that holds a password which was made up.
inline constexpr QLatin1StringView initialPasswordFile{"initial-admin-password"};

/// Sees to it that there is a platform administrator: the one that TENANTRY_ADMIN_EMAIL and TENANTRY_ADMIN_PASSWORD
/// name, or, when there is no administrator at all, `admin` with a random password. Called at every start; an account
/// that exists is left as it is. Waits for the hash and the write. Fails, naming the setting, when the configured
/// address or password is not acceptable.
Result<FirstAdministrator> ensureAdministrator(const Accounts &accounts, const Config &config);

} // namespace tenantry::identity
