// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/caller.h"

using namespace Qt::StringLiterals;

namespace tenantry::secrets {

Result<void> Caller::requireManager() const
{
    if (isManager())
        return {};
    if (!user)
        return failure(ErrorCode::Unauthorized, u"Sign in first."_s);
    return failure(ErrorCode::Forbidden, u"Only those who manage the site may do this."_s,
                   u"Ask an administrator of the site for the permission manage_site."_s);
}

} // namespace tenantry::secrets
