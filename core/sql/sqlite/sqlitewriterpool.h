// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tenantry::sql {

/// The few threads on which the writers of all SQLite databases run, so that thousands of sites are not thousands of
/// threads. Their priority is lower than that of the rest: where
/// processors are short, readers of other sites go first. Outlives the databases that use it; its end runs what is
/// still waiting. Thread-safe.
class SqliteWriterPool
{
public:
    explicit SqliteWriterPool(int threads);
    ~SqliteWriterPool();

    void post(std::function<void()> work);

    /// While one lives, `tick` is called a few times a second from a thread that does nothing else.
    class Watch
    {
    public:
        Watch(SqliteWriterPool &pool, std::function<void()> tick);
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;

    private:
        friend class SqliteWriterPool;
        SqliteWriterPool &m_pool;
        const std::function<void()> m_tick;
    };

private:
    void serve();
    void tick();

    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::deque<std::function<void()>> m_work;
    bool m_ending = false;

    std::mutex m_tickMutex; ///< guards what follows, and is held while a tick runs
    std::condition_variable m_endTicking;
    std::vector<const Watch *> m_watches;
    bool m_tickingEnds = false;

    std::vector<std::thread> m_threads;
    std::thread m_ticker;
};

} // namespace tenantry::sql
