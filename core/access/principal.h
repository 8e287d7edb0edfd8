// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

namespace tenantry {

namespace sql {
struct Origin;
}

/// Who acts on the control plane: a platform account.
struct PlatformPrincipal
{
    std::int64_t id = 0; ///< of the account in the platform database
    QString uuid;
    QString username;
    QString email;
    bool superuser = false;
    bool staff = false;
    std::shared_ptr<const sql::Origin> origin = {}; ///< of what is written for them; null: of no request
};

/// Who acts inside one site. A different type from PlatformPrincipal on purpose: neither can stand in for the other.
struct SitePrincipal
{
    QString siteUuid;
    QString id; ///< UUID of the user in the site
    QString username;
    QString email;
    bool superuser = false;
    bool staff = false;
    bool cloudUser = false;      ///< mirror of a platform account
    QString accountUuid;         ///< of that account
    QStringList sitePermissions; ///< effective codenames, implied ones included

    bool may(const QString &codename) const { return superuser || sitePermissions.contains(codename); }
};

} // namespace tenantry
