// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/realm.h"
#include "core/identity/subject.h"

/// What `/api/audit/` of a site tells of signing in and out. The platform keeps no such events: there, and here as
/// well, the security log has what failed.
namespace tenantry::identity::signinaudit {

/// In the transaction that lets them in; `entered`: as a platform account, without a password of the site.
Result<void> signedIn(sql::Transaction &transaction, const Subject &subject, bool entered = false);
/// In the transaction of a site that ends it.
Result<void> signedOut(sql::Transaction &transaction, const QString &userId);
/// In a transaction of its own. `user` is none when there is nobody of the name that was typed, which may have been a
/// password and is not kept. `locked`: this was one try too many.
Later<void> failed(const Realm &realm, const std::optional<Subject> &user, bool locked);

} // namespace tenantry::identity::signinaudit
