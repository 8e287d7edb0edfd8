// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/migrator.h"
#include "core/tenancy/sitestore.h"

#include <functional>

namespace tenantry {

namespace sql {
class Engine;
}

/// Brings the databases of sites to the schema this program knows, several at a time, each on its own: one that fails
/// stops no other. May be killed at any moment and run again: a step is a transaction of the site, and its version is
/// noted on the platform afterwards, so what is noted is never newer than the site. Servers may use the sites meanwhile
/// where the engine lets them. Thread-safe.
class SiteUpgrade
{
public:
    enum class State {
        Current,  ///< nothing was to do
        Upgraded, ///< and noted
        Failed,   ///< at the last step that went well
    };

    struct Outcome
    {
        SiteVersion site; ///< as it was before
        State state = State::Current;
        Error error; ///< with Failed
    };

    SiteUpgrade(sql::Engine &engine, sql::Database &platform, sql::Migrations migrations = sql::Migrations::site());

    /// Opens only those sites whose noted version is older, `parallel` of them at once. `report` is called once for
    /// each site, by one thread at a time, as they get done. Blocks.
    void run(const std::vector<SiteVersion> &sites, int parallel,
             const std::function<void(const Outcome &)> &report) const;

    /// The version that sites are brought to.
    int version() const { return m_migrator.version(); }

private:
    Outcome upgrade(const SiteVersion &site) const;
    Result<int> migrate(const SiteVersion &site) const;

    sql::Engine &m_engine;
    sql::Database &m_platform;
    const sql::Migrator m_migrator;
};

} // namespace tenantry
