// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tenantry::server {

/// Threads that run short pieces of work, and a bounded queue before them: when it is full the work is refused rather
/// than left waiting for ever. Thread-safe.
class WorkerPool
{
public:
    using Work = std::function<void()>;

    WorkerPool(int threads, std::size_t queueLimit);
    /// Finishes what is queued.
    ~WorkerPool();

    /// False when the queue is full or the pool is stopping; the work is not run then.
    [[nodiscard]] bool post(Work work);

    std::size_t waiting() const;

private:
    void run();

    const std::size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Work> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace tenantry::server
