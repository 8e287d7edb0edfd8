// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/rolenames.h"

#include "core/base/slug.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

std::optional<QString> roleNameProblem(const QString &name)
{
    if (name.isEmpty() || name.toUcs4().size() > maxRoleNameLength)
        return u"Must have 1 to %1 characters."_s.arg(maxRoleNameLength);
    if (name != name.trimmed())
        return u"Must not begin or end with a space."_s;
    if (name == "user"_L1 || name == "anonymous"_L1 || name == "*"_L1)
        return u"Policies use this name for everybody; choose another."_s;
    return std::nullopt;
}

QString appRoleSlug(const QString &appSlug, const QString &name)
{
    return appSlug + u'-' + slugFrom(name, u"role"_s);
}

QString siteRoleSlug(const QString &name)
{
    return slugFrom(name, u"role"_s);
}

} // namespace tenantry::access
