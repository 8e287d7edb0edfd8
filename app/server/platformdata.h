// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/config.h"
#include "core/identity/accounts.h"
#include "core/identity/passwordhasher.h"
#include "core/sql/engine.h"

#include <memory>

/// Where a command finds the deployment's data; the error says what the operator has to say.
tenantry::Result<tenantry::sql::EngineOptions> dataOf(const tenantry::Config &config);

/// The platform's data, opened by a command instead of a server. On SQLite that takes the data folder, so no server may
/// be running on it; on PostgreSQL servers may go on.
class PlatformData
{
public:
    /// Opens the database and brings it up to date; `parallel` is how many databases are to be worked on at once. The
    /// error says what the operator can do.
    static tenantry::Result<std::unique_ptr<PlatformData>> open(const tenantry::Config &config, int parallel = 1);

    /// Whether it had to be brought up to date.
    bool wasUpgraded() const { return m_wasUpgraded; }

    const tenantry::identity::Accounts &accounts() const { return m_accounts; }
    tenantry::sql::Database &database() { return *m_database; }
    tenantry::sql::Engine &engine() { return *m_engine; }

private:
    PlatformData(std::unique_ptr<tenantry::sql::Engine> engine, std::shared_ptr<tenantry::sql::Database> database,
                 bool wasUpgraded);

    std::unique_ptr<tenantry::sql::Engine> m_engine;
    std::shared_ptr<tenantry::sql::Database> m_database;
    bool m_wasUpgraded = false;
    tenantry::Clock m_clock;
    tenantry::identity::PasswordHasher m_hasher{1};
    tenantry::identity::Accounts m_accounts;
};
