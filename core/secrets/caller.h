// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"

#include <QString>

#include <optional>

namespace tenantry::secrets {

/// Who asks for secrets, and what of the request is written down beside.
struct Caller
{
    std::optional<SitePrincipal> user; ///< none: nobody is signed in
    QString address;
    QString correlationId;

    bool isManager() const { return user && user->may(QStringLiteral("manage_site")); }
    /// Unauthorized for nobody, Forbidden for whoever does not manage the site.
    Result<void> requireManager() const;
    std::optional<QString> name() const { return user ? std::optional(user->username) : std::nullopt; }
};

} // namespace tenantry::secrets
