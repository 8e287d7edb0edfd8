// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/migrator.h"
#include "core/tenancy/site.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace tenantry {

namespace sql {
class Engine;
}

/// The open databases of sites: opened on first use, and never more than `capacity` at once. To make room the one
/// unused for longest is closed, never one that is leased. Thread-safe.
class SitePool
{
public:
    /// What to do with a database that an older program made. One that a newer program made is always refused.
    enum class Upgrade { AtFirstOpen, KeepingACopy, Refuse };

    SitePool(sql::Engine &engine, sql::Database &platform, Upgrade upgrade, std::size_t capacity);
    ~SitePool();

    /// What every database goes through when it is opened, migrated by then, before anybody works with it; where it
    /// fails, the site cannot be opened. To be set before the first lease.
    using Preparation = std::function<Result<void>(sql::Database &)>;
    void setPreparation(Preparation prepare) { m_prepare = std::move(prepare); }

    /// A lease of the site's database; ErrorCode::Unavailable when all that may be open are leased.
    Result<std::shared_ptr<SiteRuntime>> lease(const SiteInfo &info);

    /// Lets nobody in any more, waits for the leases given out but `remaining` (those of the caller), and closes the
    /// database. When the time is up it stops the statements that still run, and waits five seconds more; a lease that
    /// is held even then closes the database when it ends. The site stays shut until forget().
    void shut(const QString &siteUuid, int remaining, std::chrono::milliseconds limit);
    /// Between shut() and forget().
    bool isShut(const QString &siteUuid);
    void forget(const QString &siteUuid);

    /// Gives back what databases have only to read faster and did not use since the call before.
    void releaseUnused();

    /// How many are open, or just being opened or closed.
    std::size_t openCount() const { return *m_open; }

    /// A site whose database could not be opened when that was last tried.
    struct Failing
    {
        QString uuid;
        QString slug;
        Error error;
    };
    std::vector<Failing> failing() const;

private:
    struct Slot;

    std::shared_ptr<Slot> slotOf(const QString &siteUuid);
    Result<std::shared_ptr<sql::Database>> open(const SiteInfo &info);
    Result<std::shared_ptr<sql::Database>> openPrepared(const SiteInfo &info);
    Result<std::shared_ptr<sql::Database>> openNoted(const SiteInfo &info);
    Result<std::shared_ptr<void>> takePlace(const Slot &forWhom);
    bool closeLongestUnused(const Slot &forWhom);
    std::vector<std::shared_ptr<Slot>> unusedSlots(const Slot &forWhom);

    sql::Engine &m_engine;
    sql::Database &m_platform;
    const sql::Migrator m_migrator;
    const Upgrade m_upgrade;
    const std::size_t m_capacity;
    Preparation m_prepare;
    const std::shared_ptr<std::atomic<std::size_t>> m_open; ///< shared with the places taken, which may outlive this
    mutable std::mutex m_mutex; ///< guards what follows and the times of use; taken before no other lock is
    QHash<QString, std::shared_ptr<Slot>> m_slots;
    QHash<QString, Failing> m_failing;
    std::uint64_t m_uses = 0;
};

} // namespace tenantry
