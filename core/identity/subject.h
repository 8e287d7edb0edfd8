// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/identity/account.h"
#include "core/identity/siteuser.h"
#include "core/identity/tokens.h"

#include <optional>

namespace tenantry::identity {

/// Somebody as one realm knows them: a platform account on the shared schema; on a site a user, or a platform account
/// together with its mirror. For a mirror the platform account decides: password, active flag and epoch are the
/// account's, and it is somebody only as long as it has a permission on the site.
struct Subject
{
    std::optional<SiteUser> user;   ///< on sites; missing for a mirror that is yet to be made
    std::optional<Account> account; ///< on the shared schema, and of a mirror
    bool onSite = false;
    QStringList sitePermissions; ///< effective: of a mirror from the platform, of a user from the site's groups

    bool isMirror() const { return onSite && account.has_value(); }
    bool maySignIn() const;
    /// Grows with every password change and deactivation, here or on the platform. What was issued at another epoch is
    /// void.
    std::int64_t epoch() const;
    const QString &passwordHash() const; ///< empty: no usable password

    QString id() const; ///< `user_id` of tokens and sessions
    const QString &username() const;
    const QString &email() const;
    QString fullName() const;

    TokenHolder tokenHolder() const;
    std::optional<SitePrincipal> sitePrincipal(const QString &siteUuid) const;
    std::optional<PlatformPrincipal> platformPrincipal() const;
};

} // namespace tenantry::identity
