// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace tenantry::data {
class Catalogue;
}

namespace tenantry {

/// The open database of a site with what is remembered of it while it is open. Held by SiteDirectory; Site values hold
/// leases of it. Thread-safe.
class SiteRuntime
{
public:
    /// Lets go of `place` once the database is closed.
    explicit SiteRuntime(std::shared_ptr<sql::Database> database, std::shared_ptr<void> place = {});
    ~SiteRuntime();

    /// A handle that counts as one lease, together with its copies, and keeps the runtime alive.
    static std::shared_ptr<SiteRuntime> lease(const std::shared_ptr<SiteRuntime> &runtime);

    int leases() const;
    /// Waits until no more than `remaining` leases are left; false when the time is up first.
    bool waitForLeases(int remaining, std::chrono::milliseconds limit) const;

    sql::Database &database() const { return *m_database; }

    std::shared_ptr<const data::Catalogue> catalogue() const;
    /// Nothing happens when it has a newer one already.
    void setCatalogue(std::shared_ptr<const data::Catalogue> catalogue);

private:
    void release();

    const std::shared_ptr<void> m_place; ///< first: it goes last
    const std::shared_ptr<sql::Database> m_database;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_released;
    int m_leases = 0;
    std::shared_ptr<const data::Catalogue> m_catalogue;
};

} // namespace tenantry
