// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accountlinks.h"
#include "server/api/api.h"
#include "server/pages/redirecttarget.h"

namespace tenantry::server {

/// The pages to sign up on, and to show on that an e-mail address is one's own.
void addSignUpPages(Api &api);

/// The answer to what the sign-in page has sent; where the address is yet to be verified, another link is mailed, and a
/// page says so. `login`: as it was typed.
Later<http::Response> orVerifyPage(Later<http::Response> answer, const CallPtr &call, const AccountLinksPtr &links,
                                   const QString &login);

} // namespace tenantry::server
