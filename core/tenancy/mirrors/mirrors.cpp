// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tenancy/mirrors/mirrors.h"

#include "core/access/effectivepermissions.h"
#include "core/identity/accounts.h"
#include "core/identity/siteusers.h"
#include "core/tenancy/sitedirectory.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace tenantry {

namespace {

constexpr int atOnce = 100; ///< jobs that one answer waits for
constexpr auto betweenLooks = 30s;
constexpr Micros second = 1'000'000;
constexpr Micros longestPause = 3600 * second;

/// What a mirror follows.
struct Original
{
    identity::Account account;
    QStringList sitePermissions;
};

Result<std::optional<Original>> originalOf(sql::Session &platform, const mirrorjobs::Job &job)
{
    auto account = TRY(identity::Accounts::byId(platform, job.accountId));
    if (!account)
        return std::optional<Original>();
    auto permissions = TRY(access::EffectivePermissions().onSite(platform, account->principal(), job.siteUuid));
    return std::optional(Original{*std::move(account), std::move(permissions)});
}

/// An account without a permission needs no mirror, but keeps one that it has, out of use.
Result<void> write(sql::Transaction &site, const Original &original, Micros now)
{
    const bool mirrored = TRY(identity::SiteUsers::byAccount(site, original.account.uuid)).has_value();
    if (!mirrored && original.sitePermissions.isEmpty())
        return {};
    const identity::MirrorFlags flags = identity::mirrorFlags(original.account, original.sitePermissions);
    TRY(identity::SiteUsers::mirror(site, original.account, flags, now));
    return {};
}

/// 2 s, 4 s, 8 s ... an hour.
Micros pauseAfter(int tries)
{
    return std::min(longestPause, second << std::min(tries + 1, 12));
}

} // namespace

Mirrors::Mirrors(sql::Database &platform, SiteDirectory &directory, const Clock &clock)
    : m_platform(platform)
    , m_directory(directory)
    , m_clock(clock)
{
}

Mirrors::~Mirrors()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_sweeper.joinable())
        m_sweeper.join();
}

void Mirrors::start()
{
    m_sweeper = std::thread([this] { lookNowAndThen(); });
}

void Mirrors::lookNowAndThen()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        Q_UNUSED(m_thread.post([this] { work(); }))
        lock.lock();
        m_wake.wait_for(lock, betweenLooks, [this] { return m_stopping; });
    }
}

bool Mirrors::stopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void Mirrors::work()
{
    const auto jobs =
        m_platform.read([&](sql::Session &session) { return mirrorjobs::due(session, m_clock.now(), atOnce); });
    // A platform that cannot be read now is asked again at the next look.
    if (jobs && workOn(*jobs) && !stopping())
        Q_UNUSED(m_thread.post([this] { work(); }))
}

bool Mirrors::workOn(const std::vector<mirrorjobs::Job> &jobs)
{
    bool again = jobs.size() == std::size_t(atOnce);
    for (const mirrorjobs::Job &job : jobs) {
        if (stopping())
            return false;
        const Result<bool> finished = follow(job);
        again = again || (finished && !*finished);
        if (finished)
            continue;
        const Micros dueAt = m_clock.now() + pauseAfter(job.tries);
        // If that fails too, the next look finds the job as it is.
        Q_UNUSED(
            m_platform.write([=](sql::Transaction &platform) { return mirrorjobs::postpone(platform, job, dueAt); })
                .wait())
    }
    return again;
}

Result<bool> Mirrors::follow(const mirrorjobs::Job &job)
{
    const auto original = TRY(m_platform.read([&](sql::Session &session) { return originalOf(session, job); }));
    if (original) {
        const Site site = TRY(m_directory.open(job.siteUuid, Purpose::Job));
        TRY(site.write([original = *original, now = m_clock.now()](sql::Transaction &transaction) {
                    return write(transaction, original, now);
                })
                .wait());
    }
    return m_platform.write([job](sql::Transaction &platform) { return mirrorjobs::finish(platform, job); }).wait();
}

} // namespace tenantry
