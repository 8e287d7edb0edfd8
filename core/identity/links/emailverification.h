// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/siteuser.h"
#include "core/sql/session.h"

/// Who signed up on a site shows by a mailed link that the address is theirs, before they sign in. Everybody else
/// counts as verified: users whom others made, and mirrors. Every function works inside a read or write of a site.
namespace tenantry::identity::emailverification {

/// Whether the user is yet to show it. An address that somebody who manages users gave them since needs no showing.
Result<bool> isPending(sql::Session &session, const SiteUser &user);
Result<void> require(sql::Transaction &transaction, const SiteUser &user, Micros now);
Result<void> settle(sql::Transaction &transaction, const QString &userId);

/// Takes away some users who signed up eight days ago or earlier and have neither shown it since nor a link to do so,
/// so that names and addresses are free again; nobody who was changed, or was given a role or a key: those are known to
/// whoever did so.
Result<void> removeAbandoned(sql::Transaction &transaction, Micros now);

/// Why who knows the password is not signed in: ErrorCode::Unauthorized.
Error notVerified();
/// Whether the error is that one.
bool isNotVerified(const Error &error);

} // namespace tenantry::identity::emailverification
