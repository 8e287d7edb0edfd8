// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/later.h"
#include "core/base/threadpool.h"
#include "core/sql/database.h"
#include "core/tenancy/mirrors/mirrorjobs.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tenantry {

class SiteDirectory;

/// Lets the mirrors of platform accounts in sites follow what the accounts may do there: made with the first
/// permission, deactivated with the last. The platform's database and a site's are not one transaction, so changes
/// leave jobs (mirrorjobs.h) and this works on them, again and again until each is done. Nothing is decided by a
/// mirror's row: every request of one is checked on the platform. Thread-safe.
class Mirrors
{
public:
    Mirrors(sql::Database &platform, SiteDirectory &directory, const Clock &clock);
    ~Mirrors(); ///< waits for the job that is being worked on; the others stay for the next start

    /// Begins with what an earlier run has left, and looks for what could not be done every half minute.
    void start();

    /// The answer of a change that left jobs, given once they were tried. Does not block. When there are very many the
    /// answer does not wait for the last.
    template<class T>
    Later<T> followed(Later<T> change)
    {
        Promise<T> promise;
        Later<T> later = promise.later();
        std::move(change).then([this, promise](Result<T> result) {
            if (!result || !m_thread.post([this, promise, result] {
                    work();
                    promise.settle(result);
                }))
                promise.settle(std::move(result));
        });
        return later;
    }

private:
    void work();
    void lookNowAndThen();
    bool stopping() const;
    /// Answers whether there may be more.
    bool workOn(const std::vector<mirrorjobs::Job> &jobs);
    Result<bool> follow(const mirrorjobs::Job &job);

    sql::Database &m_platform;
    SiteDirectory &m_directory;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_sweeper;
    ThreadPool m_thread{1}; ///< last: its work ends before the rest goes
};

} // namespace tenantry
