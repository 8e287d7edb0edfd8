// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/evaluator.h"

using namespace Qt::StringLiterals;

namespace tenantry::access {

Decision SignedInEvaluator::decide(const Site &site, const SitePrincipal &principal, Action action,
                                   const ResourceKind &resource) const
{
    Q_UNUSED(action)
    const bool signedInHere = !principal.id.isEmpty() && principal.siteUuid == site.uuid();
    if (!signedInHere)
        return Decision::never({u"default"_s, resource.kind, u"only those signed in to the site"_s});
    if (principal.superuser)
        return Decision::always({u"superuser"_s, principal.username, {}});
    return Decision::always({u"default"_s, resource.kind, u"everybody signed in to the site"_s});
}

} // namespace tenantry::access
