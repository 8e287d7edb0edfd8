// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/vault.h"

namespace tenantry::secrets {

/// Wraps the data key of a site by the current master key, where a former one does; what was sealed with it stays as it
/// is, and whoever reads meanwhile is not disturbed. `database` is a Site or an sql::Database. Answers whether there
/// was anything to do; blocks until it is committed.
template<class Database>
Result<bool> rewrap(const Vault &vault, Database &&database, const QString &siteUuid)
{
    const bool isOld = TRY(database.read([&](sql::Session &session) { return vault.isWrappedByFormerKey(session); }));
    if (!isOld)
        return false;
    return database
        .write([&vault, siteUuid](sql::Transaction &transaction) { return vault.rewrap(transaction, siteUuid); })
        .wait();
}

} // namespace tenantry::secrets
