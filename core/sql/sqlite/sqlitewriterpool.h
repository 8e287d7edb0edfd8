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
/// threads. Outlives the databases that use it; its end runs what is still waiting. Thread-safe.
class SqliteWriterPool
{
public:
    explicit SqliteWriterPool(int threads);
    ~SqliteWriterPool();

    void post(std::function<void()> work);

private:
    void serve();

    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::deque<std::function<void()>> m_work;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace tenantry::sql
