// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/sitepool.h"

#include "core/sql/engine.h"
#include "core/tenancy/siteruntime.h"
#include "core/tenancy/sitestore.h"

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace tenantry {

namespace {
constexpr int interruptions = 20;
constexpr auto betweenInterruptions = 250ms;
} // namespace

struct SitePool::Slot
{
    std::uint64_t lastUse = 0; ///< guarded by the pool's mutex

    std::mutex mutex; ///< guards what follows; leases are made under it
    bool shut = false;
    std::shared_ptr<SiteRuntime> runtime;
};

SitePool::SitePool(sql::Engine &engine, sql::Database &platform, Upgrade upgrade, std::size_t capacity)
    : m_engine(engine)
    , m_platform(platform)
    , m_migrator(sql::Migrations::site())
    , m_upgrade(upgrade)
    , m_capacity(capacity)
    , m_open(std::make_shared<std::atomic<std::size_t>>(0))
{
}

SitePool::~SitePool() = default;

std::shared_ptr<SitePool::Slot> SitePool::slotOf(const QString &siteUuid)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<Slot> &slot = m_slots[siteUuid];
    if (!slot)
        slot = std::make_shared<Slot>();
    slot->lastUse = ++m_uses;
    return slot;
}

Result<std::shared_ptr<SiteRuntime>> SitePool::lease(const SiteInfo &info)
{
    const std::shared_ptr<Slot> slot = slotOf(info.uuid);
    const std::lock_guard lock(slot->mutex);
    if (slot->shut)
        return failure(ErrorCode::NotFound, u"This site does not exist any more."_s);
    if (!slot->runtime) {
        std::shared_ptr<void> place = TRY(takePlace(*slot));
        auto database = TRY(openNoted(info));
        slot->runtime = std::make_shared<SiteRuntime>(std::move(database), std::move(place));
    }
    return SiteRuntime::lease(slot->runtime);
}

Result<std::shared_ptr<sql::Database>> SitePool::open(const SiteInfo &info)
{
    const auto database = TRY(m_engine.openSite(info.schemaName, info.uuid));
    if (info.schemaVersion == m_migrator.version())
        return database;
    if (info.schemaVersion > m_migrator.version())
        return failure(ErrorCode::Unavailable, u"This site needs a newer version of the server; ask the operator."_s);
    if (m_upgrade == Upgrade::Refuse) {
        return failure(ErrorCode::Unavailable, u"This site waits to be upgraded; ask the operator."_s,
                       u"`tenantry-server migrate` upgrades all sites that need it."_s);
    }
    if (m_upgrade == Upgrade::KeepingACopy && TRY(m_migrator.pending(*database)) > 0)
        TRY(m_engine.keepCopy(info.schemaName, info.uuid, info.schemaVersion));
    TRY(m_migrator.migrate(database).wait());
    // Nobody waits for this: as long as it is not noted, the next opening finds nothing to do and notes it.
    m_platform
        .write([uuid = info.uuid, version = m_migrator.version()](sql::Transaction &platform) {
            return SiteStore::setSchemaVersion(platform, uuid, version);
        })
        .then([](const Result<void> &) {});
    return database;
}

Result<std::shared_ptr<sql::Database>> SitePool::openPrepared(const SiteInfo &info)
{
    const auto database = TRY(open(info));
    if (m_prepare)
        TRY(m_prepare(*database));
    return database;
}

Result<std::shared_ptr<sql::Database>> SitePool::openNoted(const SiteInfo &info)
{
    Result<std::shared_ptr<sql::Database>> opened = openPrepared(info);
    const std::lock_guard lock(m_mutex);
    if (opened)
        m_failing.remove(info.uuid);
    else
        m_failing.insert(info.uuid, {info.uuid, info.slug, opened.error()});
    return opened;
}

std::vector<SitePool::Failing> SitePool::failing() const
{
    const std::lock_guard lock(m_mutex);
    return {m_failing.begin(), m_failing.end()};
}

/// A place among those that may be open; it is free again when the last copy goes.
Result<std::shared_ptr<void>> SitePool::takePlace(const Slot &forWhom)
{
    do {
        std::size_t open = *m_open;
        while (open < m_capacity) {
            if (m_open->compare_exchange_weak(open, open + 1))
                return std::shared_ptr<void>(nullptr, [count = m_open](std::nullptr_t) { --*count; });
        }
    } while (closeLongestUnused(forWhom));
    return failure(ErrorCode::Unavailable, u"Too many sites are in use at once; try again in a moment."_s);
}

/// False when all are leased. The caller holds the mutex of `forWhom`, which therefore stays out of it.
bool SitePool::closeLongestUnused(const Slot &forWhom)
{
    for (const std::shared_ptr<Slot> &slot : unusedSlots(forWhom)) {
        std::shared_ptr<SiteRuntime> closing; // after the lock has gone: closing writes to the disk
        const std::unique_lock lock(slot->mutex, std::try_to_lock);
        if (!lock || !slot->runtime || slot->runtime->leases() > 0)
            continue;
        closing = std::exchange(slot->runtime, nullptr);
        return true;
    }
    return false;
}

/// The longest unused first. Forgets those of closed sites on the way.
std::vector<std::shared_ptr<SitePool::Slot>> SitePool::unusedSlots(const Slot &forWhom)
{
    std::vector<std::pair<std::uint64_t, std::shared_ptr<Slot>>> byUse;
    {
        const std::lock_guard lock(m_mutex);
        m_slots.removeIf([](const auto &entry) {
            const std::shared_ptr<Slot> &slot = entry.value();
            if (slot.use_count() > 1) // somebody may hold its mutex
                return false;
            const std::unique_lock slotLock(slot->mutex, std::try_to_lock); // never waited for under the pool's
            return slotLock && !slot->runtime && !slot->shut;
        });
        for (const auto &slot : std::as_const(m_slots)) {
            if (slot.get() != &forWhom)
                byUse.emplace_back(slot->lastUse, slot);
        }
    }
    std::sort(byUse.begin(), byUse.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::shared_ptr<Slot>> found;
    for (auto &[lastUse, slot] : byUse)
        found.push_back(std::move(slot));
    return found;
}

void SitePool::releaseUnused()
{
    std::vector<std::shared_ptr<Slot>> all;
    {
        const std::lock_guard lock(m_mutex);
        all.assign(m_slots.cbegin(), m_slots.cend());
    }
    for (const std::shared_ptr<Slot> &slot : all) {
        const std::unique_lock lock(slot->mutex, std::try_to_lock);
        if (lock && slot->runtime)
            slot->runtime->database().releaseMemory();
    }
}

void SitePool::shut(const QString &siteUuid, int remaining, std::chrono::milliseconds limit)
{
    const std::shared_ptr<Slot> slot = slotOf(siteUuid);
    std::shared_ptr<SiteRuntime> runtime;
    {
        const std::lock_guard lock(slot->mutex);
        slot->shut = true;
        runtime = std::exchange(slot->runtime, nullptr);
    }
    if (!runtime || runtime->waitForLeases(remaining, limit))
        return;
    // More than once: who holds a lease may begin another statement after the one that was stopped.
    for (int i = 0; i < interruptions; ++i) {
        runtime->database().interrupt();
        if (runtime->waitForLeases(remaining, betweenInterruptions))
            return;
    }
}

bool SitePool::isShut(const QString &siteUuid)
{
    const std::shared_ptr<Slot> slot = slotOf(siteUuid);
    const std::lock_guard lock(slot->mutex);
    return slot->shut;
}

void SitePool::forget(const QString &siteUuid)
{
    const std::lock_guard lock(m_mutex);
    m_slots.remove(siteUuid);
    m_failing.remove(siteUuid);
}

} // namespace tenantry
