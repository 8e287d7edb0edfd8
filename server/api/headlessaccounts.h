// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accountlinks.h"
#include "server/api/api.h"

namespace tenantry::server {

/// Signing up, verifying the address, and asking for and choosing a new password, in the headless family.
void addHeadlessAccountEndpoints(Api &api);

/// The answer to a try to sign in on a site; where it failed because the address is yet to be verified, another link is
/// mailed and the flow `verify_email` is pending. `login`: as it was typed.
Later<http::Response> orVerifyFirst(Later<http::Response> answer, const CallPtr &call, const AccountLinksPtr &links,
                                    const QString &login);

} // namespace tenantry::server
