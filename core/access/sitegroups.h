// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/session.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tenantry::access {

/// A group of users inside one site.
struct SiteGroup
{
    std::int64_t id = 0;
    QString name;
};

/// What groups mean for one user of a site. Every function works inside a closure given to the site's read or write.
/// Without state.
class SiteGroups
{
public:
    static Result<std::vector<SiteGroup>> ofUser(sql::Session &session, const QString &userId);
    /// The site permissions that the user's groups give, implied ones included, sorted.
    static QStringList permissionsFrom(const QString &column);
    /// SQL of a column that permissionsFrom() reads; `userId` is the SQL of the user's id ("u.id").
    static std::string permissionsColumn(sql::Dialect dialect, std::string_view userId);
};

} // namespace tenantry::access
