// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"
#include "core/sql/session.h"
#include "core/tenancy/listing.h"

namespace tenantry::secrets {

/// Which entries of a key's history to list.
struct SecretHistoryQuery
{
    QString change; ///< "+", "~", "-"; empty: all
    QString user;   ///< user name; empty: all
    std::optional<Micros> from;
    std::optional<Micros> until;
    Window window;
};

/// What was done to the secrets of a site, never with their values. Entries outlive their secrets.
namespace secrethistory {

/// In the transaction of the change. `entry` needs its change, user and correlation id; the rest is the secret's.
Result<void> add(sql::Transaction &transaction, const Secret &secret, SecretHistoryEntry entry);

/// Of all secrets there were with this key at this level, the newest entry first.
Result<Page<SecretHistoryEntry>> list(sql::Session &session, std::int64_t appId, const QString &key,
                                      const SecretHistoryQuery &query);

} // namespace secrethistory

} // namespace tenantry::secrets
