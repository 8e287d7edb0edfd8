// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/identity/siteuser.h"
#include "core/sql/session.h"

namespace tenantry::identity {

/// Forbidden where `user` may do more in the site than `who`: nobody changes such a user, nor acts in their name.
/// Everybody ranks with themselves, and a superuser of the site with all. Inside a read or write of the site.
Result<void> checkRank(sql::Session &session, const SitePrincipal &who, const SiteUser &user, Micros now);

} // namespace tenantry::identity
