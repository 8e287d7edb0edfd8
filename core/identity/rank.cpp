// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/rank.h"

#include "core/access/roles/rank.h"

using namespace Qt::StringLiterals;

namespace tenantry::identity {

Result<void> checkRank(sql::Session &session, const SitePrincipal &who, const SiteUser &user, Micros now)
{
    const access::Rank rank = TRY(access::Rank::of(session, who, now));
    if (TRY(rank.reaches(session, {user.id, user.superuser, user.cloudUser, user.staff})))
        return {};
    return failure(ErrorCode::Forbidden,
                   u"This user may do more than you, and is changed only by those who may too."_s);
}

} // namespace tenantry::identity
