// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/credentials.h"

#include "server/middleware/authentication.h"
#include "server/services.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Result<void> checkTenancy(const Call &call)
{
    if (call.endpoint->tenancy == Tenancy::Site && !call.site)
        return failure(ErrorCode::NotFound, u"This path exists on sites only."_s);
    return {};
}

/// Whether the caller is one the endpoint serves.
bool isServed(const Call &call)
{
    switch (call.endpoint->tenancy) {
    case Tenancy::Site:
        return call.user.has_value();
    case Tenancy::Platform:
        return call.account.has_value();
    case Tenancy::Either:
    case Tenancy::None:
        return call.user || call.account;
    }
    Q_UNREACHABLE();
}

Result<void> checkCredential(const Call &call)
{
    if (call.endpoint->credential != Credential::Required || isServed(call))
        return {};
    if (call.user || call.account)
        return failure(ErrorCode::Forbidden, u"This account cannot be used here."_s);
    return failure(ErrorCode::Unauthorized, u"Sign in first."_s);
}

} // namespace

Middleware credentials(const Services &services)
{
    return {[&services](Call &call) -> Result<void> {
                TRY(checkTenancy(call));
                noteOrigin(call); // also for what is written on the way to knowing who asks, and for nobody
                if (call.endpoint->credential != Credential::None)
                    TRY(authenticate(call, services));
                return checkCredential(call);
            },
            {}};
}

} // namespace tenantry::server
