// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/sql/session.h"

/// Accounts that were made for an invitation and wait for whoever accepts: nobody can sign in with them, and they go
/// when no open invitation is left to take them into use. Every function works inside a read or write of the platform
/// database.
namespace tenantry::invitedaccounts {

/// The account with this address; where there is none, one with the UUID that waits to be taken into use.
Result<identity::Account> ensure(sql::Transaction &platform, const QString &email, const QString &uuid, Micros now);

/// Whether the account was made for an invitation and has not been taken into use.
Result<bool> isWaiting(sql::Session &platform, const identity::Account &account);

/// The account is like all others from now on. Idempotent; before the account itself is written, as sweep() does it.
Result<void> forget(sql::Transaction &platform, std::int64_t accountId);

/// Takes away those that wait for nothing any more: what they were invited to is answered, revoked, over or gone, and
/// nobody has put them into an organization or a group. In the transaction of whatever ends an invitation; before
/// ensure(), so that no two of these wait for each other.
Result<void> sweep(sql::Transaction &platform, Micros now);

} // namespace tenantry::invitedaccounts
